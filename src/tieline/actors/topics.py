"""What a document is about: the actors its title names, or that it mostly names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tieline.actors.gazetteer import Gazetteer
from tieline.model.document import Document
from tieline.model.mention import Mention

_MOSTLY = 0.35  # share of all names of its kind
_MOSTLY_WEIGHT = 0.6  # beside 1 for standing in the title


def topics(
    document: Document, names: Sequence[Mention], gazetteer: Gazetteer
) -> list[tuple[Mention, float]]:
    """Actors with a weight of at most 1; one of each kind the title is silent about."""
    titled = _titled(document.title or "", names, gazetteer)
    kinds = {mention.kind for mention in titled.values()}
    mostly = (mention for mention in _mostly_named(names) if mention.kind not in kinds)
    return [*((m, 1.0) for m in titled.values()), *((m, _MOSTLY_WEIGHT) for m in mostly)]


def _titled(title: str, names: Sequence[Mention], gazetteer: Gazetteer) -> Mapping[str, Mention]:
    hits = gazetteer.scan(title, 0, len(title))
    ids = {entry.actor_id for hit in hits for entry in hit.entries}
    found: dict[str, Mention] = {}
    for name in names:
        if name.actor_id in ids or (name.actor_id is None and name.name in title):
            found.setdefault(name.key, name)
    return found


def _mostly_named(names: Iterable[Mention]) -> list[Mention]:
    by_kind: defaultdict[str, Counter[str]] = defaultdict(Counter)
    first: dict[str, Mention] = {}
    for name in names:
        by_kind[name.kind][name.key] += 1
        first.setdefault(name.key, name)
    leading = ((*counted.most_common(1)[0], counted.total()) for counted in by_kind.values())
    return [first[key] for key, count, total in leading if count >= _MOSTLY * total]
