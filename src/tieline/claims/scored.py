"""Claims the grammar does not see: pairs the scorer is sure of, told by the word that ties them.

Only the words on the way from one actor to the other in the parse can carry such a claim, so
two names that merely stand in one sentence make none.
"""

from collections.abc import Iterable, Iterator, Sequence

from tieline.claims.candidate import Candidate
from tieline.claims.encoding import path
from tieline.claims.frames import Frame, Frames
from tieline.claims.referents import Referents
from tieline.claims.scorer import Scored
from tieline.codebook.loader import codebook
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention

SCORED = "scored"  # the pattern of what is found here
_INSIDE = frozenset(["poss", "compound", "amod", "nmod", "appos", "nummod"])
SURE_TIED = 0.8  # from here on a pair is taken for tied
SURE_RELATION = 0.3  # and its relation for told
STATED = 2.0  # times likelier a relation is that words on the way may state
SURE_STRUCTURE = 0.8  # who leads or belongs to whom, which patterns see better than weights do
SECOND_RELATION = 0.6  # for a further relation of the same pair
SIGN = 3.0  # times likelier a sign must be than its opposite
DOUBTED = 0.003  # below it a match of the grammar is dropped


def scored_candidates(
    analysis: Analysis,
    referents: Referents,
    frames: Frames,
    scores: Iterable[Scored],
    relations: Sequence[str],
) -> Iterator[Candidate]:
    """One candidate for each pair that is likely enough, and each relation of it."""
    for scored in scores:
        if scored.tied < SURE_TIED:
            continue
        words = _words(analysis, scored)
        if not words:  # the parse does not join the two: they only stand together
            continue
        for name, turned in _told(scored, _stated(analysis, words, frames), relations):
            trigger = _trigger(words, name, frames)
            governor = _governor(analysis, trigger)
            symmetric = codebook().relation(name).symmetric
            frame = Frame(name, "pair", (), (), reciprocal=symmetric)
            for first in _at(referents, scored.pair.first):
                for second in _at(referents, scored.pair.second):
                    source, target = (second, first) if turned else (first, second)
                    yield Candidate(frame, trigger, governor, source, target, SCORED)


def _stated(analysis: Analysis, words: Sequence[Token], frames: Frames) -> frozenset[str]:
    """Relations that words on the way, with what belongs to them, may state."""
    near = {t.index: t for word in words for t in (word, *analysis.children(word))}.values()
    there = frozenset(form for token in near for form in (token.lemma, token.text))
    return frozenset(
        frame.relation
        for token in near
        for frame in _frames_of(token, frames)
        if _has_all(frame, there)
    )


def _has_all(frame: Frame, there: frozenset[str]) -> bool:
    """Whether the words a frame asks for beside its own are there."""
    asked = [*(frozenset(part.split("|")) for part in frame.particles)]
    asked += [words for words in (frame.objects, frame.modifiers) if words]
    return not any(there.isdisjoint(words) for words in asked)


def _told(
    scored: Scored, stated: frozenset[str], relations: Sequence[str]
) -> Iterator[tuple[str, bool]]:
    """The likeliest relations, and whether each runs from the second actor to the first.

    All have the sign that is likelier by far; where neither is, none is told.
    """
    weighed = [
        (float(p) * (STATED if name in stated else 1), name, turned)
        for turned, side in ((False, scored.forward), (True, scored.backward))
        for name, p in zip(relations, side, strict=True)
    ]
    masses = {sign: sum(w for w, name, _ in weighed if _sign(name) == sign) for sign in (1, -1)}
    weighed.sort(reverse=True)
    done: set[str] = set()
    for number, (weight, name, turned) in enumerate(weighed[:4]):
        bar = SECOND_RELATION if number else _bar(name)
        sign = _sign(name)
        if weight < bar or name in done or (sign and masses[-sign] * SIGN > masses[sign]):
            continue
        done.add(name)
        yield name, turned and not codebook().relation(name).symmetric


