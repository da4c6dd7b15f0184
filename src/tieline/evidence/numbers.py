"""A stated number of deaths against coded figures with their low and high estimates."""

from collections.abc import Sequence

from tieline.evidence.definitions import definitions
from tieline.evidence.verdicts import Question, Ruling, Sighting, Spot, full_years
from tieline.model.finding import Verdict
from tieline.model.observation import Observation

Figures = tuple[int, int, int]  # low, best, high

_AGREES, _DISAGREES, _OPEN = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.UNDETERMINED


def rule_number(question: Question, seen: Sequence[Sighting]) -> Ruling:
    """The verdict on a number, for the whole time or for each year of it."""
    if question.where.reason:
        return Ruling(_OPEN, question.where.reason)
    rows = [item.row for item in seen if item.spot is Spot.INSIDE]
    if not rows:
        return Ruling(_OPEN, f"no row: {question.cover.missing}")
    whole = {row.year for row in rows} >= set(full_years(question.period) or (0,))
    whole = whole and not any(item.spot is Spot.STRADDLES for item in seen)
    return (
        _yearly(question, rows, whole=whole)
        if question.plan.yearly
        else _total(question, rows, whole=whole)
    )


def compare(comparator: str, value: float, figures: Figures, *, whole: bool) -> Verdict:
    """A number against low, best and high.

    `whole` says that the figures leave out no part of the time: else there may be more deaths
    than they say, and only what more deaths cannot change is decided.
    """
    low, best, high = figures
    slack = definitions().tolerance * value
    if comparator in {"≥", ">"}:
        agrees = low > value if comparator == ">" else low >= value
        disagrees = whole and high < value - slack
    elif comparator in {"≤", "<"}:
        agrees = whole and (high < value if comparator == "<" else high <= value)
        disagrees = low > value + slack
    else:
        agrees = whole and abs(best - value) <= slack
        disagrees = low > value + slack or (whole and high < value - slack)
    if agrees:
        return _AGREES
    return _DISAGREES if disagrees else _OPEN


def told(low: int | None, best: int | None, high: int | None) -> str:
    """Best, low and high in words."""
    return f"{best} ({low}\N{EN DASH}{high})"


def _total(question: Question, rows: Sequence[Observation], *, whole: bool) -> Ruling:
    figures = summed(rows)
    verdict = _compared(question, figures, whole=whole)
    partly = "" if whole else "; the rows do not span the whole time"
    return Ruling(verdict, f"coded deaths: {told(*figures)}{partly}")


def _yearly(question: Question, rows: Sequence[Observation], *, whole: bool) -> Ruling:
    """All years must agree; where some agree and some disagree the finding is mixed."""
    years = sorted({row.year for row in rows})
    each = [
        _compared(question, summed([row for row in rows if row.year == year]), whole=True)
        for year in years
    ]
    years_told = ", ".join(
        f"{year} {verdict.value}" for year, verdict in zip(years, each, strict=True)
    )
    if _AGREES in each and _DISAGREES in each:
        return Ruling(Verdict.MIXED, f"parts of the time disagree: {years_told}")
    same = set(each) == {each[0]} and (whole or each[0] is _DISAGREES)
    return Ruling(each[0] if same else _OPEN, years_told)


def _compared(question: Question, figures: Figures, *, whole: bool) -> Verdict:
    number = question.plan.number
    if number is None or number.value is None:
        return _OPEN
    return compare(number.comparator, number.value, figures, whole=whole)


def summed(rows: Sequence[Observation]) -> Figures:
    """Low, best and high of several rows together."""
    return (
        sum(row.low or 0 for row in rows),
        sum(row.best or 0 for row in rows),
        sum(row.high or 0 for row in rows),
    )
