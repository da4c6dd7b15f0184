"""Actors without a name of their own: "foreign fighters", "aid workers", "the coalition"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tieline.actors import nouns
from tieline.actors.deeds import does
from tieline.actors.phrases import (
    Phrase,
    determiner,
    is_plural,
    is_proper,
    is_told_of,
    of_complement,
    phrase_of,
    possessor,
)
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention, MentionForm

_ALL = nouns.PEOPLE | nouns.BODIES | nouns.FORCE | nouns.GOVERNMENT | nouns.PERSONNEL
_HEADS = _ALL | nouns.DOERS
_BODILY = nouns.BODIES | nouns.FORCE | nouns.GOVERNMENT
# Nobody, unless it is said whose: "ranks", "intelligence".
_ONLY_OWNED = (nouns.PERSONNEL - nouns.PEOPLE - _BODILY) | {"intelligence"}
_UNIQUE = nouns.load("unique_bodies")
_NOMINAL = frozenset(["NOUN", "PROPN", "ADJ"])
_MODEL = 5  # letters and digits of a type of weapon
_SERVICE_MODIFIERS = nouns.load("service_modifiers")
_POWER_MODIFIERS = nouns.load("power_modifiers")
_DEFINITE = frozenset(["the", "this", "that", "its", "their", "his", "her"])
_PREDICATE = frozenset(["attr", "appos", "compound", "nmod", "amod", "npadvmod", "oprd"])
_BEFORE_NOUN = frozenset(["compound", "nmod", "amod", "npadvmod"])
_LABEL = ("foreign terrorist organization", "specially designated")  # legal terms, no actors


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase that describes an actor, and the named actor it belongs to, if any."""

    analysis: Analysis
    phrase: Phrase
    kind: ActorKind | None
    sentence: int
    owner: Mention | None = None

    def mention(self, text: str, kind: ActorKind) -> Mention:
        """The description as an unlinked mention."""
        begin, end = self.phrase.begin, self.phrase.end
        name = self.phrase.name
        return Mention(
            begin, end, text[begin:end], name, kind, MentionForm.DESCRIBED, self.sentence
        )


def descriptions(
    analysis: Analysis, sentence: int, names: Sequence[Mention]
) -> Iterator[Description]:
    """Descriptions in one sentence, given the names found in it."""
    for token in analysis.tokens:
        if token.lemma not in _HEADS or token.pos not in _NOMINAL:
            continue
        if any(name.begin <= token.begin < name.end for name in names) or _is_modifier(token):
            continue
        if token.lemma not in _ALL and not does(analysis, token):
            continue
        phrase = _widened(analysis, phrase_of(analysis, token), names)
        if _is_title(phrase, names) or phrase.name.lower().startswith(_LABEL):
            continue
        owner = _owner(analysis, phrase, names)
        kind = _kind(analysis, phrase, owned=owner is not None)
        if kind is not None or owner is not None:
            yield Description(analysis, phrase, kind, sentence, owner)


def _widened(analysis: Analysis, phrase: Phrase, names: Sequence[Mention]) -> Phrase:
    """The phrase with the whole of a name that its first word lies in."""
    for name in names:
        if name.begin < phrase.begin < name.end <= phrase.end:
            first = analysis.within(name.begin, name.end)[0].index
            return Phrase(analysis.tokens[first : phrase.head.index + 1])
    return phrase


def _is_modifier(head: Token) -> bool:
    """A noun before another noun."""
    return head.dep in _BEFORE_NOUN and head.head > head.index


def _is_title(phrase: Phrase, names: Sequence[Mention]) -> bool:
    """Whether a person's name follows at once: "Foreign Minister X"."""
    return phrase.head.tag in {"NN", "NNP"} and any(name.begin == phrase.end + 1 for name in names)


def _owner(analysis: Analysis, phrase: Phrase, names: Sequence[Mention]) -> Mention | None:
    """The named actor whose people or body this is."""
    inside = [n for n in names if phrase.begin <= n.begin and n.end <= phrase.end]
    if inside:
        return inside[-1]
    for token in (possessor(analysis, phrase.head), of_complement(analysis, phrase.head)):
        for name in names:
            if token is not None and name.begin <= token.begin < name.end:
                return name
    return None


def _kind(analysis: Analysis, phrase: Phrase, *, owned: bool) -> ActorKind | None:
    """What the phrase describes; None for what is no actor or too vague."""
    head = phrase.head
    plural = is_plural(head)
    if _is_thing(phrase) or (not plural and head.dep in _PREDICATE):
        return None
    if not owned and _is_vague(analysis, phrase):
        return None
    if len(phrase.tokens) > 1 and all(map(is_proper, phrase.tokens)) and not owned and not plural:
        return ActorKind.ORGANISATION
    if plural:
        return ActorKind.GROUP
    if head.lemma in nouns.PEOPLE:
        return ActorKind.PERSON if owned or determiner(analysis, head) else None
    if head.lemma in _BODILY | nouns.DOERS:
        return None if _is_bare(analysis, phrase) else ActorKind.GROUP
    return None


def _is_bare(analysis: Analysis, phrase: Phrase) -> bool:
    """A noun without an article names no body unless it acts: "in office", "in company"."""
    head = phrase.head
    alone = len(phrase.tokens) == 1 and not analysis.children(head, "det", "poss", "nummod")
    return alone and head.lemma not in _UNIQUE and not does(analysis, head)


def _is_vague(analysis: Analysis, phrase: Phrase) -> bool:
    """Whether the words say too little, and nothing is told of whom they mean."""
    head = phrase.head
    if head.lemma in _ONLY_OWNED:
        return True
    vague = len(phrase.tokens) == 1 and head.lemma in nouns.VAGUE
    return vague and not (
        _may_refer(analysis, head) or _is_told(analysis, head) or is_told_of(analysis, head)
    )


def _is_thing(phrase: Phrase) -> bool:
    """Whether it is a thing or place, though the noun may mean a body: "war powers"."""
    if phrase.head.entity in {"GPE", "LOC", "FAC"} or any(_is_model(t) for t in phrase.tokens):
        return True
    before = {token.lemma for token in phrase.tokens[:-1]}
    if phrase.head.lemma == "authority":
        return phrase.head.tag == "NN"
    if phrase.head.lemma == "service":
        return not before & _SERVICE_MODIFIERS
    return phrase.head.lemma == "power" and not before & _POWER_MODIFIERS


def _is_told(analysis: Analysis, head: Token) -> bool:
    """People of whom something is said at once: "individuals who financed …"."""
    return head.lemma in nouns.PEOPLE and bool(analysis.children(head, "acl", "relcl"))


def _is_model(token: Token) -> bool:
    """Whether it is a type of weapon: "B-2" of "B-2 bombers"."""
    return len(token.text) <= _MODEL and token.text[0].isupper() and token.text[-1].isdigit()


def _may_refer(analysis: Analysis, head: Token) -> bool:
    """A vague noun is kept where coreference may find whom it means."""
    definite = determiner(analysis, head) in _DEFINITE
    return definite and (head.lemma in nouns.DEFINITES or head.lemma in nouns.PEOPLE)
