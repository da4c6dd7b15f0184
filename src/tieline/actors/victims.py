"""Whom and what violence is done to: "villagers", "police posts", "an election rally".

People without a name, and places, are actors only as its targets.
"""

from collections.abc import Iterator, Sequence

from tieline.actors import nouns
from tieline.actors.phrases import determiner, is_plural, of_complement, phrase_of, possessor
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention, MentionForm

_PEOPLE = nouns.load("victims")
_PLACES = nouns.load("struck_places")
_LIVED_IN = nouns.load("lived_in")
_AREAS = frozenset(["area", "neighbourhood", "neighborhood"])
_HARMING = nouns.load("harming_verbs")
_STRIKING = nouns.load("striking_verbs")
_DRIVING = frozenset(
    ["drive", "force", "chase", "uproot", "round", "lock", "gun", "blow", "single"]
)
_HARM = nouns.load("harm")
_STRIKE = nouns.load("strikes")
_TOLL = frozenset(["death", "casualty", "fatality", "victim"])
_AT = frozenset(["on", "against", "at", "of", "upon"])
_ANY = frozenset(["any", "every", "no", "each", "a", "an"])
_COUNTS = frozenset(
    """dozen hundred thousand score number group ten most many some several
two three scores dozens hundreds thousands all""".split()
)


def victims(analysis: Analysis, sentence: int, text: str, names: Sequence[Mention],
            told: Sequence[Mention]) -> Iterator[Mention]:  # fmt: skip
    """Targets of violence in one sentence that neither are nor contain a name."""
    for token in analysis.tokens:
        if token.pos not in {"NOUN", "ADJ"} or _covers(told, token) or not is_hit(analysis, token):
            continue
        phrase = phrase_of(analysis, token)
        inside = any(phrase.begin < n.end and n.begin < phrase.end for n in (*names, *told))
        if not inside and not _is_of(analysis, token, names):
            begin, end = phrase.begin, phrase.end
            yield Mention(begin, end, text[begin:end], phrase.name, ActorKind.GROUP,
                          MentionForm.DESCRIBED, sentence)  # fmt: skip


def _covers(mentions: Sequence[Mention], token: Token) -> bool:
    return any(m.begin <= token.begin < m.end for m in mentions)


def _is_of(analysis: Analysis, noun: Token, names: Sequence[Mention]) -> bool:
    """Whether it is a named actor's: then that actor is the target."""
    if noun.lemma in _PLACES and any(t.tag == "PRP$" for t in analysis.children(noun, "poss")):
        return True
    owners = (possessor(analysis, noun), of_complement(analysis, noun))
    return any(owner is not None and _covers(names, owner) for owner in owners)


def is_hit(analysis: Analysis, noun: Token) -> bool:
    """Whether the noun is people or a place that the sentence says violence is done to."""
    if noun.lemma in _PEOPLE:
        if _is_toll(analysis, noun):
            return True
        many = is_plural(noun) or determiner(analysis, noun) in _ANY
        return many and _suffers(analysis, noun, _HARMING, _HARM | _STRIKE)
    if noun.lemma not in _PLACES or noun.pos != "NOUN":
        return False
    if noun.lemma in _AREAS and not _is_lived_in(analysis, noun):
        return False
    return _suffers(analysis, noun, _STRIKING, _STRIKE)


def _is_lived_in(analysis: Analysis, area: Token) -> bool:
    return any(t.text.lower() in _LIVED_IN for t in analysis.children(area, "amod", "compound"))


def _is_toll(analysis: Analysis, noun: Token) -> bool:
    """Whether it says who the dead were: "civilian deaths"."""
    head = analysis.head(noun)
    return noun.dep in {"amod", "compound"} and head.lemma in _TOLL and noun.index < head.index


def _suffers(analysis: Analysis, noun: Token, verbs: frozenset[str], deeds: frozenset[str]) -> bool:
    noun = _counted(analysis, noun)
    head = analysis.head(noun)
    if noun.dep in {"dobj", "nsubjpass"}:
        return _is_deed(analysis, head, verbs)
    if noun.dep == "pobj" and head.text.lower() in _AT:
        above = analysis.head(head)
        done = above.pos == "NOUN" and above.lemma in deeds
        return done or (head.lemma in {"on", "at"} and above.lemma in {"fire", "shoot"})
    return any(
        clause.tag == "VBN" and _is_deed(analysis, clause, verbs)
        for clause in analysis.children(noun, "acl")
    )


def _is_deed(analysis: Analysis, verb: Token, verbs: frozenset[str]) -> bool:
    if verb.lemma in verbs:
        return verb.pos == "VERB"
    away = analysis.children(verb, "prep", "prt")
    return verb.lemma in _DRIVING and any(
        t.text.lower() in {"out", "from", "up", "down", "off"} for t in away
    )


def _counted(analysis: Analysis, noun: Token) -> Token:
    """The first of a list, and what counts it: "dozens of" its members."""
    while noun.dep == "conj" and noun.head != noun.index:
        noun = analysis.head(noun)
    if noun.dep == "pobj" and analysis.head(noun).lemma == "of":
        above = analysis.head(analysis.head(noun))
        if above.lemma in _COUNTS:
            return _counted(analysis, above)
    return noun
