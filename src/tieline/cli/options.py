"""Arguments and options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from tieline.errors import InputError

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
Encoding = Annotated[
    str | None,
    Option("--encoding", metavar="NAME", help="How text files are encoded.", show_default="found"),
]
Fields = Annotated[
    list[str] | None,
    Option(
        "--field",
        metavar="NAME=FIELD",
        help="Which field of JSON Lines holds the text, title, author, publisher or date;"
        " may be repeated.",
        show_default=False,
    ),
]
Out = Annotated[
    Path | None,
    Option("--out", metavar="FILE", help="Write to this file.", show_default=False, readable=False),
]


FIELDS = ("text", "title", "author", "publisher", "date")


def metadata(
    title: str | None, author: str | None, publisher: str | None, published: str | None
) -> dict[str, str]:
    """What the user said of the documents, by the names readers know."""
    given = {"title": title, "author": author, "publisher": publisher, "published": published}
    return {name: value for name, value in given.items() if value}


def reading(encoding: str | None, fields: list[str] | None) -> dict[str, str]:
    """How the user says that files are to be read, by the names readers know."""
    named = dict(_field(pair) for pair in fields or ())
    return named | ({"encoding": encoding} if encoding else {})


def _field(pair: str) -> tuple[str, str]:
    name, _, field = pair.partition("=")
    if name not in FIELDS or not field:
        raise InputError(f"--field '{pair}' is no NAME=FIELD: NAME is one of {', '.join(FIELDS)}")
    return f"{name}_field", field
