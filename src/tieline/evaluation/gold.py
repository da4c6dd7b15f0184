"""Labelled claims: stand-off lines over passages of texts (layout in eval/README.md)."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from tieline.codebook.loader import codebook
from tieline.errors import InputError, UnreadableError

Span = tuple[int, int]
T = TypeVar("T")

DEV = "dev"  # the split of passages that name none: whoever has them has seen them
PASSAGES, CLAIMS = "passages.jsonl", "claims.jsonl"


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
    """A stretch of a text and its claims.

    A passage that is `alone` is a document by itself: nothing else of its file is read with it.
    Its own offsets and those of its claims count from its begin.
    """

    id: str
    file: Path
    begin: int
    end: int
    genre: str
    published: date | None
    author: str | None
    claims: tuple[GoldClaim, ...]
    split: str = DEV
    alone: Span | None = None  # where it stands in its file
    aside: bool = False  # of the development part, but not trained on


def shipped() -> Path:
    """The project's own labelled op-eds, which a checkout has and a wheel has not."""
    folder = Path(__file__).resolve().parents[3] / "eval" / "opeds"
    if not folder.is_dir():
        raise InputError("this installation has no labelled set of its own: name a folder")
    return folder


def load(folder: Path, texts: Path) -> tuple[GoldPassage, ...]:
    """Read the passages and claims of a labelled set; `texts` holds the documents.

    Raises UnreadableError for a folder that is no labelled set, with the line at fault.
    """
    claims: dict[str, list[GoldClaim]] = {}
    named = rows(folder / CLAIMS, lambda row: (row["passage"], claim_of(row)))
    for passage, claim in named:
        claims.setdefault(passage, []).append(claim)
    passages = tuple(
        rows(folder / PASSAGES, lambda row: _passage(row, texts, claims.pop(row["id"], [])))
    )
    if claims:
        raise UnreadableError(f"{folder / CLAIMS}: labels of a passage '{min(claims)}' not listed")
    return passages


def chosen(passages: tuple[GoldPassage, ...], split: str) -> tuple[GoldPassage, ...]:
    """The passages of a split, or all of them. Raises InputError if there are none."""
    found = tuple(p for p in passages if split in {"all", p.split})
    if not found:
        known = ", ".join(sorted({p.split for p in passages})) or "none"
        raise InputError(f"the labelled set has no split '{split}' (it has: {known})")
    return found


def rows(path: Path, made: Callable[[dict[str, Any]], T]) -> Iterator[T]:
    """What is made of each line. Raises UnreadableError with the line at fault."""
    for number, line in enumerate(_text(path).splitlines(), 1):
        try:
            yield made(json.loads(line))
        except KeyError as error:
            raise UnreadableError(f"{path} line {number}: has no {error}") from error
        except json.JSONDecodeError as error:
            raise UnreadableError(f"{path} line {number}: not JSON") from error
        except (ValueError, TypeError, AttributeError) as error:
            raise UnreadableError(f"{path} line {number}: {error}") from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UnreadableError(
            f"{path.parent} is no labelled set: {path.name} cannot be read ({reason})"
        ) from error


def _passage(row: dict[str, Any], texts: Path, claims: list[GoldClaim]) -> GoldPassage:
    file, begin, end = texts / row["file"], row["begin"], row["end"]
    alone = (begin, end) if row.get("alone") else None
    if alone:
        claims = [_moved(claim, begin) for claim in claims]
        begin, end = 0, end - begin
    return GoldPassage(
        id=row["id"],
        file=file,
        begin=begin,
        end=end,
        genre=row["genre"],
        published=_day(row.get("date")),
        author=row.get("author"),
        claims=tuple(claims),
        split=row.get("split") or DEV,
        alone=alone,
        aside=bool(row.get("aside")),
    )


def _moved(claim: GoldClaim, by: int) -> GoldClaim:
    """The claim with its offsets counted from a later place."""
    spans: dict[str, Any] = {
        name: (span[0] - by, span[1] - by)
        for name in ("source", "target", "holder", "time", "quantity")
        if (span := getattr(claim, name)) is not None
    }
    return replace(claim, begin=claim.begin - by, end=claim.end - by, **spans)


def claim_of(row: dict[str, Any]) -> GoldClaim:
    """The label of a line. Raises KeyError, ValueError or TypeError for one that is none."""
    relations = (row["relation"], *row["alt"])
    if unknown := set(relations) - set(codebook().relations):
        raise ValueError(f"the codebook has no relation '{min(unknown)}'")
    return GoldClaim(
        begin=row["begin"],
        end=row["end"],
        kind=row["kind"],
        relations=relations,
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
