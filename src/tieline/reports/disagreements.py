"""Where one document affirms what another denies."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tieline.model.claim import Kind, Modality, Party, Polarity
from tieline.reports.entries import Entry, actor_key, actor_names
from tieline.reports.phrases import symmetric, wording

STATED = frozenset({Modality.ASSERTED, Modality.HEDGED})
STATING = frozenset({Kind.TIE, Kind.QUANTITY})
WHOLE_DENIAL = frozenset({"never"})  # any other scope denies a qualified form only (codebook)
QUOTED = 4  # quotes shown on either side
LISTED = 40  # disagreements shown

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One relation between two actors, affirmed in one document and denied in another.

    `qualified`: every denial is of a qualified form ("never in a meaningful way"), so
    both sides may stand together.
    """

    source: str
    wording: str
    target: str
    symmetric: bool
    affirmed: tuple[Entry, ...]
    denied: tuple[Entry, ...]
    qualified: bool


def disagreements(entries: Sequence[Entry]) -> tuple[Disagreement, ...]:
    """Disagreements between documents: whole denials first, then by number of claims."""
    names = actor_names(entries)
    grouped: dict[Key, list[Entry]] = defaultdict(list)
    for entry in entries:
        key = _key(entry)
        if key is not None:
            grouped[key].append(entry)
    found = [_disagreement(key, group, names) for key, group in grouped.items() if _differ(group)]
    return tuple(sorted(found, key=_weight))


def _weight(item: Disagreement) -> tuple[bool, int, int]:
    size = len(item.affirmed) + len(item.denied)
    return item.qualified, -size, min(entry.number for entry in item.affirmed)


def _key(entry: Entry) -> Key | None:
    claim = entry.claim
    if claim.relation is None or claim.target is None or claim.kind not in STATING:
        return None
    if not STATED.issuperset(claim.modality) or not (_named(claim.source) and _named(claim.target)):
        return None
    source, target = actor_key(claim.source), actor_key(claim.target)
    if symmetric(claim.relation):
        source, target = sorted((source, target))
    return source, target, claim.relation


def _named(party: Party) -> bool:
    """The "rebels" of one document need not be those of another: they cannot disagree."""
    return party.actor_id is not None or not party.name.islower()


def _affirms(entry: Entry) -> bool:
    return entry.claim.polarity is Polarity.AFFIRMED


def _differ(group: Sequence[Entry]) -> bool:
    """Whether an affirming and a denying claim stand in different documents."""
    affirming = {entry.claim.document.id for entry in group if _affirms(entry)}
    denying = {entry.claim.document.id for entry in group if not _affirms(entry)}
    return bool(affirming and denying) and len(affirming | denying) > 1


def _disagreement(key: Key, group: Sequence[Entry], names: dict[str, str]) -> Disagreement:
    source, target, relation = key
    denied = tuple(entry for entry in group if not _affirms(entry))
    return Disagreement(
        names[source],
        wording(relation),
        names[target],
        symmetric(relation),
        affirmed=tuple(entry for entry in group if _affirms(entry)),
        denied=denied,
        qualified=not any(set(entry.claim.scope) <= WHOLE_DENIAL for entry in denied),
    )
