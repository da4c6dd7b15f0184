import json
from dataclasses import replace
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from tieline.errors import InputError
from tieline.model import finding as found
from tieline.model.claim import (
    Claim,
    DocumentRef,
    Holder,
    Kind,
    Modality,
    Party,
    Place,
    Polarity,
    Quantity,
    Third,
    Time,
)
from tieline.model.wire import (
    KEYS,
    claim_from_wire,
    claim_schema,
    claim_to_wire,
    finding_from_wire,
    finding_to_wire,
)

PLAIN = Claim(
    document=DocumentRef("0" * 32, "a.txt"),
    kind=Kind.TIE,
    relation="funds",
    family="support",
    sign=1,
    polarity=Polarity.AFFIRMED,
    modality=(Modality.ASSERTED,),
    source=Party(None, "North Front", "armed_group", "North Front", 0, 11),
    target=Party("state:AAA", "Aland", "state", "Aland", 18, 23),
    quote="North Front funds Aland",
    begin=0,
    end=23,
    holder=Holder(),
    engine="fake/1",
    confidence=0.5,
)
FULL = replace(
    PLAIN,
    kind=Kind.DEMAND,
    polarity=Polarity.ENDED,
    modality=(Modality.HEDGED, Modality.DEMANDED),
    holder=Holder("The envoy", None, "envoy", 40, 45, ("The envoy", "The paper")),
    scope=("never",),
    document=replace(PLAIN.document, title="A title", published=date(2018, 11, 28)),
    third=Third(None, "South Front", "armed_group", "South Front", 50, 61, "against"),
    time=Time("since 2014", 30, 40, date(2014, 1, 1), None),
    place=Place("Aland", 18, 23, "Aland", "AAA"),
    quantity=Quantity("at least six", 60, 72, "≥", 6.0, "factions"),
    predicate="has not changed",
    debtor=PLAIN.source,
    addressee=PLAIN.target,
)
BARE = replace(PLAIN, kind=Kind.ASSESSMENT, relation=None, family=None, sign=0, target=None)


@pytest.mark.parametrize("claim", [PLAIN, FULL, BARE])
def test_round_trip(claim: Claim) -> None:
    """A claim survives the wire unchanged, through JSON text."""
    text = json.dumps(claim_to_wire(claim))
    assert claim_from_wire(json.loads(text)) == claim


@pytest.mark.parametrize("claim", [PLAIN, FULL, BARE])
def test_fits_the_shipped_schema(claim: Claim) -> None:
    """Every claim on the wire is valid by the shipped JSON Schema."""
    schema = claim_schema()
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(claim_to_wire(claim))


def test_schema_requires_every_key() -> None:
    """The schema asks for exactly the keys that the wire has."""
    schema = claim_schema()
    assert schema["required"] == list(KEYS)
    assert list(schema["properties"]) == list(KEYS)


@pytest.mark.parametrize(
    "change",
    [
        {"target": None},
        {"relation": None},
        {"sign": 2},
        {"modality": []},
        {"modality": ["asserted", "hedged"]},
        {"holder": claim_to_wire(PLAIN)["holder"] | {"begin": 3}},
        {"extra": 1},
    ],
)
def test_schema_refuses(change: dict[str, object]) -> None:
    """What the codebook rules out, the schema rules out."""
    assert not Draft202012Validator(claim_schema()).is_valid(claim_to_wire(PLAIN) | change)


def test_author_speaks_by_null_begin() -> None:
    """`holder.begin` is null exactly when the author speaks."""
    assert claim_to_wire(PLAIN)["holder"]["begin"] is None
    assert claim_to_wire(FULL)["holder"]["begin"] == 40


@pytest.mark.parametrize(
    "change", [{"begin": "0"}, {"kind": "guess"}, {"source": None}, {"more": 1}, {"time": 3}]
)
def test_refuses_what_is_no_claim(change: dict[str, object]) -> None:
    """Data that do not fit raise an InputError of one line."""
    with pytest.raises(InputError) as caught:
        claim_from_wire(claim_to_wire(PLAIN) | change)
    assert "\n" not in str(caught.value)


def test_finding_round_trip() -> None:
    """A finding survives JSON text unchanged."""
    row = found.Row("set", "1", 7, "A - B", 2015, "counter-example", 1, 2, 3)
    tested = found.Test(
        dataset="set",
        version="1",
        licence="CC BY 4.0",
        definition="d",
        wording="w",
        default=True,
        verdict=found.Verdict.CONTRADICTED,
        statistic="s",
        reason="r",
        rows=(row,),
    )
    finding = found.Finding(
        PLAIN.id,
        found.Verdict.CONTRADICTED,
        "because",
        (tested,),
        (found.Flip("e", "w", found.Verdict.SUPPORTED),),
        said_on=date(2018, 11, 28),
    )
    assert finding_from_wire(json.loads(json.dumps(finding_to_wire(finding)))) == finding
