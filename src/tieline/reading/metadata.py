"""What is known about a document apart from its text, and where that comes from."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from tieline.errors import InputError, UnreadableError
from tieline.model.document import Document
from tieline.reading.dates import full_date
from tieline.reading.decoding import decode
from tieline.reading.failures import Failure
from tieline.reading.files import named, read_bytes, shown
from tieline.settings import Limits

FILE_NAME = "metadata.jsonl"


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, author, publisher and day of publication, each None if unknown."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | None = None

    def over(self, other: "Metadata") -> "Metadata":
        """What this one says; where it is silent, what the other says."""
        return replace(other, **self._said())

    def onto(self, document: Document) -> Document:
        """The document under what this says of it."""
        return replace(document, **self._said())

    def _said(self) -> dict[str, Any]:
        pairs = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: value for name, value in pairs if value is not None}


def from_mapping(values: Mapping[str, object]) -> Metadata:
    """Metadata from loose JSON: `date` or `published`, anything but text ignored."""
    return Metadata(
        title=_line(values.get("title")),
        author=_line(values.get("author")),
        publisher=_line(values.get("publisher")),
        published=full_date(values.get("published")) or full_date(values.get("date")),
    )


def from_options(options: Mapping[str, Any]) -> Metadata:
    """Metadata the user gave outright. Raises InputError for a date that is none."""
    found = from_mapping(options)
    given = options.get("published") or options.get("date")
    if given and found.published is None:
        raise InputError(f"'{given}' is no full date: write it as YYYY-MM-DD")
    return found


def read_folder(folder: Path, limits: Limits) -> Iterator[tuple[Path, Metadata] | Failure]:
    """What a folder's metadata.jsonl says of each file, and every line that says nothing."""
    path = folder / FILE_NAME
    try:
        with named(path):
            lines = decode(read_bytes(path, limits)).split("\n")
    except InputError as error:
        yield Failure(path, error)
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _entry(folder, path, number, line)


def _entry(folder: Path, path: Path, number: int, line: str) -> tuple[Path, Metadata] | Failure:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        values = None
    name = values.get("file") if isinstance(values, dict) else None
    if not isinstance(name, str) or not name:
        where = f"{shown(path)} line {number}"
        return Failure(path, UnreadableError(f"{where} is no JSON object with a 'file': mend it"))
    return Path(os.path.normpath(folder / name)), from_mapping(values)


def _line(value: object) -> str | None:
    """A text on one line, without what no text may hold; None if nothing is left."""
    if not isinstance(value, str):
        return None
    whole = value.encode("utf-8", "ignore").decode("utf-8").replace("\0", "")
    return " ".join(whole.split()) or None
