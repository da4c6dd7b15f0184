"""CSV files row by row, each with its line in the file; bad rows are named, not guessed at."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tieline.errors import UnreadableError
from tieline.model.observation import Observation, Rejected

FIRST_YEAR, LAST_YEAR = 1900, 2100
_SHOWN = 5  # missing columns named in a message


class RowError(ValueError):
    """A row that cannot be used; its text says why."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row and the line of the file it starts on."""

    number: int
    cells: Mapping[str, str]

    @property
    def text(self) -> str:
        """The row as it may stand in a quarantine file."""
        return ",".join(self.cells.values())

    def whole(self, column: str) -> int:
        """A count, zero or more."""
        cell = self.cells[column].strip()
        if cell.startswith("-") and cell[1:].isdigit():
            raise RowError(f"{column} is negative: {cell}")
        if not (cell.isascii() and cell.isdigit()):
            raise RowError(f"{column} is no whole number: '{cell}'")
        return int(cell)

    def year(self, column: str = "year") -> int:
        """A calendar year."""
        year = self.whole(column)
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise RowError(f"{column} is no year: {year}")
        return year

    def day(self, column: str) -> date | None:
        """A date as YYYY-MM-DD, None if empty."""
        cell = self.cells[column].strip()
        try:
            return date.fromisoformat(cell) if cell else None
        except ValueError:
            raise RowError(f"{column} is an impossible date: '{cell}'") from None


@dataclass(frozen=True, slots=True)
class Layout:
    """A published layout: its name for messages, the columns needed, what makes a row unique."""

    title: str
    columns: tuple[str, ...]
    key: tuple[str, ...]


def lines(path: Path, layout: Layout) -> Iterator[Line | Rejected]:
    """Every row of a file. Raises UnreadableError if it cannot be read or has another layout."""
    try:
        with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = _header(path, reader, layout)
            yield from _unique(_rows(reader, header), layout.key)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableError(f"{path.name}: cannot be read ({reason}); check the path") from error


def observe(
    path: Path, layout: Layout, make: Callable[[Line], Iterable[Observation]]
) -> Iterator[Observation | Rejected]:
    """Each row as the observations it holds, or as rejected."""
    return observe_lines(lines(path, layout), make)


def observe_lines(
    rows: Iterable[Line | Rejected], make: Callable[[Line], Iterable[Observation]]
) -> Iterator[Observation | Rejected]:
    """As `observe`, for rows read before."""
    for row in rows:
        if isinstance(row, Rejected):
            yield row
            continue
        try:
            yield from make(row)
        except RowError as error:
            yield Rejected(row.number, str(error), row.text)


def _header(path: Path, reader: Iterator[list[str]], layout: Layout) -> list[str]:
    try:
        header = [cell.strip() for cell in next(reader)]
    except (StopIteration, csv.Error):
        header = []
    missing = [column for column in layout.columns if column not in header]
    if missing:
        shown = ", ".join(missing[:_SHOWN]) + (", …" if missing[_SHOWN:] else "")
        raise UnreadableError(
            f"{path.name}: not {layout.title}: line 1 lacks the columns {shown}; "
            "use the CSV file as published"
        )
    return header


def _rows(reader: Iterator[list[str]], header: list[str]) -> Iterator[Line | Rejected]:
    while True:
        number = reader.line_num + 1  # type: ignore[attr-defined] # csv's reader type is private
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Rejected(number, f"broken quoting, or the file ends early ({error})", "")
            continue
        if cells:
            yield _line(number, header, cells)


def _line(number: int, header: list[str], cells: list[str]) -> Line | Rejected:
    text = ",".join(cells)
    if len(cells) != len(header):
        return Rejected(number, f"{len(cells)} cells instead of {len(header)}", text)
    try:
        text.encode()
    except UnicodeEncodeError:
        return Rejected(number, "mixed encodings: the row is not UTF-8", text)
    return Line(number, dict(zip(header, cells, strict=True)))


def _unique(rows: Iterable[Line | Rejected], key: tuple[str, ...]) -> Iterator[Line | Rejected]:
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        if isinstance(row, Line):
            earlier = seen.setdefault(tuple(row.cells[column] for column in key), row.number)
            if earlier != row.number:
                what = ", ".join(f"{column} {row.cells[column]}" for column in key)
                yield Rejected(row.number, f"duplicates line {earlier} ({what})", row.text)
                continue
        yield row
