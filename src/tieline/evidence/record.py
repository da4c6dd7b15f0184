"""Observations of a case: typed Parquet files, written whole or not at all, read by DuckDB."""

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from tieline.errors import CaseError
from tieline.model.observation import Observation, Side
from tieline.model.period import Period

FOLDER = "observations"

_TEXT, _TEXTS = pa.dictionary(pa.int32(), pa.string()), pa.list_(pa.string())
_SCHEMA = pa.schema(
    [
        ("dataset", _TEXT), ("version", _TEXT), ("row", pa.int32()), ("kind", _TEXT),
        ("first_name", _TEXT), ("first_code", _TEXT), ("first_actor", _TEXT),
        ("first_parts", _TEXTS), ("second_name", _TEXT), ("second_code", _TEXT),
        ("second_actor", _TEXT), ("second_parts", _TEXTS), ("against_name", _TEXT),
        ("against_code", _TEXT), ("earliest", pa.date32()), ("latest", pa.date32()),
        ("year", pa.int16()), ("places", _TEXTS), ("low", pa.int32()), ("best", pa.int32()),
        ("high", pa.int32()), ("categories", _TEXTS), ("pooled", _TEXTS), ("note", _TEXT),
        ("file", _TEXT), ("sha256", _TEXT),
    ]
)  # fmt: skip
_INTERESTING = """
    SELECT * FROM read_parquet(?)
    WHERE first_code IN (SELECT unnest(?)) OR second_code IN (SELECT unnest(?))
       OR list_has_any(first_parts, ?) OR list_has_any(second_parts, ?)
    ORDER BY dataset, version, row, first_code
"""


@dataclass(frozen=True, slots=True)
class Installed:
    """One imported file: what it is, how many observations, and where they lie."""

    name: str
    version: str
    title: str
    licence: str
    observations: int
    file: str
    sha256: str
    path: Path


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def place(case_dir: Path, name: str, version: str) -> Path:
    """Where the observations of a dataset's version lie."""
    return case_dir / FOLDER / f"{name}-{version}.parquet"


def write(item: Installed, observations: Sequence[Observation]) -> None:
    """Write a file of observations in one step; an older one of the same version is replaced."""
    columns: dict[str, list[Any]] = {name: [] for name in _SCHEMA.names}
    for observation in observations:
        for name, value in _cells(observation, item).items():
            columns[name].append(value)
    about = {"name": item.name, "version": item.version, "title": item.title}
    about |= {"licence": item.licence, "file": item.file, "sha256": item.sha256}
    table = pa.table(columns, schema=_SCHEMA.with_metadata(about))
    replace_whole(item.path, lambda part: pq.write_table(table, part, compression="zstd"))


def replace_whole(path: Path, write_to: Callable[[Path], object]) -> None:
    """Write beside the place and move there, so that nothing is ever half there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        write_to(part)
        part.replace(path)
    except OSError as error:
        raise CaseError(
            f"{path}: cannot be written ({error.strerror or error}); "
            "check free space and permissions"
        ) from error
    finally:
        part.unlink(missing_ok=True)


def installed(case_dir: Path) -> list[Installed]:
    """What is imported in a case, by name and version."""
    return [_about(path) for path in sorted((case_dir / FOLDER).glob("[!.]*.parquet"))]


def read(items: Iterable[Installed], codes: Iterable[str]) -> dict[Path, list[Observation]]:
    """Observations of each file in which one of the dataset's ids takes part."""
    wanted = sorted(set(codes))
    connection = duckdb.connect()
    try:
        return {item.path: _read(connection, item, wanted) for item in items}
    finally:
        connection.close()


def _read(
    connection: duckdb.DuckDBPyConnection, item: Installed, wanted: list[str]
) -> list[Observation]:
    if not wanted:
        return []
    try:
        found = connection.execute(_INTERESTING, [str(item.path), *[wanted] * 4])
        names = [column[0] for column in found.description or ()]
        return [_observation(dict(zip(names, row, strict=True))) for row in found.fetchall()]
    except duckdb.Error as error:
        raise _broken(item.path) from error


def _about(path: Path) -> Installed:
    try:
        file = pq.read_metadata(path)
        about = {key.decode(): value.decode() for key, value in file.metadata.items()}
        return Installed(
            name=about["name"],
            version=about["version"],
            title=about["title"],
            licence=about["licence"],
            observations=file.num_rows,
            file=about["file"],
            sha256=about["sha256"],
            path=path,
        )
    except (OSError, pa.ArrowException, AttributeError, KeyError) as error:
        raise _broken(path) from error


def _broken(path: Path) -> CaseError:
    return CaseError(f"{path}: broken observations; remove the file and import its data again")


def _cells(observation: Observation, item: Installed) -> dict[str, Any]:
    against = observation.against
    return {
        "dataset": observation.dataset,
        "version": observation.version,
        "row": observation.row,
        "kind": observation.kind,
        **_side_cells("first", observation.first),
        **_side_cells("second", observation.second),
        "against_name": against and against.name,
        "against_code": against and against.code,
        "earliest": observation.period.earliest,
        "latest": observation.period.latest,
        "year": observation.year,
        "places": observation.places,
        "low": observation.low,
        "best": observation.best,
        "high": observation.high,
        "categories": observation.categories,
        "pooled": observation.pooled,
        "note": observation.note,
        "file": item.file,
        "sha256": item.sha256,
    }


def _side_cells(role: str, side: Side) -> dict[str, Any]:
    return {
        f"{role}_name": side.name,
        f"{role}_code": side.code,
        f"{role}_actor": side.actor_id,
        f"{role}_parts": side.parts,
    }


def _observation(cells: dict[str, Any]) -> Observation:
    against = cells["against_code"]
    return Observation(
        dataset=cells["dataset"],
        version=cells["version"],
        row=cells["row"],
        kind=cells["kind"],
        first=_side(cells, "first"),
        second=_side(cells, "second"),
        period=Period(cells["earliest"], cells["latest"]),
        year=cells["year"],
        places=tuple(cells["places"]),
        low=cells["low"],
        best=cells["best"],
        high=cells["high"],
        categories=tuple(cells["categories"]),
        note=cells["note"],
        pooled=tuple(cells["pooled"]),
        against=Side(cells["against_name"], against) if against else None,
    )


def _side(cells: dict[str, Any], role: str) -> Side:
    return Side(
        cells[f"{role}_name"],
        cells[f"{role}_code"],
        cells[f"{role}_actor"],
        tuple(cells[f"{role}_parts"]),
    )
