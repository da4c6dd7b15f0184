"""Observations become a Parquet file of the case, written whole or not at all."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tieline.errors import CaseError
from tieline.evidence.record import Installed
from tieline.model.observation import Observation, Side

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
