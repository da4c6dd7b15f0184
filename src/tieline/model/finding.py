"""What testing a claim against observations gave."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Verdict(StrEnum):
    """The six things a test may say (codebook)."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    MIXED = "mixed"
    UNDETERMINED = "undetermined"
    OUTSIDE_COVERAGE = "outside_coverage"
    NOT_TESTABLE = "not_testable"


@dataclass(frozen=True, slots=True)
class Row:
    """One observation a test looked at, and what it was used as.

    `use` is "counter-example", "supporting", "below the bar", "straddles" (its period
    crosses `said_on` or an end of the claim's time), "later" (after `said_on`, not counted)
    or "context".
    """

    dataset: str
    version: str
    row: int
    label: str
    year: int
    use: str
    low: int | None = None
    best: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Test:
    """One definition applied to one dataset; `file` and `sha256` are the imported file's."""

    dataset: str
    version: str
    licence: str
    definition: str
    wording: str
    default: bool
    verdict: Verdict
    statistic: str
    reason: str
    rows: tuple[Row, ...] = ()
    file: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Flip:
    """A definition under which the verdict would be another."""

    definition: str
    wording: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Finding:
    """All tests of one claim, and the overall verdict by the stated rule."""

    claim_id: str
    verdict: Verdict
    reason: str
    tests: tuple[Test, ...] = ()
    flips: tuple[Flip, ...] = ()
    said_on: date | None = None
    as_of: date | None = None
    known_by: date | None = None
