"""Observations of a case: typed Parquet files, read by DuckDB."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from tieline.errors import CaseError
from tieline.model.observation import Observation, Side
from tieline.model.period import Period

FOLDER = "observations"

_ABOUT = "SELECT key, value FROM parquet_kv_metadata(?)"
_COUNT = "SELECT num_rows FROM parquet_file_metadata(?)"
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


def installed(case_dir: Path) -> list[Installed]:
    """What is imported in a case, by name and version."""
    paths = sorted((case_dir / FOLDER).glob("[!.]*.parquet"))
    connection = duckdb.connect()
    try:
        return [_about(connection, path) for path in paths]
    finally:
        connection.close()


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


def _about(connection: duckdb.DuckDBPyConnection, path: Path) -> Installed:
    try:
        told = connection.execute(_ABOUT, [str(path)]).fetchall()
        about = {key.decode(): value.decode() for key, value in told}
        [(rows,)] = connection.execute(_COUNT, [str(path)]).fetchall()
        return Installed(
            name=about["name"],
            version=about["version"],
            title=about["title"],
            licence=about["licence"],
            observations=rows,
            file=about["file"],
            sha256=about["sha256"],
            path=path,
        )
    except (duckdb.Error, KeyError, ValueError) as error:
        raise _broken(path) from error


def _broken(path: Path) -> CaseError:
    return CaseError(f"{path}: broken observations; remove the file and import its data again")


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
