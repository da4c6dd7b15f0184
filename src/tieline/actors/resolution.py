"""Decides which actor a registry name means in one document, or abstains."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tieline.actors.gazetteer import Entry, Hit
from tieline.actors.registry import Registry
from tieline.model.actor import Actor, ActorKind, NameKind
from tieline.model.document import Document

_RANK = {kind: rank for rank, kind in enumerate(NameKind)}


@dataclass(frozen=True, slots=True)
class Reference:
    """A name in a document, and what it leads to; `actor` is None if that is undecided."""

    begin: int
    end: int
    sentence: int
    name: str
    kind: ActorKind
    use: NameKind
    actor: Actor | None = None

    @property
    def actor_id(self) -> str | None:
        """Registry id, if linked."""
        return self.actor.id if self.actor else None


def resolve(
    document: Document, hits: Mapping[int, Sequence[Hit]], registry: Registry
) -> list[Reference]:
    """All hits of a document as references, in text order.

    Among several actors: the most exact kind of name, then the countries and actors
    the document speaks of, then the name's validity on its date; else nobody.
    """
    context = _context(hits, registry)
    found = []
    for sentence, of_sentence in sorted(hits.items()):
        for hit in of_sentence:
            chosen = _choose(hit.entries, context, document.published, registry)
            found.append(_reference(document.text, sentence, hit, chosen, registry))
    return found


def _context(hits: Mapping[int, Sequence[Hit]], registry: Registry) -> Counter[str]:
    """How often each country is named without doubt, by itself or by its actors."""
    counted: Counter[str] = Counter()
    for hit in (hit for found in hits.values() for hit in found):
        ids = {entry.actor_id for entry in hit.entries}
        actor = registry.get(ids.pop()) if len(ids) == 1 else None
        if actor is not None:
            counted.update(code for code in (actor.country, actor.id) if code)
    return counted


def _choose(
    entries: tuple[Entry, ...], context: Counter[str], day: date | None, registry: Registry
) -> Entry | None:
    best = _least(entries, lambda entry: _RANK[entry.kind])
    if len({entry.actor_id for entry in best}) > 1:
        best = _least(best, lambda entry: -_weight(entry, context, registry))
    if len({entry.actor_id for entry in best}) > 1 and day is not None:
        best = [entry for entry in best if _valid(entry, day, registry)] or best
    return best[0] if len({entry.actor_id for entry in best}) == 1 else None


def _least(entries: Iterable[Entry], rank: Callable[[Entry], int]) -> list[Entry]:
    ranked = [(rank(entry), entry) for entry in entries]
    lowest = min(rank for rank, _ in ranked)
    return [entry for rank, entry in ranked if rank == lowest]


def _weight(entry: Entry, context: Counter[str], registry: Registry) -> int:
    actor = registry.get(entry.actor_id)
    if actor is None:
        return 0
    return context[actor.id] + (context[actor.country] if actor.country else 0)


def _valid(entry: Entry, day: date, registry: Registry) -> bool:
    actor = registry.get(entry.actor_id)
    return entry.period.covers(day) and (actor is None or actor.period.covers(day))


def _reference(
    text: str, sentence: int, hit: Hit, chosen: Entry | None, registry: Registry
) -> Reference:
    actor = registry.get(chosen.actor_id) if chosen else None
    kinds = {entry.actor_kind for entry in hit.entries}
    kind = actor.kind if actor else kinds.pop() if len(kinds) == 1 else ActorKind.UNKNOWN
    name = actor.name if actor else text[hit.begin : hit.end]
    use = (chosen or hit.entries[0]).kind
    return Reference(hit.begin, hit.end, sentence, name, kind, use, actor)
