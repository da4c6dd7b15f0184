"""A small table of figures carried over from published datasets, each with its line there.

What it covers is stated beside it: the dyads and recipients it names, and nothing else.
"""

from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from tieline.evidence.csvfile import Layout, Line, RowError, observe
from tieline.model.observation import Observation, Rejected, Side
from tieline.model.period import Period

NOTE = "cited figure"
TABLE = Path(str(files("tieline.evidence").joinpath("data/cited.csv")))

LAYOUT = Layout(
    title="a table of cited figures",
    columns=(
        "dataset", "version", "line", "kind", "year", "first_id", "first_name", "first_parts",
        "second_id", "second_name", "second_parts", "against_id", "against_name", "earliest",
        "latest", "places", "low", "best", "high", "certain", "pooled", "note",
    ),
    key=("dataset", "line", "first_id"),
)  # fmt: skip


class CitedFigures:
    """Figures of other datasets: observations carry those datasets' names and versions."""

    name = "cited"
    title = "Figures carried over from UCDP"
    licence = "CC BY 4.0"

    def observations(self, path: Path) -> Iterator[Observation | Rejected]:
        """Each cited figure as the observation it was."""
        return observe(path, LAYOUT, _observations)


def _observations(line: Line) -> Iterable[Observation]:
    cells = line.cells
    fighting = cells["kind"] == "fighting"
    low, best, high = (line.whole(n) if fighting else None for n in ("low", "best", "high"))
    if low is not None and high is not None and low > high:
        raise RowError(f"low estimate {low} is above the high estimate {high}")
    yield Observation(
        dataset=cells["dataset"],
        version=cells["version"],
        row=line.whole("line"),
        kind=cells["kind"],
        first=_side(cells["first_name"], cells["first_id"], cells["first_parts"]),
        second=_side(cells["second_name"], cells["second_id"], cells["second_parts"]),
        period=Period(line.day("earliest"), line.day("latest")),
        year=line.year(),
        places=_listed(cells["places"]),
        low=low,
        best=best,
        high=high,
        categories=tuple(cells["certain"]),
        note=f"{NOTE}; {cells['note']}" if cells["note"] else NOTE,
        pooled=tuple(cells["pooled"]),
        against=Side(cells["against_name"], cells["against_id"]) if cells["against_id"] else None,
    )


def _side(name: str, code: str, parts: str) -> Side:
    return Side(name, code, parts=_listed(parts))


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
