"""The times a sentence gives, and which of them belongs to a predicate.

Dates are read from the words alone and resolved against the document's date; what
depends on that date has none when it is unknown. "After the war" is kept as words
without dates: nothing is guessed.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from tieline.claims.attachment import clause_of, distance, happens
from tieline.claims.calendar import Clock
from tieline.claims.expressions import Expression, expressions
from tieline.claims.wordlists import words
from tieline.model.analysis import Analysis, Token
from tieline.model.claim import Time

_ATTRIBUTIVE = frozenset({"nummod", "compound", "amod", "nmod", "poss"})
_ANCHORING = frozenset(
    {"before", "after", "during", "until", "since", "following", "prior", "upon"}
)
_PERSONLIKE = frozenset({"PERSON", "GPE", "NORP", "ORG", "LOC", "FAC"})
_ERAS = words(
    """
    decade year month week day era century period time aftermath wake
    """
)
_AHEAD = frozenset({"will", "wo", "'ll", "shall", "may", "might", "can", "must", "should"})
_DISCOURSE = re.compile(r"now|today", re.IGNORECASE)
_VAGUENESS = 1.0  # what an expression without any date loses to one with a date


def find(analysis: Analysis, text: str, published: date | None) -> tuple[Time, ...]:
    """Every time expression of a sentence; `text` is the whole document's."""
    begin = analysis.sentence.begin
    found = [
        _time(text, begin + e.begin, begin + e.end, e, _clock(analysis, begin + e.begin, published))
        for e in expressions(text[begin : analysis.sentence.end])
        if _is_time(analysis, e, begin)
    ]
    taken = [(time.begin, time.end) for time in found]
    found.extend(_anchored(analysis, text, taken))
    return tuple(sorted(found, key=lambda time: time.begin))


def _time(text: str, begin: int, end: int, expression: Expression, clock: Clock) -> Time:
    period = expression.read(clock)
    return Time(text[begin:end], begin, end, period.earliest, period.latest)


def _is_time(analysis: Analysis, expression: Expression, offset: int) -> bool:
    begin, end = offset + expression.begin, offset + expression.end
    tokens = analysis.within(begin, end)
    if not tokens:
        return False
    following = analysis.tokens[tokens[-1].index + 1 : tokens[-1].index + 2]
    if tokens[0].index == 0 and _DISCOURSE.fullmatch(tokens[0].text):
        return not (following and following[0].text == ",") or tokens[0].text.lower() == "today"
    return not _counts(analysis, tokens[-1])


def _counts(analysis: Analysis, token: Token) -> bool:
    """Whether a bare figure that looks like a year counts things: '2000 fighters'."""
    return (
        token.tag == "CD"
        and token.dep == "nummod"
        and analysis.head(token).tag == "NNS"
        and token.entity in {"CARDINAL", "QUANTITY"}
        and not analysis.children(analysis.head(token), "det", "poss")
    )


def _clock(analysis: Analysis, begin: int, published: date | None) -> Clock:
    tokens = [t for t in analysis.tokens if t.end > begin]
    if not tokens:
        return Clock(published)
    helpers = analysis.children(clause_of(analysis, tokens[0]), "aux")
    perfect = [t for t in helpers if t.lemma in {"have", "'ve", "has"}]
    ahead = any(t.lemma in _AHEAD for t in helpers) and not perfect
    ongoing = any(t.tag in {"VBZ", "VBP"} for t in perfect)
    return Clock(published, future=ahead, ongoing=ongoing)


def _anchored(analysis: Analysis, text: str, taken: list[tuple[int, int]]) -> Iterator[Time]:
    """'After the death of the emir', 'in the decades before that': words without dates."""
    for token in analysis.tokens:
        noun = _anchor(analysis, token)
        if noun is None:
            continue
        begin, end = token.begin, _phrase_end(analysis, noun)
        if not any(begin < e and b < end for b, e in taken):
            taken.append((begin, end))
            yield Time(text[begin:end], begin, end)


def _anchor(analysis: Analysis, token: Token) -> Token | None:
    if token.dep not in {"prep", "mark", "advmod"}:
        return None
    nouns = list(analysis.children(token, "pobj"))
    for to in analysis.children(token, "prep", "pcomp"):
        nouns.extend(analysis.children(to, "pobj"))
    for noun in nouns:
        era = token.lemma in {"in", "over", "during"} and noun.lemma in _ERAS and noun.tag == "NNS"
        if era and not analysis.children(noun, "amod", "nummod"):
            return noun
        if token.lemma not in _ANCHORING or noun.entity in _PERSONLIKE:
            continue
        if token.lemma == "during" or noun.pos == "NOUN":
            return None if noun.lemma in _ERAS and noun.tag == "NN" else noun
    return None


def _phrase_end(analysis: Analysis, noun: Token) -> int:
    """The end of a noun phrase without its relative clauses."""
    last = noun
    for child in analysis.children(noun):
        if child.index > noun.index and child.dep in {"prep", "amod", "pobj", "advmod"}:
            tail = max(analysis.subtree(child), key=lambda t: t.index)
            last = tail if tail.index > last.index else last
    return last.end


def for_predicate(analysis: Analysis, predicate: Token, times: Sequence[Time]) -> Time | None:
    """The time that belongs to a predicate, never that of a saying about it."""
    ranked = []
    for time in times:
        cost = _cost(analysis, predicate, time)
        if cost is not None:
            vague = time.earliest is None and time.latest is None
            away = abs(time.begin - predicate.begin) / 10_000
            ranked.append((cost + away + _VAGUENESS * vague, time.begin, time))
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def _cost(analysis: Analysis, predicate: Token, time: Time) -> float | None:
    """How far a time stands from a predicate in the parse; None if it is not its own."""
    root = analysis.root_of(time.begin, time.end)
    if root is None:
        return None
    host = analysis.head(root)
    if predicate.index != root.index and _belongs_to_noun(root, host, predicate, time):
        return None
    return distance(analysis, predicate, root)


def _belongs_to_noun(root: Token, host: Token, predicate: Token, time: Time) -> bool:
    """'The 2014 accord', 'ambassador since 2017': the noun's date, not the verb's."""
    if host.index == predicate.index or host.pos not in {"NOUN", "PROPN"}:
        return False
    return root.dep in _ATTRIBUTIVE or (
        not happens(host) and time.text.lower().startswith(("since", "until"))
    )
