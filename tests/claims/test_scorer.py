"""The shipped scorer: what it weighs, and that names play no part."""

from collections.abc import Callable, Mapping

import numpy as np
import pytest

from tieline.claims.scorer import Scored, Scorer
from tieline.codebook.loader import codebook
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis
from tieline.model.mention import Mention, MentionForm

Parse = Callable[[str], Mapping[int, Analysis]]


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    """The shipped one, loaded once."""
    return Scorer()


def _score(scorer: Scorer, parse: Parse, text: str, *names: str) -> tuple[Scored, ...]:
    mentions = [
        Mention(
            text.index(name),
            text.index(name) + len(name),
            name,
            name,
            ActorKind.ARMED_GROUP,
            MentionForm.NAME,
            0,
        )
        for name in names
    ]
    return scorer.score({0: (parse(text)[0], mentions)}).get(0, ())


def test_it_weighs_the_codebooks_relations(scorer: Scorer) -> None:
    """Every relation it gives is the codebook's, and none is missing or named twice."""
    assert sorted(scorer.relations) == sorted(codebook().relations)


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Zarvia shot down a plane of Borduria.", {"attacks", "fights"}),
        ("Zarvia paid the wages of Borduria.", {"funds", "sponsors", "supports"}),
        ("Zarvia swore an oath to Borduria.", {"pledges_allegiance_to"}),
    ],
)
def test_plain_ties_are_told(scorer: Scorer, parse: Parse, text: str, relations: set[str]) -> None:
    """Plain words for a tie are taken for it, from the first to the second."""
    [found] = _score(scorer, parse, text, "Zarvia", "Borduria")
    assert found.tied > 0.5
    assert scorer.relations[int(found.forward.argmax())] in relations
    assert found.forward.max() > found.backward.max()


def test_two_that_only_stand_together_are_not_tied(scorer: Scorer, parse: Parse) -> None:
    """Being in one sentence is no tie."""
    text = "Zarvia was founded in May, and Borduria opened an office abroad in June."
    [found] = _score(scorer, parse, text, "Zarvia", "Borduria")
    assert found.tied < 0.5


def test_names_play_no_part(scorer: Scorer, parse: Parse) -> None:
    """Other names of the same kind get the same weights, to the last digit."""
    [one] = _score(scorer, parse, "Zarvia attacked Borduria.", "Zarvia", "Borduria")
    [other] = _score(scorer, parse, "Hamas attacked Renamo.", "Hamas", "Renamo")
    assert one.tied == other.tied
    assert np.array_equal(one.forward, other.forward)


def test_a_sentence_with_one_actor_is_not_weighed(scorer: Scorer, parse: Parse) -> None:
    """There is nothing to score without a pair."""
    assert _score(scorer, parse, "Zarvia took the hill.", "Zarvia") == ()
