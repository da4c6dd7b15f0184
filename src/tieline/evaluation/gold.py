"""Labelled claims: stand-off lines over passages of texts (layout in eval/README.md)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tieline.errors import UnreadableError

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One labelled claim. `source` and `target` are None where the text names nobody."""

    begin: int
    end: int
    kind: str
    relations: tuple[str, ...]
    polarity: str
    modality: tuple[str, ...]
    source: Span | None
    target: Span | None
    holder: Span | None
    time: Span | None
    quantity: Span | None
    optional: bool
    anaphora: bool


@dataclass(frozen=True, slots=True)
class GoldPassage:
    """A stretch of a text and its claims."""

    id: str
    file: Path
    begin: int
    end: int
    genre: str
    published: date | None
    author: str | None
    claims: tuple[GoldClaim, ...]


def load(folder: Path, texts: Path) -> tuple[GoldPassage, ...]:
    """Read passages.jsonl and claims.jsonl of a labelled set; `texts` holds the documents."""
    claims: dict[str, list[GoldClaim]] = {}
    for row in _lines(folder / "claims.jsonl"):
        claims.setdefault(row["passage"], []).append(_claim(row))
    return tuple(
        GoldPassage(
            id=row["id"],
            file=texts / row["file"],
            begin=row["begin"],
            end=row["end"],
            genre=row["genre"],
            published=_day(row.get("date")),
            author=row.get("author"),
            claims=tuple(claims.get(row["id"], ())),
        )
        for row in _lines(folder / "passages.jsonl")
    )


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise UnreadableError(f"{path}: not a labelled set ({error.strerror})") from error
    for number, line in enumerate(text.splitlines(), 1):
        try:
            yield json.loads(line)
        except ValueError as error:
            raise UnreadableError(f"{path}, line {number}: not JSON") from error


def _claim(row: dict[str, Any]) -> GoldClaim:
    return GoldClaim(
        begin=row["begin"],
        end=row["end"],
        kind=row["kind"],
        relations=(row["relation"], *row["alt"]),
        polarity=row["polarity"],
        modality=tuple(row["modality"]),
        source=_span(row["source"]),
        target=_span(row["target"]),
        holder=_span(row["holder"]),
        time=_span(row["time"]),
        quantity=_span(row["quantity"]),
        optional=row["optional"],
        anaphora=row["anaphora"],
    )


def _span(value: Any) -> Span | None:
    if value is None:
        return None
    if isinstance(value, dict):
        return None if value.get("begin") is None else (value["begin"], value["end"])
    return value[0], value[1]


def _day(value: str | None) -> date | None:
    for part in (value or "").split():
        try:
            return date.fromisoformat(part)
        except ValueError:
            continue
    return None
