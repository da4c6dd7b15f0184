"""Claims and labels made by hand: actors are letters at places of an imagined text."""

from collections.abc import Callable, Mapping
from dataclasses import replace
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
