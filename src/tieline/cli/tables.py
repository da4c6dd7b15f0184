"""Rows as a table for people; needs no terminal."""

import sys
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from tieline.cli.output import plain

WIDTH = 140  # where there is no terminal to ask
QUOTE = 160  # characters of a quote worth a table cell
ID = 10  # characters of an id: enough to be unique in a large case

CLAIM_COLUMNS = ("claim", "source", "relation", "target", "polarity", "modality", "holder", "quote")


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table in plain characters; cells wrap and are never cut. Empty without rows."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - not every output is a table
    from rich.console import Console  # noqa: PLC0415 - likewise
    from rich.table import Table  # noqa: PLC0415 - likewise
    from rich.text import Text  # noqa: PLC0415 - likewise

    grid = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        grid.add_column(column, overflow="fold", vertical="top")
    for row in rows:
        grid.add_row(*(Text(plain("" if cell is None else cell)) for cell in row))
    if not grid.row_count:
        return ""
    drawn = StringIO()
    Console(file=drawn, width=None if sys.stdout.isatty() else WIDTH).print(grid)
    return "".join(line.rstrip() + "\n" for line in drawn.getvalue().splitlines())


def claim_cells(wire: dict[str, Any]) -> tuple[object, ...]:
    """A claim as cells under CLAIM_COLUMNS."""
    return (
        wire["id"][:ID],
        wire["source"]["name"],
        wire["relation"] or wire["predicate"],
        wire["target"] and wire["target"]["name"],
        wire["polarity"],
        ", ".join(wire["modality"]),
        wire["holder"]["name"] or "author",
        shortened(wire["quote"]),
    )


def shortened(text: str, length: int = QUOTE) -> str:
    """A text cut to a length, in the middle of no word."""
    words = plain(text)
    return words if len(words) <= length else words[: length - 1].rsplit(" ", 1)[0] + "…"
