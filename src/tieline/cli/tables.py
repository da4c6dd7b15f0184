"""Rows as a table for people; needs no terminal."""

import sys
from collections.abc import Container, Iterable, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from tieline.cli.output import plain

if TYPE_CHECKING:
    from rich.table import Table

WIDTH = 140  # where there is no terminal to ask


def table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], whole: Container[str] = ()
) -> str:
    """A table in plain characters. Cells wrap, but for `whole` columns. Empty without rows."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - not every output is a table
    from rich.table import Table  # noqa: PLC0415 - likewise
    from rich.text import Text  # noqa: PLC0415 - likewise

    grid = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        grid.add_column(column, overflow="fold", vertical="top", no_wrap=column in whole)
    for row in rows:
        grid.add_row(*(Text(plain("" if cell is None else cell)) for cell in row))
    return drawn(grid)


def drawn(grid: "Table") -> str:
    """A table as wide as the terminal, or as WIDTH where there is none. Empty without rows."""
    from rich.console import Console  # noqa: PLC0415 - not every output is a table

    if not grid.row_count:
        return ""
    terminal = sys.stdout.isatty()
    text = StringIO()
    Console(file=text, force_terminal=terminal, width=None if terminal else WIDTH).print(grid)
    return "".join(line.rstrip() + "\n" for line in text.getvalue().splitlines())


def shortened(text: str, length: int) -> str:
    """A text cut to a length, in the middle of no word."""
    words = plain(text)
    return words if len(words) <= length else words[: length - 1].rsplit(" ", 1)[0] + "…"
