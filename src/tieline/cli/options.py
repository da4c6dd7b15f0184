"""Arguments and options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

HERE = Path()


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


class ReadFormat(StrEnum):
    """How `read` prints claims."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


Paths = Annotated[
    list[Path],
    Argument(
        metavar="PATH...",
        help="Files, or folders with all below them.",
        show_default=False,
        readable=False,  # said in one line for each, while the rest goes on
    ),
]
Case = Annotated[
    Path,
    Option(
        "--case",
        metavar="DIR",
        envvar="TIELINE_CASE",
        help="The case folder.",
        readable=False,  # the store says it better
        show_default="the current folder",
    ),
]
As = Annotated[Format, Option("--format", help="How to print.")]
ReadAs = Annotated[ReadFormat, Option("--format", help="How to print.")]
Title = Annotated[str | None, Option("--title", help="Title of the document.")]
Author = Annotated[str | None, Option("--author", help="Who wrote it.")]
Publisher = Annotated[str | None, Option("--publisher", help="Who published it.")]
Published = Annotated[
    str | None, Option("--date", metavar="YYYY-MM-DD", help="When it was published.")
]
Out = Annotated[
    Path | None,
    Option("--out", metavar="FILE", help="Write to this file.", show_default=False, readable=False),
]


def metadata(
    title: str | None, author: str | None, publisher: str | None, published: str | None
) -> dict[str, str]:
    """What the user said of the documents, by the names readers know."""
    given = {"title": title, "author": author, "publisher": publisher, "published": published}
    return {name: value for name, value in given.items() if value}
