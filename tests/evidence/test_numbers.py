import pytest

from tieline.evidence.numbers import compare
from tieline.model.finding import Verdict

FIGURES = (285, 292, 420)


@pytest.mark.parametrize(
    ("comparator", "value", "verdict"),
    [
        ("≥", 285, Verdict.SUPPORTED),
        (">", 285, Verdict.UNDETERMINED),
        ("≥", 300, Verdict.UNDETERMINED),
        ("≥", 466, Verdict.UNDETERMINED),
        ("≥", 467, Verdict.CONTRADICTED),
        ("≤", 420, Verdict.SUPPORTED),
        ("<", 420, Verdict.UNDETERMINED),
        ("<", 259, Verdict.CONTRADICTED),
        ("≈", 300, Verdict.SUPPORTED),
        ("=", 400, Verdict.UNDETERMINED),
        ("=", 250, Verdict.CONTRADICTED),
        ("=", 500, Verdict.CONTRADICTED),
    ],
)
def test_number_against_interval(comparator: str, value: float, verdict: Verdict) -> None:
    """A number is decided by low and high with a tenth of tolerance, else left open."""
    assert compare(comparator, value, FIGURES, whole=True) is verdict


@pytest.mark.parametrize(("comparator", "value"), [("≥", 900), ("≤", 900), ("=", 292), ("=", 900)])
def test_missing_years_leave_it_open(comparator: str, value: float) -> None:
    """Where rows leave out part of the time, only what more deaths cannot change is decided."""
    assert compare(comparator, value, FIGURES, whole=False) is Verdict.UNDETERMINED
    assert compare("≥", 200, FIGURES, whole=False) is Verdict.SUPPORTED
    assert compare("≤", 100, FIGURES, whole=False) is Verdict.CONTRADICTED
