"""The door of this room: claims tested on what a case has imported."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tieline.evidence.coverage import cited_datasets, coverage
from tieline.evidence.crosswalk import Actors, Identity
from tieline.evidence.examiner import Examiner
from tieline.evidence.numbers import summed
from tieline.evidence.record import Installed, installed, read
from tieline.evidence.sources import Source
from tieline.model.claim import Claim
from tieline.model.finding import Finding
from tieline.model.observation import Observation

_CITED = "cited"


@dataclass(frozen=True, slots=True)
class YearDeaths:
    """Deaths between two actors in a year, and the lines of the file they are from."""

    year: int
    low: int
    best: int
    high: int
    dataset: str
    version: str
    rows: tuple[int, ...]


def check(
    claims: Iterable[Claim],
    case_dir: Path,
    actors: Actors,
    as_of: date | None = None,
    known_by: date | None = None,
) -> list[Finding]:
    """Test claims on the datasets of a case: one finding a claim, in their order.

    `as_of` sets the date said, else it is the document's. `known_by` hides datasets released
    after it.
    """
    asked = list(claims)
    parties = {party.actor_id for claim in asked for party in (claim.source, claim.target) if party}
    examiner = open_examiner(case_dir, actors, filter(None, parties))
    return [examiner.finding(claim, as_of, known_by) for claim in asked]


def open_examiner(case_dir: Path, actors: Actors, actor_ids: Iterable[str]) -> Examiner:
    """Load what the datasets of a case hold on some actors, in one query a file."""
    examiner = Examiner((), actors)
    known = (examiner.identity(actor_id) for actor_id in actor_ids)
    codes = {code for identity in known if identity for code in identity.all_codes}
    items = installed(case_dir)
    return Examiner(_sources(items, read(items, codes)), actors)


def deaths_by_year(case_dir: Path, one: str, other: str, actors: Actors) -> list[YearDeaths]:
    """Deaths a year between two actors of the registry, by their ids."""
    examiner = open_examiner(case_dir, actors, (one, other))
    first, second = examiner.identity(one), examiner.identity(other)
    if first is None or second is None:
        return []
    fighting = (source for source in examiner.sources if source.coverage.kind == "fighting")
    return [year for source in fighting for year in _yearly(source, first, second)]


def _yearly(source: Source, one: Identity, other: Identity) -> list[YearDeaths]:
    years: defaultdict[int, list[Observation]] = defaultdict(list)
    for match in source.fighting(one, other):
        if match.role == "tie":
            years[match.row.year].append(match.row)
    cover = source.coverage
    return [
        YearDeaths(year, *summed(rows), cover.dataset, cover.version, tuple(r.row for r in rows))
        for year, rows in sorted(years.items())
    ]


def _sources(
    items: Sequence[Installed], observations: Mapping[Path, Sequence[Observation]]
) -> list[Source]:
    """One source for each version of each dataset; figures carried over yield to the whole."""
    whole = {(item.name, item.version) for item in items if item.name != _CITED}
    made: list[Source] = []
    for item in items:
        groups: defaultdict[tuple[str, str], list[Observation]] = defaultdict(list)
        for row in observations[item.path]:
            groups[row.dataset, row.version].append(row)
        cited = item.name == _CITED
        made.extend(
            Source(item, coverage(*key, cited=cited), groups[key])
            for key in (cited_datasets() if cited else ((item.name, item.version),))
            if not (cited and key in whole)
        )
    return sorted(made, key=lambda source: (source.coverage.dataset, source.coverage.version))
