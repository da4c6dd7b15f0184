"""Claims and labels made by hand: actors are letters at places of an imagined text."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tieline.codebook.loader import codebook
from tieline.evaluation.gold import GoldClaim, Span
from tieline.model.claim import (
    Claim,
    DocumentRef,
    Holder,
    Kind,
    Modality,
    Party,
    Polarity,
    Quantity,
    Time,
)

A, B, C = (0, 5), (20, 25), (40, 45)
QUOTE = (0, 50)
MakeClaim = Callable[..., Claim]
MakeLabel = Callable[..., GoldClaim]


@pytest.fixture
def a() -> Span:
    """Where the first actor stands."""
    return A


@pytest.fixture
def b() -> Span:
    """Where the second actor stands."""
    return B


@pytest.fixture
def c() -> Span:
    """Where the third actor stands."""
    return C


def _party(span: Span) -> Party:
    return Party(None, f"actor {span[0]}", "group", "x" * (span[1] - span[0]), *span)


def _claim(relation: str, source: Span, target: Span | None, polarity: str = "affirmed") -> Claim:
    entry = codebook().relation(relation)
    return Claim(
        document=DocumentRef("d", "d.txt"),
        kind=Kind.TIE,
        relation=relation,
        family=entry.family,
        sign=entry.sign,
        polarity=Polarity(polarity),
        modality=(Modality.ASSERTED,),
        source=_party(source),
        target=None if target is None else _party(target),
        quote="x" * 50,
        begin=QUOTE[0],
        end=QUOTE[1],
        holder=Holder(),
        engine="test/1",
        confidence=0.8,
    )


def _worded(fields: Mapping[str, Any]) -> dict[str, Any]:
    """A span given for a field, as the field's value."""
    made: dict[str, Callable[[int, int], object]] = {
        "holder": lambda begin, end: Holder("H", None, "h", begin, end, ("H",)),
        "time": lambda begin, end: Time("t", begin, end),
        "quantity": lambda begin, end: Quantity("q", begin, end, "=", 2.0, "groups"),
    }
    return {k: made[k](*v) if k in made else v for k, v in fields.items()}


@pytest.fixture
def claim() -> MakeClaim:
    """Make a read claim; `holder`, `time` and `quantity` are given as spans."""

    def make(
        relation: str = "attacks",
        source: Span = A,
        target: Span | None = B,
        polarity: str = "affirmed",
        **fields: Any,
    ) -> Claim:
        return replace(_claim(relation, source, target, polarity), **_worded(fields))

    return make


@pytest.fixture
def label() -> MakeLabel:
    """Make a label; `relation` may name alternatives as "attacks|kills"."""

    def make(
        relation: str = "attacks",
        source: Span | None = A,
        target: Span | None = B,
        polarity: str = "affirmed",
        **fields: Any,
    ) -> GoldClaim:
        plain = GoldClaim(
            begin=QUOTE[0],
            end=QUOTE[1],
            kind="tie",
            relations=tuple(relation.split("|")),
            polarity=polarity,
            modality=("asserted",),
            source=source,
            target=target,
            holder=None,
            time=None,
            quantity=None,
            optional=False,
            anaphora=False,
        )
        return replace(plain, **fields)

    return make


@pytest.fixture
def made() -> Callable[..., dict[str, Any]]:
    """A line of labels: the first actor funds the second, but for what is named."""

    def make(
        source: Span = A, target: Span = B, begin: int = 0, end: int = 50, **change: Any
    ) -> dict[str, Any]:
        return {
            "passage": "one",
            "file": "one.txt",
            "begin": begin,
            "end": end,
            "kind": "tie",
            "relation": "funds",
            "alt": [],
            "polarity": "affirmed",
            "source": {"name": "A", "begin": source[0], "end": source[1]},
            "target": {"name": "B", "begin": target[0], "end": target[1]},
            "modality": ["asserted"],
            "holder": {"name": None, "begin": None, "end": None},
            "time": None,
            "quantity": None,
            "anaphora": False,
            "optional": False,
        } | change

    return make


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a set of one passage labelled twice: claims and mentions of either pass."""

    def lines(rows: Iterable[Mapping[str, Any]]) -> str:
        return "".join(json.dumps(row) + "\n" for row in rows)

    def mention(begin: int, end: int, actor_id: str | None) -> dict[str, Any]:
        span = {"passage": "one", "file": "one.txt", "begin": begin, "end": end}
        return {**span, "actor_id": actor_id, "name": "X"}

    def written(
        a: list[Any], b: list[Any], in_a: Iterable[Any] = (), in_b: Iterable[Any] = ()
    ) -> Path:
        passage = {"id": "one", "file": "one.txt", "begin": 0, "end": 100, "genre": "brief"}
        (tmp_path / "passages.jsonl").write_text(lines([passage]), encoding="utf-8")
        for name, claims, found in (("pass-a", a, in_a), ("pass-b", b, in_b)):
            folder = tmp_path / name
            folder.mkdir(exist_ok=True)
            (folder / "claims.jsonl").write_text(lines(claims), encoding="utf-8")
            rows = lines(mention(*each) for each in found)
            (folder / "mentions.jsonl").write_text(rows, encoding="utf-8")
        return tmp_path

    return written
