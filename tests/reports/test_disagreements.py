from dataclasses import replace
from types import ModuleType

import pytest

from tieline.model.claim import Claim, Kind, Modality, Polarity
from tieline.reports.disagreements import Disagreement, disagreements
from tieline.reports.entries import chapters


def _found(made_up: ModuleType, claims: list[Claim]) -> tuple[Disagreement, ...]:
    parts = chapters(made_up.documents(), claims, ())
    return disagreements([entry for part in parts for entry in part.entries])


@pytest.fixture
def sides(made_up: ModuleType) -> tuple[Claim, Claim]:
    """A denial in the first document, an affirmation in the second, of one symmetric tie."""
    claims = made_up.claims()
    return replace(claims[0], scope=("never",)), claims[5]


def test_documents_that_contradict_each_other_are_set_side_by_side(
    made_up: ModuleType, sides: tuple[Claim, Claim]
) -> None:
    """A tie affirmed in one document and denied in another, in either direction if symmetric."""
    (found,) = _found(made_up, list(sides))
    assert [entry.claim.id for entry in found.denied] == [sides[0].id]
    assert [entry.claim.id for entry in found.affirmed] == [sides[1].id]
    assert not found.qualified


def test_a_qualified_denial_says_so(made_up: ModuleType, sides: tuple[Claim, Claim]) -> None:
    """A denial of a qualified form only is shown as one that may stand beside the other."""
    (found,) = _found(made_up, [replace(sides[0], scope=("never", "meaningful")), sides[1]])
    assert found.qualified


def test_one_document_does_not_disagree_with_another_that_is_itself(
    made_up: ModuleType, sides: tuple[Claim, Claim]
) -> None:
    """Two claims of one document are no disagreement between documents."""
    same = replace(sides[1], document=sides[0].document)
    assert _found(made_up, [sides[0], same]) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"kind": Kind.DEMAND},
        {"kind": Kind.PREDICTION},
        {"modality": (Modality.CONDITIONAL,)},
        {"modality": (Modality.QUESTIONED,)},
        {"relation": "attacks"},
        {"polarity": Polarity.NEGATED},
        {"target": None},
    ],
)
def test_what_states_nothing_disagrees_with_nothing(
    made_up: ModuleType, sides: tuple[Claim, Claim], change: dict[str, object]
) -> None:
    """Demands, moods, other relations and equal polarity are no disagreement."""
    assert _found(made_up, [sides[0], replace(sides[1], **change)]) == ()


def test_described_actors_are_not_one(made_up: ModuleType, sides: tuple[Claim, Claim]) -> None:
    """The "rebels" of two documents need not be the same, so they cannot disagree."""
    vague = [
        replace(side, source=replace(side.source, actor_id=None, name="rebels")) for side in sides
    ]
    assert _found(made_up, vague) == ()
