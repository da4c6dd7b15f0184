"""Cuts a stretch of text at every boundary of overlapping and nested spans."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Span(Generic[T]):
    """A stretch [begin, end) and what it stands for."""

    begin: int
    end: int
    owner: T


@dataclass(frozen=True, slots=True)
class Segment(Generic[T]):
    """A stretch inside which nothing begins or ends; `spans` cover it, innermost first."""

    begin: int
    end: int
    spans: tuple[Span[T], ...]


def segments(begin: int, end: int, spans: Sequence[Span[T]]) -> Iterator[Segment[T]]:
    """Segments that make up [begin, end) without gap or overlap."""
    inside = [span for span in spans if span.begin < span.end and _touches(span, begin, end)]
    cuts = {begin, end}
    for span in inside:
        cuts |= {max(span.begin, begin), min(span.end, end)}
    waiting = sorted(inside, key=lambda span: span.begin, reverse=True)
    active: list[Span[T]] = []
    edges = sorted(cuts)
    for left, right in pairwise(edges):
        active = [span for span in active if span.end > left]
        while waiting and waiting[-1].begin <= left:
            active.append(waiting.pop())
        active.sort(key=lambda span: (span.end - span.begin, -span.begin))
        yield Segment(left, right, tuple(active))


def _touches(span: Span[T], begin: int, end: int) -> bool:
    return span.begin < end and begin < span.end
