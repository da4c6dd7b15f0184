"""What the scorer adds to the grammar's matches."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from tieline.claims import scored
from tieline.claims.candidate import Candidate
from tieline.claims.encoding import Pair
from tieline.claims.frames import Frame, frames
from tieline.claims.referents import Referents
from tieline.claims.scored import agreed, scored_candidates, told_once
from tieline.claims.scorer import Scored
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis
from tieline.model.mention import Mention, MentionForm

Parse = Callable[[str], Mapping[int, Analysis]]
RELATIONS = ("allied_with", "attacks", "funds", "supports")
SURE = 0.99


def _mention(text: str, words: str) -> Mention:
    at = text.index(words)
    kind, form = ActorKind.ARMED_GROUP, MentionForm.NAME
    return Mention(at, at + len(words), words, words, kind, form, 0)


def _scores(first: Mention, second: Mention, tied: float, **told: float) -> Scored:
    """`attacks=.9` is from the first to the second, `attacks_back=.9` the other way."""
    sides = [
        np.array([told.get(name + ending, 0.0) for name in RELATIONS], dtype=np.float32)
        for ending in ("", "_back")
    ]
    spans = (first.begin, first.end), (second.begin, second.end)
    return Scored(Pair(*spans, (1,), (2,), (3,)), tied, *sides)


def _found(parse: Parse, text: str, names: Sequence[str], **told: Any) -> list[Candidate]:
    mentions = [_mention(text, name) for name in names]
    scores = [_scores(mentions[0], mentions[1], told.pop("tied", SURE), **told)]
    analysis = parse(text)[0]
    referents = Referents(analysis, mentions)
    return list(scored_candidates(analysis, referents, frames(), scores, RELATIONS))


def _told(found: Sequence[Candidate]) -> list[tuple[str, str, str]]:
    return [(c.source.name, c.frame.relation, c.target.name) for c in found]


def test_a_sure_pair_is_told(parse: Parse) -> None:
    """The likeliest relation becomes a candidate, carried by the word between the two."""
    text = "Zarvia pounced on Borduria."
    [candidate] = _found(parse, text, ("Zarvia", "Borduria"), attacks=SURE)
    assert _told([candidate]) == [("Zarvia", "attacks", "Borduria")]
    assert candidate.trigger.text == "pounced"


def test_direction_is_the_scorers(parse: Parse) -> None:
    """A relation that runs from the second actor to the first is told so."""
    text = "Zarvia buckled under Borduria."
    found = _found(parse, text, ("Zarvia", "Borduria"), attacks_back=SURE)
    assert _told(found) == [("Borduria", "attacks", "Zarvia")]


@pytest.mark.parametrize("told", [{"tied": 0.2, "attacks": SURE}, {"tied": SURE, "attacks": 0.1}])
def test_what_is_unsure_is_not_told(parse: Parse, told: dict[str, float]) -> None:
    """A pair that may be untied, or whose relation is unclear, gives nothing."""
    assert _found(parse, "Zarvia met Borduria.", ("Zarvia", "Borduria"), **told) == []


def test_where_the_sign_is_unclear_nothing_is_told(parse: Parse) -> None:
    """A wrong sign is worse than none: both must not be likely at once."""
    told = {"attacks": 0.9, "supports": 0.8}
    assert _found(parse, "Zarvia met Borduria.", ("Zarvia", "Borduria"), **told) == []


def test_doubted_matches_go() -> None:
    """A match of the grammar between actors that the scorer holds for untied is dropped."""
    text = "Zarvia met Borduria."
    one, other = _mention(text, "Zarvia"), _mention(text, "Borduria")
    match = Candidate(Frame("attacks", "verb", (), ()), *[None] * 2, one, other, "verb")  # type: ignore[arg-type]
    assert list(agreed([match], [_scores(one, other, 0.0)])) == []
    assert list(agreed([match], [_scores(one, other, scored.DOUBTED)])) == [match]
    assert list(agreed([match], [])) == [match]


def test_an_owner_gives_way_to_what_is_owned(parse: Parse) -> None:
    """Of "Zarvia's gunners" and "Zarvia", only the gunners shell."""
    text = "Zarvia's gunners lobbed shells at Borduria."
    analysis = parse(text)[0]
    mentions = [_mention(text, name) for name in ("Zarvia", "gunners", "Borduria")]
    scores = [_scores(m, mentions[2], SURE, attacks=SURE) for m in mentions[:2]]
    referents = Referents(analysis, mentions)
    found = scored_candidates(analysis, referents, frames(), scores, RELATIONS)
    assert _told(list(told_once(analysis, [], found))) == [("gunners", "attacks", "Borduria")]


def test_two_names_the_parse_does_not_join_are_not_tied(parse: Parse) -> None:
    """Where no words lead from the one actor to the other, the scorer alone makes no claim."""
    text = "Zarvia met Borduria."
    analysis = parse(text)[0]
    apart = Analysis(
        analysis.sentence, tuple(replace(token, head=token.index) for token in analysis.tokens)
    )
    mentions = [_mention(text, "Zarvia"), _mention(text, "Borduria")]
    scores = [_scores(*mentions, SURE, attacks=SURE)]
    referents = Referents(apart, mentions)
    assert list(scored_candidates(apart, referents, frames(), scores, RELATIONS)) == []


def test_actors_that_the_grammar_tied_are_not_tied_again(parse: Parse) -> None:
    """Of the same two actors in one sentence the scorer has nothing to add, whatever words name them."""
    text = "Zarvia killed fighters of Borduria."
    analysis = parse(text)[0]
    mentions = [_mention(text, "Zarvia"), _mention(text, "Borduria")]
    scores = [_scores(*mentions, SURE, attacks=SURE)]
    referents = Referents(analysis, mentions)
    [found] = scored_candidates(analysis, referents, frames(), scores, RELATIONS)
    begin = text.index("fighters")
    fighters = replace(mentions[1], begin=begin, text="fighters of Borduria")
    assert list(told_once(analysis, [replace(found, target=fighters)], [found])) == []
