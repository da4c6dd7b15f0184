"""Two passes of labels over the same passages, each as its coder made it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from tieline.evaluation.gold import CLAIMS, PASSAGES, GoldClaim, Span, claim_of, rows

PASSES = ("pass-a", "pass-b")
MENTIONS = "mentions.jsonl"

Row = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Label:
    """A claim as its coder wrote it down, and as it is compared."""

    row: Row
    claim: GoldClaim


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A stretch that means an actor; `actor_id` is None for one not in the registry."""

    row: Row
    span: Span
    actor_id: str | None


@dataclass(frozen=True, slots=True)
class Coded:
    """What one pass has in a passage."""

    labels: tuple[Label, ...]
    mentions: tuple[Mentioned, ...]


@dataclass(frozen=True, slots=True)
class Twice:
    """A passage with what either pass has in it."""

    id: str
    genre: str
    a: Coded
    b: Coded


def load_passes(folder: Path) -> tuple[Twice, ...]:
    """Every passage of a set labelled twice. Raises UnreadableError for any other folder."""
    a, b = (_pass(folder / name) for name in PASSES)
    nothing = Coded((), ())
    return tuple(
        Twice(row["id"], row["genre"], a.get(row["id"], nothing), b.get(row["id"], nothing))
        for row in rows(folder / PASSAGES, lambda row: row)
    )


def _pass(folder: Path) -> dict[str, Coded]:
    labels = _grouped(folder / CLAIMS, lambda row: Label(row, claim_of(row)))
    mentions = _grouped(folder / MENTIONS, _mentioned)
    return {
        passage: Coded(tuple(labels.get(passage, ())), tuple(mentions.get(passage, ())))
        for passage in {**labels, **mentions}
    }


def _mentioned(row: Row) -> Mentioned:
    return Mentioned(row, (row["begin"], row["end"]), row["actor_id"])


def _grouped(path: Path, made: Callable[[Row], T]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for passage, each in rows(path, lambda row: (row["passage"], made(row))):
        groups.setdefault(passage, []).append(each)
    return groups