def _bar(relation: str) -> float:
    """How likely the likeliest relation must be to be told."""
    structural = codebook().relation(relation).family == "structure"
    return SURE_STRUCTURE if structural else SURE_RELATION


def _sign(relation: str) -> int:
    return codebook().relation(relation).sign


def agreed(matches: Iterable[Candidate], scores: Sequence[Scored]) -> Iterator[Candidate]:
    """Matches of the grammar between actors that the scorer does not hold for untied."""
    doubted = {frozenset([s.pair.first, s.pair.second]) for s in scores if s.tied < DOUBTED}
    for match in matches:
        one, other = match.source, match.target
        if frozenset([(one.begin, one.end), (other.begin, other.end)]) not in doubted:
            yield match


class Phrases:
    """Which mentions of a sentence are parts of one noun phrase ("X's gunners": X and gunners)."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis

    def is_modifier(self, mention: Mention) -> bool:
        """Whether another noun heads the phrase it stands in."""
        root = self._analysis.root_of(mention.begin, mention.end)
        return root is not None and root.dep in _INSIDE

    def alike(self, one: Candidate, other: Candidate) -> bool:
        """Whether two candidates tie the same phrases, or the same actors."""
        straight = self._one(one.source, other.source) and self._one(one.target, other.target)
        return straight or (
            self._one(one.source, other.target) and self._one(one.target, other.source)
        )

    def _one(self, one: Mention, other: Mention) -> bool:
        return one.key == other.key or bool(self._heads(one) & self._heads(other))

    def _heads(self, mention: Mention) -> set[int]:
        token = self._analysis.root_of(mention.begin, mention.end)
        heads: set[int] = set()
        while token is not None and token.index not in heads:
            heads.add(token.index)
            token = self._analysis.head(token) if token.dep in _INSIDE else None
        return heads


def told_once(
    analysis: Analysis, matched: Sequence[Candidate], scored: Iterable[Candidate]
) -> Iterator[Candidate]:
    """Scored candidates between phrases that nothing ties yet, heads of phrases first."""
    phrases = Phrases(analysis)
    ranked = sorted(
        scored, key=lambda c: phrases.is_modifier(c.source) + phrases.is_modifier(c.target)
    )
    accepted = list(matched)
    for candidate in ranked:
        alike = [other for other in accepted if phrases.alike(candidate, other)]
        same = [o for o in alike if (o.source, o.target) == (candidate.source, candidate.target)]
        if len(alike) == len(same) and not any(o in matched for o in alike):
            accepted.append(candidate)
            yield candidate


def _at(referents: Referents, span: tuple[int, int]) -> tuple[Mention, ...]:
    return tuple(m for m in referents.mentions if (m.begin, m.end) == span)


def _words(analysis: Analysis, scored: Scored) -> tuple[Token, ...]:
    first = analysis.root_of(*scored.pair.first)
    second = analysis.root_of(*scored.pair.second)
    if first is None or second is None:  # the encoder makes no pair of such
        return ()
    return path(analysis, first, second)


def _trigger(words: tuple[Token, ...], relation: str, frames: Frames) -> Token:
    """The word on the way that states the relation, else the verb at its top, else any word."""
    between = words[1:-1] or words[-1:]
    stating = [t for t in between if any(f.relation == relation for f in _frames_of(t, frames))]
    verbs = [t for t in between if t.pos in {"VERB", "AUX"}]
    nouns = [t for t in between if t.pos in {"NOUN", "ADJ"}]
    return (stating or verbs or nouns or list(between))[0]


def _frames_of(token: Token, frames: Frames) -> tuple[Frame, ...]:
    return (
        *frames.verbs.get(token.lemma, ()),
        *frames.nouns.get(token.lemma, ()),
        *frames.adjectives.get(token.lemma, ()),
    )


def _governor(analysis: Analysis, trigger: Token) -> Token:
    """The verb whose clause the word stands in."""
    if trigger.pos in {"VERB", "AUX"}:
        return trigger
    above = (t for t in analysis.ancestors(trigger) if t.pos in {"VERB", "AUX"})
    return next(above, trigger)
