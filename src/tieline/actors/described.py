"""Actors without a name of their own: "foreign fighters", "Pakistani intelligence"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tieline.actors import nouns
from tieline.actors.phrases import (
    Phrase,
    determiner,
    is_plural,
    is_proper,
    of_complement,
    phrase_of,
    possessor,
)
from tieline.actors.registry import Registry
from tieline.model.actor import Actor, ActorKind, NameKind
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention, MentionForm

_ALL = nouns.PEOPLE | nouns.BODIES | nouns.FORCE | nouns.GOVERNMENT | nouns.PERSONNEL
_BODILY = nouns.BODIES | nouns.GOVERNMENT
_FORCE_MODIFIERS = nouns.load("force_modifiers")
_SERVICE_MODIFIERS = nouns.load("service_modifiers")
_POWER_MODIFIERS = nouns.load("power_modifiers")
# Legal labels, which are no actors.
_LABELS = frozenset(
    """foreign terrorist organization,foreign terrorist organizations,specially designated global
terrorist,specially designated global terrorists,specially designated nationals""".replace(
        "\n", " "
    ).split(",")
)
_DEFINITE = frozenset(["the", "this", "that", "its", "their", "his", "her"])
_PREDICATE = frozenset(["attr", "appos", "compound", "nmod", "amod", "npadvmod", "oprd"])


@dataclass(frozen=True, slots=True)
class Description:
    """A described actor; `swallows` says the name inside is no mention of its own."""

    mention: Mention
    swallows: Mention | None = None


def descriptions(
    analysis: Analysis, sentence: int, names: Sequence[Mention], registry: Registry, text: str
) -> Iterator[Description]:
    """Described actors of one sentence, given the names found in it."""
    for token in analysis.tokens:
        if token.pos not in {"NOUN", "PROPN", "ADJ"} or token.lemma not in _ALL:
            continue
        if any(name.begin <= token.begin < name.end for name in names):
            continue
        description = _describe(analysis, token, sentence, names, registry, text)
        if description is not None:
            yield description


def _describe(  # noqa: PLR0913 - one noun and all it is read against
    analysis: Analysis,
    head: Token,
    sentence: int,
    names: Sequence[Mention],
    registry: Registry,
    text: str,
) -> Description | None:
    if _is_modifier(analysis, head):
        return None
    phrase = phrase_of(analysis, head)
    owner = _owner(analysis, phrase, names)
    if owner is not None:
        return _owned(analysis, phrase, owner, sentence, registry, text)
    kind = _bare_kind(analysis, phrase)
    if kind is None or phrase.name.lower() in _LABELS:
        return None
    if kind is ActorKind.GROUP and len(phrase.tokens) > 1 and all(map(is_proper, phrase.tokens)):
        kind = ActorKind.ORGANISATION
    return Description(_mention(text, phrase.begin, phrase.end, phrase.name, kind, sentence))


def _is_modifier(analysis: Analysis, head: Token) -> bool:
    """A noun before another noun; before a person's name it is a title."""
    return head.dep in {"compound", "nmod", "amod", "npadvmod"} and analysis.head(head).index > (
        head.index
    )


def _owner(analysis: Analysis, phrase: Phrase, names: Sequence[Mention]) -> Mention | None:
    """The named actor whose people or body this is."""
    inside = [n for n in names if phrase.begin <= n.begin and n.end <= phrase.end]
    if inside:
        return inside[-1]
    for token in (possessor(analysis, phrase.head), of_complement(analysis, phrase.head)):
        if token is not None:
            for name in names:
                if name.begin <= token.begin < name.end:
                    return name
    return None


def _owned(  # noqa: PLR0913 - likewise
    analysis: Analysis,
    phrase: Phrase,
    owner: Mention,
    sentence: int,
    registry: Registry,
    text: str,
) -> Description | None:
    begin, end = min(phrase.begin, owner.begin), max(phrase.end, owner.end)
    whole = _mention(text, begin, end, phrase.name, ActorKind.GROUP, sentence)
    if owner.kind is ActorKind.STATE:
        return _of_state(analysis, phrase, owner, whole, registry, text)
    if owner.kind is ActorKind.PERSON and phrase.head.lemma in nouns.GOVERNMENT:
        led = _led_by(owner, registry)
        if led is not None:
            linked = replace(whole, name=led.name, kind=led.kind, actor_id=led.id)
            return Description(linked, swallows=owner)
    if owner.kind is ActorKind.PERSON:
        return _nested(analysis, phrase, owner, text)
    own = nouns.ORGANISATION_PERSONNEL if owner.kind is ActorKind.ORGANISATION else nouns.PERSONNEL
    if phrase.head.lemma in own and _is_many(phrase.head):
        return _personnel(phrase, owner, whole, text)
    return _nested(analysis, phrase, owner, text)


def _personnel(phrase: Phrase, owner: Mention, whole: Mention, text: str) -> Description:
    """ "Taliban fighters" is one mention; "members" and "the Taliban" of "members of …" two."""
    if owner.begin >= phrase.end:
        whole = replace(whole, end=phrase.end, text=text[whole.begin : phrase.end])
    linked = replace(whole, name=owner.name, kind=owner.kind, actor_id=owner.actor_id)
    return Description(linked, swallows=None if owner.begin >= phrase.end else owner)


