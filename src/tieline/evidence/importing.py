"""A published data file becomes observations of a case, its bad rows a quarantine file."""

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tieline.errors import UnreadableError
from tieline.evidence.coverage import coverage
from tieline.evidence.crosswalk import PREFIX
from tieline.evidence.record import Installed, digest, place
from tieline.evidence.recording import replace_whole, write
from tieline.model.actor import Actor
from tieline.model.observation import Observation, Rejected, Side
from tieline.plugins import DATASETS, Dataset, load

Lookup = Callable[[str], Actor | None]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did.

    `rows` counts rows of the file that became observations, `rejected` names the others,
    `quarantine` is the file that holds them, None if there are none. `linked` of the
    dataset's `actors` are known to the registry.
    """

    name: str
    version: str
    rows: int
    observations: int
    rejected: tuple[Rejected, ...]
    quarantine: Path | None
    path: Path
    actors: int
    linked: int


def import_dataset(name: str, path: Path, case_dir: Path, lookup: Lookup) -> ImportReport:
    """Import a data file into a case; an import of the same version is replaced.

    `lookup` finds the registry's actor by a source such as "ucdp-actor:303". Raises InputError
    and leaves the case untouched if the file is not of the dataset's layout or of a version
    whose coverage is stated, or if no row of it can be used.
    """
    dataset: Dataset = load(DATASETS, name)()
    found = list(dataset.observations(path))
    rejected = tuple(item for item in found if isinstance(item, Rejected))
    kept = [item for item in found if isinstance(item, Observation)]
    version = _version(path, kept, rejected)
    item = Installed(
        name=name,
        version=version,
        title=dataset.title,
        licence=dataset.licence,
        observations=len(kept),
        file=path.name,
        sha256=digest(path),
        path=place(case_dir, name, version),
    )
    known = {code: lookup(PREFIX + code) for code in _codes(kept)}
    write(item, [_linked(observation, known) for observation in kept])
    return ImportReport(
        name=name,
        version=version,
        rows=len({(seen.dataset, seen.row) for seen in kept}),
        observations=len(kept),
        rejected=rejected,
        quarantine=_quarantine(item.path, rejected),
        path=item.path,
        actors=len(known),
        linked=sum(actor is not None for actor in known.values()),
    )


def _version(path: Path, kept: Sequence[Observation], rejected: Sequence[Rejected]) -> str:
    """The version of a file; figures from several datasets carry all their versions."""
    if not kept:
        first = f"; line {rejected[0].row}: {rejected[0].reason}" if rejected else ""
        raise UnreadableError(f"{path.name}: no usable row{first}")
    sources = sorted({(seen.dataset, seen.version) for seen in kept})
    for dataset, version in sources:
        coverage(dataset, version)
    if len({dataset for dataset, _ in sources}) < len(sources):
        raise UnreadableError(f"{path.name}: rows of several versions of one dataset; split it")
    return "+".join(version for _, version in sources)


def _codes(kept: Iterable[Observation]) -> set[str]:
    return {side.code for seen in kept for side in (seen.first, seen.second) if side.code}


def _linked(observation: Observation, known: dict[str, Actor | None]) -> Observation:
    def link(side: Side) -> Side:
        actor = known.get(side.code)
        return replace(side, actor_id=actor.id) if actor else side

    return replace(observation, first=link(observation.first), second=link(observation.second))


def _quarantine(beside: Path, rejected: Sequence[Rejected]) -> Path | None:
    path = beside.with_suffix(".rejected.csv")
    if not rejected:
        path.unlink(missing_ok=True)
        return None

    def write_to(part: Path) -> None:
        with part.open("w", encoding="utf-8", errors="surrogateescape", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("line", "reason", "row"))
            writer.writerows((item.row, item.reason, item.text) for item in rejected)

    replace_whole(path, write_to)
    return path
