"""UCDP Non-State Conflict Dataset, dyad-year CSV as published.

A row exists only for a dyad-year with at least 25 battle-related deaths.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from tieline.evidence.csvfile import Layout, Line, RowError, observe
from tieline.model.observation import Observation, Rejected, Side
from tieline.model.period import Period

_EXACT = "1"  # the precision code of a date known to the day
_ENDED = "1"

LAYOUT = Layout(
    title="UCDP Non-State Conflict (dyad-year)",
    columns=(
        "dyad_id", "side_a_name", "side_a_id", "side_a_components", "side_b_name", "side_b_id",
        "side_b_components", "start_date", "start_prec", "ep_end", "ep_end_date", "ep_end_prec",
        "year", "best_fatality_estimate", "low_fatality_estimate", "high_fatality_estimate",
        "location", "version",
    ),
    key=("dyad_id", "year"),
)  # fmt: skip


class NonState:
    """Fighting between two organised groups, neither of which is a government."""

    name = "ucdp-nonstate"
    title = "UCDP Non-State Conflict Dataset"
    licence = "CC BY 4.0"

    def observations(self, path: Path) -> Iterator[Observation | Rejected]:
        """Each dyad-year as one observation."""
        return observe(path, LAYOUT, _observations)


def _observations(line: Line) -> Iterable[Observation]:
    low, best, high = (line.whole(f"{name}_fatality_estimate") for name in ("low", "best", "high"))
    if low > high:
        raise RowError(f"low estimate {low} is above the high estimate {high}")
    yield Observation(
        dataset=NonState.name,
        version=line.cells["version"].strip(),
        row=line.number,
        kind="fighting",
        first=_side(line, "a"),
        second=_side(line, "b"),
        period=_period(line),
        year=line.year(),
        places=tuple(_listed(line.cells["location"])),
        low=low,
        best=best,
        high=high,
        note=None if low <= best <= high else "best estimate outside low to high in the source",
    )


def _side(line: Line, side: str) -> Side:
    name, code = line.cells[f"side_{side}_name"].strip(), line.cells[f"side_{side}_id"].strip()
    if not (name and code):
        raise RowError(f"side {side} has no name or no id")
    return Side(name, code, parts=tuple(_listed(line.cells[f"side_{side}_components"])))


def _period(line: Line) -> Period:
    """The calendar year, cut where the first or last death of the dyad is known to the day.

    `start_date` is the dyad's first recorded death; `start_date2`, when an episode passed
    the bar, would cut off deaths that the year's estimate counts.
    """
    year = line.year()
    start, end = line.day("start_date"), line.day("ep_end_date")
    earliest, latest = date(year, 1, 1), date(year, 12, 31)
    if start and start.year == year and line.cells["start_prec"] == _EXACT:
        earliest = start
    if end and line.cells["ep_end"] == _ENDED and end.year != year:
        raise RowError(f"the episode ends on {end}, outside the row's year {year}")
    if end and line.cells["ep_end_prec"] == _EXACT:
        latest = end
    if latest < earliest or (start and start.year > year):
        raise RowError(f"the row's year {year} ends before the dyad starts on {start}")
    return Period(earliest, latest)


def _listed(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(",") if part.strip()]
