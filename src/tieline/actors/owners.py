"""Whom "its fighters", "his government" or "their leader" means, by whose they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tieline.actors import nouns
from tieline.actors.phrases import is_plural
from tieline.actors.registry import Registry
from tieline.model.actor import Actor, ActorKind, NameKind
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention

_COUNTRY = frozenset("country nation republic kingdom emirate homeland cabinet".split())
_FOLLOWING = frozenset(
    "group organization organisation movement network militia faction man fighter".split()
)
_ARMED = frozenset([ActorKind.ARMED_GROUP, ActorKind.FORCE])


class Owned(NamedTuple):
    """Name, kind and id of what is owned."""

    name: str
    kind: ActorKind
    actor_id: str | None


@dataclass
class Posts:
    """Whom persons lead or serve: by the registry, or as the document says."""

    registry: Registry
    _said: dict[str, Mention] = field(default_factory=dict)

    def note(
        self, analysis: Analysis, person: Mention, name: Token, present: Iterable[Mention]
    ) -> None:
        """Keep what is said with a person's name: "X, the Iranian minister"."""
        around = [analysis.head(name)] if name.dep == "appos" else []
        around += analysis.children(name, "appos", "compound", "nmod", "amod")
        within = [token for noun in around for token in _modifiers(analysis, noun, name)]
        for mention in present:
            if mention.kind is ActorKind.STATE and any(
                mention.begin <= token.begin < mention.end for token in within
            ):
                self._said.setdefault(person.key, mention)

    def state(self, person: Mention) -> Owned | None:
        """The one state a person leads or serves."""
        led = self._led(person, ActorKind.STATE)
        if led is not None:
            return Owned(led.name, led.kind, led.id)
        said = self._said.get(person.key)
        return Owned(said.name, said.kind, said.actor_id) if said else None

    def group(self, person: Mention) -> Owned | None:
        """The one armed group a person leads."""
        led = self._led(person, ActorKind.ARMED_GROUP)
        return Owned(led.name, led.kind, led.id) if led else None

    def _led(self, person: Mention, kind: ActorKind) -> Actor | None:
        actor = self.registry.get(person.actor_id)
        led = {f.target for f in actor.facts if f.relation == "leads"} if actor else set()
        found = [a for a in map(self.registry.get, sorted(led)) if a and a.kind is kind]
        return found[0] if len(found) == 1 else None

    def belonging(self, head: Token, owner: Mention) -> Owned | None:
        """What a possessed noun means, if it can be said."""
        if owner.kind is ActorKind.PERSON:
            return self._of_person(head, owner)
        if owner.kind is ActorKind.STATE:
            return self._of_state(head, Owned(owner.name, owner.kind, owner.actor_id))
        many = is_plural(head) or head.lemma not in nouns.PEOPLE
        if owner.kind in _ARMED and many and head.lemma in nouns.PERSONNEL:
            return Owned(owner.name, owner.kind, owner.actor_id)
        return _people(head, owner)

    def _of_person(self, head: Token, owner: Mention) -> Owned | None:
        lemma = head.lemma
        state = self.state(owner)
        if state is not None and lemma in _COUNTRY | nouns.GOVERNMENT:
            return state
        if state is not None and lemma in nouns.FORCE and lemma not in nouns.PERSONNEL:
            return self._of_state(head, state)
        group = self.group(owner) if lemma in _FOLLOWING else None
        return group or _people(head, owner)

    def _of_state(self, head: Token, owner: Owned) -> Owned | None:
        lemma = head.lemma
        if lemma in nouns.GOVERNMENT | _COUNTRY:
            return owner
        if lemma in nouns.FORCE and (is_plural(head) or lemma not in nouns.PEOPLE):
            return force(head.text, self.registry.get(owner.actor_id), owner.name, self.registry)
        return _people(head, owner)


def force(said: str, state: Actor | None, name: str, registry: Registry) -> Owned:
    """A state's army, police or soldiers: the registry's, or one named after the state."""
    adjectives = [n.text for n in state.names if n.kind is NameKind.DEMONYM] if state else []
    called = {f"{word} {said}".lower() for word in (*adjectives, name)}
    for one in registry.forces(state.country) if state else ():
        if called & {one.name.lower(), *(n.text.lower() for n in one.names)}:
            return Owned(one.name, one.kind, one.id)
    return Owned(f"{[*adjectives, name][0]} {said.lower()}", ActorKind.FORCE, None)


def _people(head: Token, owner: Mention | Owned) -> Owned | None:
    if head.lemma not in nouns.PEOPLE:
        return None
    kind = ActorKind.GROUP if is_plural(head) else ActorKind.PERSON
    return Owned(f"{head.text.lower()} of {owner.name}", kind, None)


def _modifiers(analysis: Analysis, noun: Token, name: Token) -> Sequence[Token]:
    """The noun, what stands before it, and what follows "of"."""
    found = [noun, *analysis.children(noun, "amod", "compound", "nmod", "poss")]
    for preposition in (*analysis.children(noun, "prep"), *analysis.children(name, "prep")):
        if preposition.lemma == "of":
            found += analysis.children(preposition, "pobj")
    return found
