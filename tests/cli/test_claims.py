import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tieline.model.wire import claim_schema


def _quotes(tieline: object, case: Path, *filters: str) -> list[str]:
    ended = tieline("claims", "--case", case, "--format", "jsonl", *filters)
    assert ended.status == 0
    return [row["quote"].split()[0] for row in ended.rows]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ((), ["Aland", "Cland", "Eland"]),
        (("--actor", "bland"), ["Aland"]),
        (("--actor", "nobody"), []),
        (("--relation", "fights"), ["Cland"]),
        (("--holder", "author"), ["Aland", "Cland", "Eland"]),
        (("--holder", "someone"), []),
        (("--polarity", "negated"), ["Cland"]),
        (("--modality", "asserted", "--limit", "2"), ["Aland", "Cland"]),
        (("--kind", "demand"), []),
        (("--date", "2018"), ["Aland", "Cland", "Eland"]),
        (("--date", "2018-11"), ["Aland", "Cland", "Eland"]),
        (("--date", "2018-11-27"), []),
        (("--since", "2018-11-28", "--until", "2018"), ["Aland", "Cland", "Eland"]),
        (("--since", "2019"), []),
        (("--until", "2017"), []),
        (("--text", "never"), ["Cland"]),
        (("--text", '"arms fland"'), ["Eland"]),
        (("--document", "bland", "--polarity", "affirmed"), ["Aland", "Eland"]),
    ],
)
def test_filters(tieline: object, case: Path, filters: tuple[str, ...], found: list[str]) -> None:
    """Each filter narrows the list, and all must be met."""
    assert _quotes(tieline, case, *filters) == found


@pytest.mark.parametrize(
    ("filters", "hint"),
    [
        (("--relation", "befriends"), "allied_with"),
        (("--polarity", "positive"), "affirmed"),
        (("--modality", "sure"), "hedged"),
        (("--kind", "rumour"), "assessment"),
        (("--date", "soon"), "YYYY"),
        (("--since", "2018-02-30"), "YYYY"),
    ],
)
def test_unknown_words(tieline: object, case: Path, filters: tuple[str, ...], hint: str) -> None:
    """A word that is not the codebook's is refused, and those that are get listed."""
    ended = tieline("claims", "--case", case, *filters)
    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert hint in ended.err


def test_claims_are_those_that_were_read(tieline: object, case: Path, text: Path) -> None:
    """`claims` gives the objects that `read` gives."""
    read = tieline("read", text, "--date", "2018-11-28", "--format", "jsonl").rows
    kept = tieline("claims", "--case", case, "--format", "jsonl").rows
    assert kept == read
    assert json.loads(tieline("claims", "--case", case, "--format", "json").out) == read
    for row in kept:
        Draft202012Validator(claim_schema()).validate(row)


def test_table(tieline: object, case: Path) -> None:
    """For people a table; where nothing matches, a line says so."""
    assert "Cland" in tieline("claims", "--case", case).out
    ended = tieline("claims", "--case", case, "--actor", "nobody")
    assert (ended.status, ended.out) == (0, "")
    assert "no claims match" in ended.err


def test_show(tieline: object, case: Path, text: Path) -> None:
    """A claim shows its passage in context, every field, its paths and its finding."""
    wire = tieline("claims", "--case", case, "--format", "jsonl", "--text", "never").rows[0]
    shown = tieline("show", wire["id"][:8], "--case", case).out
    assert "Aland funds Bland. >>> Cland never fights Dland <<< . Eland arms Fland." in shown
    for key in wire.keys() - {"quote"}:
        assert f"\n{key} " in shown
    assert str(text) in "".join(shown.split("\n"))
    assert "not tested yet" in shown


def test_show_as_json(tieline: object, case: Path) -> None:
    """As JSON a claim carries its finding, null before any test."""
    (first, *_) = tieline("claims", "--case", case, "--format", "jsonl").rows
    for form in ("json", "jsonl"):
        shown = json.loads(tieline("show", first["id"], "--case", case, "--format", form).out)
        assert shown == first | {"finding": None}


@pytest.mark.parametrize("wrong", ["zzz", "0" * 32, "%"])
def test_show_of_nothing(tieline: object, case: Path, wrong: str) -> None:
    """An id that is none is one line."""
    ended = tieline("show", wrong, "--case", case)
    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)
