"""Who held an office on the day a document was published, by the registry's dated facts."""

from dataclasses import dataclass
from datetime import date

from tieline.actors.phrases import Phrase
from tieline.actors.registry import Registry
from tieline.model.actor import Actor

_RELATIONS = ("leads", "member_of")
_FORMER = frozenset(["former", "ex", "late", "then", "next", "future", "deputy", "vice", "acting"])
_OFFICES = frozenset(
    [
        "president",
        "minister",
        "premier",
        "chief",
        "king",
        "emir",
        "caliph",
        "chancellor",
        "secretary",
    ]
)
_FORCES = frozenset(["army", "military", "police", "navy", "intelligence", "staff"])


@dataclass(frozen=True)
class Offices:
    """Offices as of one day; without a day nobody is known to hold any."""

    registry: Registry
    day: date | None

    def holder(self, owner: str | None, phrase: Phrase) -> Actor | None:
        """The one person in that office of a state or group: "the Afghan president"."""
        words = {token.text.lower() for token in phrase.tokens}
        if (
            self.day is None
            or owner is None
            or words & _FORMER
            or phrase.head.lemma not in _OFFICES
        ):
            return None
        asked = words & (_OFFICES | _FORCES | {"prime", "foreign", "defence", "defense", "supreme"})
        holders = {
            actor.id: actor
            for relation in _RELATIONS
            for actor, fact in self.registry.holders_of(relation, owner, self.day)
            if asked <= set((fact.role or "").lower().split())
            and not _FORMER.intersection((fact.role or "").lower().split())
        }
        return next(iter(holders.values())) if len(holders) == 1 else None

    def holds(self, actor_id: str | None, noun: str) -> bool:
        """Whether the person held an office of that name; nobody unknown does."""
        actor = self.registry.get(actor_id)
        if actor is None:
            return False
        return any(noun in (fact.role or "").lower().split() for fact in actor.facts)
