"""Whether claims are right as often as their confidence says."""

from collections.abc import Iterator
from dataclasses import dataclass

from tieline.evaluation.scoring import Tally

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of about one confidence: how many, their mean confidence, the share right."""

    claims: int
    confidence: float
    right: float


def bins(tally: Tally) -> tuple[Bin, ...]:
    """Claims by confidence in tenths, empty ones left out. Right is to agree with a label."""
    return tuple(_bins(tally))


def _bins(tally: Tally) -> Iterator[Bin]:
    for tenth in range(BINS):
        inside = [pair for pair in tally.sure if min(int(pair[0] * BINS), BINS - 1) == tenth]
        if inside:
            count = len(inside)
            sure, right = (sum(column) / count for column in zip(*inside, strict=True))
            yield Bin(count, sure, right)


def calibration_error(tally: Tally) -> float | None:
    """Expected calibration error: distance of confidence from share right, weighted by claims."""
    if not tally.sure:
        return None
    return sum(b.claims * abs(b.confidence - b.right) for b in bins(tally)) / len(tally.sure)
