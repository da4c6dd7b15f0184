from collections.abc import Callable
from dataclasses import replace
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieline.model.claim import Claim, Kind, Modality, Polarity
from tieline.networks.build import network, ties

MakeClaim = Callable[..., Claim]
ACTORS = ["Ash", "Birch", "Cedar"]
RELATIONS = ["funds", "fights", "negotiates_with", "allied_with"]
UNSTATED = [
    Modality.DEMANDED,
    Modality.PREDICTED,
    Modality.CONDITIONAL,
    Modality.QUESTIONED,
]


def _facts(graph: nx.MultiDiGraph) -> Any:
    return list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))


@st.composite
def _claims(draw: st.DrawFn) -> list[tuple[Any, ...]]:
    one = st.tuples(
        st.sampled_from(ACTORS),
        st.sampled_from(RELATIONS),
        st.sampled_from(ACTORS),
        st.integers(0, 5),
        st.sampled_from(list(Polarity)),
        st.sampled_from([Modality.ASSERTED, Modality.HEDGED, *UNSTATED]),
        st.sampled_from([(), ("never",), ("monopoly",)]),
        st.sampled_from([None, "x:1", "x:2"]),
    )
    return draw(st.lists(one, max_size=12))


def _made(make_claim: MakeClaim, drawn: list[tuple[Any, ...]]) -> list[Claim]:
    made = []
    for source, relation, target, at, polarity, modality, scope, linked in drawn:
        changes = {"polarity": polarity, "modality": (modality,), "scope": scope}
        claim = make_claim(source, relation, target, at, **changes)
        made.append(replace(claim, source=replace(claim.source, actor_id=linked)))
    return made


@given(drawn=_claims(), data=st.data())
def test_order_and_duplicates_change_nothing(
    make_claim: MakeClaim, drawn: list[tuple[Any, ...]], data: st.DataObject
) -> None:
    """Any order of the claims, each any number of times, gives the same ties and network."""
    claims = _made(make_claim, drawn)
    repeated = data.draw(st.permutations(claims + claims[: len(claims) // 2]))
    assert ties(repeated) == ties(claims)
    assert _facts(network(repeated)) == _facts(network(claims))


@given(drawn=_claims())
def test_every_tie_rests_on_an_affirmed_claim(
    make_claim: MakeClaim, drawn: list[tuple[Any, ...]]
) -> None:
    """Nothing denied, demanded, predicted, conditional or questioned ever makes a tie."""
    claims = _made(make_claim, drawn)
    stating = {
        claim.id
        for claim in claims
        if claim.polarity is Polarity.AFFIRMED and not set(claim.modality) & set(UNSTATED)
    }
    for tie in ties(claims):
        assert tie.claims
        assert set(tie.claims) <= stating
        assert not set(tie.disputed_by) & set(tie.claims)


@pytest.mark.parametrize("modality", UNSTATED)
def test_unstated_moods_stay_out(make_claim: MakeClaim, modality: Modality) -> None:
    """A claim in a mood other than asserted or hedged makes no tie, even beside a hedge."""
    moods = (Modality.HEDGED, modality)
    assert ties([make_claim("Ash", "funds", "Birch", modality=moods)]) == ()


@pytest.mark.parametrize("kind", [Kind.DEMAND, Kind.PREDICTION, Kind.ASSESSMENT])
def test_other_kinds_stay_out(make_claim: MakeClaim, kind: Kind) -> None:
    """Demands, predictions and assessments make no tie, whatever their mood."""
    assert ties([make_claim("Ash", "funds", "Birch", kind=kind)]) == ()


@pytest.mark.parametrize("polarity", [Polarity.NEGATED, Polarity.ENDED])
def test_denials_dispute_and_never_invert(make_claim: MakeClaim, polarity: Polarity) -> None:
    """A denied tie keeps its sign and lists who disputes it; alone, a denial makes nothing."""
    affirmed = make_claim("Ash", "funds", "Birch", 0)
    denied = make_claim("Ash", "funds", "Birch", 9, polarity=polarity, scope=("never",))
    (tie,) = ties([affirmed, denied])
    assert (tie.sign, tie.claims, tie.disputed_by) == (1, (affirmed.id,), (denied.id,))
    assert ties([denied]) == ()


@pytest.mark.parametrize("scope", [("monopoly",), ("never", "meaningful"), ("always",)])
def test_a_qualified_denial_disputes_nothing(make_claim: MakeClaim, scope: tuple[str, ...]) -> None:
    """Denying only a qualified form leaves the bare tie undisputed."""
    affirmed = make_claim("Ash", "directs", "Birch", 0)
    denied = make_claim("Ash", "directs", "Birch", 9, polarity=Polarity.ENDED, scope=scope)
    (tie,) = ties([affirmed, denied])
    assert tie.disputed_by == ()


def test_a_symmetric_tie_has_no_direction(make_claim: MakeClaim) -> None:
    """A fights B and B fights A are one tie; funding each way is two."""
    fights = [make_claim("Ash", "fights", "Birch"), make_claim("Birch", "fights", "Ash")]
    funds = [make_claim("Ash", "funds", "Birch"), make_claim("Birch", "funds", "Ash")]
    assert [len(tie.claims) for tie in ties(fights)] == [2]
    assert [len(tie.claims) for tie in ties(funds)] == [1, 1]


def test_no_tie_of_an_actor_with_itself(make_claim: MakeClaim) -> None:
    """Two mentions linked to one actor make no tie, nor does a claim without a target."""
    assert ties([make_claim("Ash", "fights", "ash"), make_claim("Ash", "kills", None)]) == ()


def test_the_network_counts_claims(make_claim: MakeClaim) -> None:
    """Nodes carry the name, the kind and how many affirmed claims touch the actor."""
    claims = [make_claim("Ash", "funds", "Birch"), make_claim("Ash", "fights", "Cedar")]
    graph = network(claims)
    assert graph.nodes["ash"] == {
        "name": "Ash",
        "kind": "armed_group",
        "claims": 2,
        "described": False,
    }
    assert graph.edges["ash", "cedar", "fights"]["symmetric"] is True
