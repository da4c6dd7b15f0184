"""Whom a description means by the named actor it belongs to: "Taliban fighters"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tieline.actors import nouns
from tieline.actors.described import Description
from tieline.actors.forces import force_name, force_of, is_official
from tieline.actors.offices import Offices
from tieline.actors.phrases import is_plural
from tieline.actors.registry import Registry
from tieline.model.actor import Actor, ActorKind
from tieline.model.mention import Mention

_FOLLOWING = frozenset(["group", "organization", "organisation", "movement", "network"])


@dataclass(frozen=True, slots=True)
class Described:
    """A described mention; `swallows` is a name inside that is no mention of its own."""

    mention: Mention
    swallows: Mention | None = None


@dataclass(frozen=True)
class Belonging:
    """Reads descriptions against the registry, as of the document's day."""

    text: str
    registry: Registry
    offices: Offices

    def read(self, description: Description) -> Iterator[Described]:
        """The description as a mention, if it is one."""
        owner = description.owner
        found = None
        if owner is not None and owner.kind is ActorKind.STATE:
            found = self._of_state(description, owner)
        elif owner is not None and owner.kind is ActorKind.PERSON:
            found = self._of_person(description, owner)
        elif owner is not None:
            found = self._of_group(description, owner)
        if found is None and description.kind is not None:
            found = self._unlinked(description, description.kind)
        if found is not None:
            yield found

    def _unlinked(self, description: Description, kind: ActorKind) -> Described:
        mention = description.mention(self.text, kind)
        owner = description.owner.actor_id if description.owner else None
        holder = self.offices.holder(owner, description.phrase)
        if holder is not None and kind is ActorKind.PERSON:
            mention = replace(mention, name=holder.name, actor_id=holder.id)
        return Described(mention)

    def _of_state(self, description: Description, owner: Mention) -> Described | None:
        head = description.phrase.head
        if head.lemma in nouns.GOVERNMENT:
            return Described(self._linked(description, owner), swallows=owner)
        if not _is_many(description) or not is_official(description.phrase, owner):
            return None
        if head.lemma not in nouns.FORCE:
            return None
        state = self.registry.get(owner.actor_id)
        force = force_of(description.phrase, state, self.registry)
        name = force.name if force else force_name(description.phrase, owner, state)
        mention = replace(self._whole(description, owner), name=name, kind=ActorKind.FORCE)
        return Described(replace(mention, actor_id=force.id if force else None), swallows=owner)

    def _of_person(self, description: Description, owner: Mention) -> Described | None:
        """The state or group the person leads: "the Bush administration"."""
        lemma = description.phrase.head.lemma
        kind = ActorKind.STATE if lemma in nouns.GOVERNMENT else ActorKind.ARMED_GROUP
        if lemma not in nouns.GOVERNMENT | _FOLLOWING:
            return None
        led = self._led_by(owner, kind)
        if led is None:
            return None
        whole = self._whole(description, owner)
        linked = replace(whole, name=led.name, kind=led.kind, actor_id=led.id)
        return Described(linked, swallows=owner)

    def _of_group(self, description: Description, owner: Mention) -> Described | None:
        """One mention for "Taliban fighters", two for "members of the Taliban"."""
        is_organisation = owner.kind is ActorKind.ORGANISATION
        own = nouns.ORGANISATION_PERSONNEL if is_organisation else nouns.PERSONNEL
        if description.phrase.head.lemma not in own or not _is_many(description):
            return None
        behind = owner.begin >= description.phrase.end
        return Described(self._linked(description, owner), swallows=None if behind else owner)

    def _linked(self, description: Description, owner: Mention) -> Mention:
        whole = self._whole(description, owner)
        return replace(whole, name=owner.name, kind=owner.kind, actor_id=owner.actor_id)

    def _whole(self, description: Description, owner: Mention) -> Mention:
        """From the owner's name to the noun; a group's name after "of" stays outside."""
        mention = description.mention(self.text, ActorKind.GROUP)
        begin, end = min(mention.begin, owner.begin), mention.end
        if owner.begin >= end and owner.kind is ActorKind.STATE:
            end = owner.end
        return replace(mention, begin=begin, end=end, text=self.text[begin:end])

    def _led_by(self, person: Mention, kind: ActorKind) -> Actor | None:
        """The one state or group the registry says the person leads."""
        actor = self.registry.get(person.actor_id)
        led = {f.target for f in actor.facts if f.relation == "leads"} if actor else set()
        found = [a for a in map(self.registry.get, sorted(led)) if a and a.kind is kind]
        return found[0] if len(found) == 1 else None


def _is_many(description: Description) -> bool:
    head = description.phrase.head
    return is_plural(head) or head.lemma not in nouns.PEOPLE