def _led_by(person: Mention, registry: Registry) -> Actor | None:
    """The state a person leads: "the Bush administration"."""
    actor = registry.get(person.actor_id)
    led = {f.target for f in actor.facts if f.relation == "leads"} if actor else set()
    states = [state for state in map(registry.get, sorted(led)) if state]
    return states[0] if len(states) == 1 and states[0].kind is ActorKind.STATE else None


def _of_state(
    analysis: Analysis,
    phrase: Phrase,
    owner: Mention,
    whole: Mention,
    registry: Registry,
    text: str,
) -> Description | None:
    lemma = phrase.head.lemma
    state = registry.get(owner.actor_id)
    if lemma in nouns.GOVERNMENT:
        linked = replace(whole, name=owner.name, kind=owner.kind, actor_id=owner.actor_id)
        return Description(linked, swallows=owner)
    if lemma in nouns.FORCE and _is_many(phrase.head) and _is_official(phrase, owner):
        force = _force(phrase, state, registry)
        name = force.name if force else _force_name(phrase, owner, state)
        kind = ActorKind.FORCE
        linked = replace(whole, name=name, kind=kind, actor_id=force.id if force else None)
        return Description(linked, swallows=owner)
    return _nested(analysis, phrase, owner, text)


def _nested(analysis: Analysis, phrase: Phrase, owner: Mention, text: str) -> Description | None:
    """A person or group described beside the name inside, which stays a mention."""
    if phrase.head.dep in _PREDICATE and not is_plural(phrase.head):
        return None
    kind = _bare_kind(analysis, phrase, owned=True)
    if kind is None:
        return None
    mention = _mention(text, phrase.begin, phrase.end, phrase.name, kind, owner.sentence)
    return Description(mention)


def _bare_kind(analysis: Analysis, phrase: Phrase, *, owned: bool = False) -> ActorKind | None:
    head = phrase.head
    if _is_no_body(phrase):
        return None
    plural = is_plural(head)
    alone = len(phrase.tokens) == 1
    if not plural and head.dep in _PREDICATE and not owned:
        return None
    if alone and head.lemma in nouns.VAGUE and not owned and not _may_refer(analysis, head):
        return None
    if plural:
        return ActorKind.GROUP
    if head.lemma in nouns.PEOPLE:
        return ActorKind.PERSON if owned or determiner(analysis, head) else None
    return ActorKind.GROUP if head.lemma in nouns.BODIES | nouns.FORCE | _BODILY else None


def _is_no_body(phrase: Phrase) -> bool:
    """ "financial services", "war powers": things, though the noun may mean a body."""
    before = {token.lemma for token in phrase.tokens[:-1]}
    if phrase.head.lemma == "service":
        return not before & _SERVICE_MODIFIERS
    return phrase.head.lemma == "power" and not before & _POWER_MODIFIERS


def _may_refer(analysis: Analysis, head: Token) -> bool:
    """A vague noun is kept where coreference may find whom it means."""
    definite = determiner(analysis, head) in _DEFINITE
    return definite and (head.lemma in nouns.DEFINITES or head.lemma in nouns.PEOPLE)


def _is_many(head: Token) -> bool:
    return is_plural(head) or head.lemma not in nouns.PEOPLE


def _is_official(phrase: Phrase, owner: Mention) -> bool:
    """Whether nothing makes them rebels or a militia: "Syrian rebel forces"."""
    between = [t for t in phrase.tokens[:-1] if t.begin >= owner.end or owner.begin >= phrase.end]
    return all(
        token.text.lower() in _FORCE_MODIFIERS or not token.text.isalpha() for token in between
    )


def _force(phrase: Phrase, state: Actor | None, registry: Registry) -> Actor | None:
    """The registry's force of that state: by its name, or its only intelligence service."""
    if state is None:
        return None
    forces = registry.forces(state.country)
    lemmas = {token.lemma for token in phrase.tokens}
    if lemmas & nouns.INTELLIGENCE and lemmas & nouns.SERVICE:
        found = [f for f in forces if _is_intelligence(f)]
    else:
        found = [f for f in forces if _ends_like(f, phrase)]
    return found[0] if len(found) == 1 else None


def _is_intelligence(force: Actor) -> bool:
    return "intelligence" in force.name.lower()


def _ends_like(force: Actor, phrase: Phrase) -> bool:
    tail = phrase.head.text.lower()
    return any(name.text.lower().endswith(" " + tail) for name in force.names) or (
        force.name.lower().endswith(" " + tail)
    )


def _force_name(phrase: Phrase, owner: Mention, state: Actor | None) -> str:
    """ "Pakistani army", also for "Pakistan's army" and "the army of Pakistan"."""
    rest = [t for t in phrase.tokens if not owner.begin <= t.begin < owner.end]
    demonyms = [n.text for n in state.names if n.kind is NameKind.DEMONYM] if state else []
    first = demonyms[0] if demonyms else owner.name
    return " ".join([first, *(token.text.lower() for token in rest if token.text.isalpha())])


def _mention(  # noqa: PLR0913 - the fields of a mention
    text: str, begin: int, end: int, name: str, kind: ActorKind, sentence: int
) -> Mention:
    return Mention(begin, end, text[begin:end], name, kind, MentionForm.DESCRIBED, sentence)
