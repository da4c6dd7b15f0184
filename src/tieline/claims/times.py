"""The times a sentence gives, and which of them belongs to a predicate.

Dates are read from the words alone and resolved against the document's date; what
depends on that date has none when it is unknown. "After the war" is kept as words
without dates: nothing is guessed.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from tieline.claims import speech
from tieline.claims.calendar import Clock
from tieline.claims.expressions import Expression, expressions
from tieline.model.analysis import Analysis, Token
from tieline.model.claim import Time

_CLAUSAL = frozenset(
    ["ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "csubj", "xcomp"]
)
_ATTRIBUTIVE = frozenset({"nummod", "compound", "amod", "nmod", "poss"})
_ANCHORING = frozenset(
    {"before", "after", "during", "until", "since", "following", "prior", "upon"}
)
_PERSONLIKE = frozenset({"PERSON", "GPE", "NORP", "ORG", "LOC", "FAC"})
_ERAS = frozenset("decade year month week day era century period time aftermath wake".split())
_AHEAD = frozenset({"will", "wo", "'ll", "shall", "may", "might", "can", "must", "should"})
_DISCOURSE = re.compile(r"now|today", re.IGNORECASE)
_DEED_ENDINGS = ("tion", "ment", "ance", "ence", "ing", "sion", "ship", "sis", "ure", "acy", "ity")
_DEEDS = frozenset(
    """attack war support aid strike raid fight clash talk alliance tie link help murder assault siege
    oath pledge threat visit contact rivalry control deal split merger role use abuse arrest ambush
    battle coup backing rule conflict campaign offensive plot blast massacre training transfer
    shipment delivery dispute feud truce ceasefire accord rebellion revolt mutiny effort attempt
    arrival return withdrawal removal trial burial denial betrayal patrol""".split()
)
_NOT_DEEDS = frozenset(
    """organization organisation faction nation commission institution administration association
    delegation population government parliament department regiment establishment community
    university city facility corporation station foundation federation confederation building
    leadership king audience resident location mission position ambition entity authority""".split()
)
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


def clause_of(analysis: Analysis, token: Token) -> Token:
    """The head of the clause a token stands in: itself if it heads one."""
    for node in (token, *analysis.ancestors(token)):
        if node.dep in _CLAUSAL and (node.pos in {"VERB", "AUX"} or node.head == node.index):
            return node
    return token


def for_predicate(analysis: Analysis, predicate: Token, times: Sequence[Time]) -> Time | None:
    """The time that belongs to a predicate, never that of a saying about it."""
    ranked = []
    for time in times:
        cost = _cost(analysis, predicate, time)
        if cost is not None:
            vague = time.earliest is None and time.latest is None
            distance = abs(time.begin - predicate.begin) / 10_000
            ranked.append((cost + distance + _VAGUENESS * vague, time.begin, time))
    return min(ranked)[2] if ranked else None


def _cost(analysis: Analysis, predicate: Token, time: Time) -> float | None:
    """How far a time stands from a predicate in the parse; None if it is not its own."""
    root = analysis.root_of(time.begin, time.end)
    if root is None:
        return None
    host = analysis.head(root)
    if host.index == predicate.index or root.index == predicate.index:
        return 0
    if predicate.pos in {"NOUN", "PROPN"}:
        if _within_phrase(analysis, predicate, root):
            return 0
        if not _happens(predicate):
            return None
    if _belongs_to_noun(root, host, time):
        return None
    return _clause_cost(analysis, predicate, time, clause_of(analysis, host))


def _belongs_to_noun(root: Token, host: Token, time: Time) -> bool:
    """'The 2014 accord', 'ambassador since 2017': the noun's date, not the verb's."""
    if host.pos not in {"NOUN", "PROPN"}:
        return False
    return root.dep in _ATTRIBUTIVE or (
        not _happens(host) and time.text.lower().startswith(("since", "until"))
    )


def _within_phrase(analysis: Analysis, predicate: Token, root: Token) -> bool:
    for node in analysis.ancestors(root):
        if node.index == predicate.index:
            return True
        if node.pos in {"VERB", "AUX"}:
            return False
    return False


def _happens(noun: Token) -> bool:
    """Whether a noun names a deed or tie, which the verb of its sentence may date."""
    if noun.pos != "NOUN" or noun.lemma in _NOT_DEEDS:
        return False
    return noun.lemma in _DEEDS or noun.lemma.endswith(_DEED_ENDINGS)


def _clause_cost(analysis: Analysis, predicate: Token, time: Time, wanted: Token) -> float | None:
    clause, cost = clause_of(analysis, predicate), 0.2
    if _purpose(analysis, clause, wanted):
        return 1.5
    while clause.index != wanted.index:
        above = analysis.head(clause)
        if above.index == clause.index or not _inherits(analysis, clause, above, time):
            return None
        clause, cost = clause_of(analysis, above), cost + 2
    return cost


def _purpose(analysis: Analysis, clause: Token, wanted: Token) -> bool:
    """'Sent troops to fight it in 2021': the date after the purpose dates the sending too."""
    return (
        wanted.dep in {"xcomp", "advcl"}
        and wanted.head == clause.index
        and wanted.index > clause.index
        and not analysis.children(wanted, "mark", "nsubj", "nsubjpass")
        and clause.lemma not in speech.ATTRIBUTING
    )


def _inherits(analysis: Analysis, clause: Token, above: Token, time: Time) -> bool:
    """Whether a clause is dated by the clause above it."""
    if clause.dep == "conj":
        return time.begin < min(clause.begin, above.begin) or _leads(analysis, time)
    if clause.dep == "ccomp":
        return above.index < clause.index and above.lemma not in speech.ATTRIBUTING
    if clause.dep == "advcl":
        return not analysis.children(clause, "mark", "advmod")
    return clause.dep in {"xcomp", "pcomp", "csubj"}


def _leads(analysis: Analysis, time: Time) -> bool:
    words = [t for t in analysis.tokens if t.pos != "PUNCT"]
    return bool(words) and time.begin <= words[0].begin
