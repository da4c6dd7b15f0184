"""JSON Lines: one document a line, its fields named by options."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tieline.errors import InputError, UnreadableError
from tieline.model.document import Document
from tieline.reading.decoding import decode
from tieline.reading.failures import LinesError
from tieline.reading.files import check_characters, named, read_bytes, shown, stored
from tieline.reading.metadata import from_mapping
from tieline.settings import Limits

FIELDS = ("text", "title", "author", "publisher", "date")


class JsonlReader:
    """A document a line.

    Options: `text_field`, `title_field`, `author_field`, `publisher_field` and
    `date_field` (default: text, title, author, publisher, date), `encoding`, `limits`.
    A document's path is the file's with the line's number: `cases.jsonl#3`.
    """

    name = "jsonl"
    version = "1"
    suffixes = (".jsonl", ".ndjson")

    def read(self, path: Path, options: Mapping[str, Any]) -> Iterator[Document]:
        """Yield every document; then raise LinesError if lines were bad."""
        limits = options.get("limits") or Limits()
        with named(path):
            # Not splitlines: a JSON string may hold U+2028 and its like.
            lines = decode(read_bytes(path, limits), options.get("encoding")).split("\n")
        errors: list[InputError] = []
        for number, line in enumerate(lines, 1):
            try:
                with named(f"{shown(path)} line {number}"):
                    if line.strip():
                        yield self._document(f"{stored(path)}#{number}", line, options, limits)
            except InputError as error:
                errors.append(error)
        if errors:
            raise LinesError(tuple(errors))
        if not any(line.strip() for line in lines):
            raise UnreadableError(f"{shown(path)} is empty")

    def _document(
        self, path: str, line: str, options: Mapping[str, Any], limits: Limits
    ) -> Document:
        values = _object(line)
        fields = {name: values.get(options.get(f"{name}_field") or name) for name in FIELDS}
        text = _text(fields["text"], options.get("text_field") or "text")
        check_characters(text, limits)
        document = Document(text, f"{self.name}/{self.version}", path)
        return from_mapping(fields).onto(document)


def _object(line: str) -> dict[str, Any]:
    try:
        values = json.loads(line)
    except RecursionError:
        raise UnreadableError("is nested too deeply") from None
    except ValueError as error:
        raise UnreadableError(f"is no JSON: {_complaint(error)}") from None
    if not isinstance(values, dict):
        raise UnreadableError("is no JSON object: write one object a line")
    return values


def _complaint(error: ValueError) -> str:
    """What is wrong and where, never a piece of the text itself."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.lower()} at column {error.colno}"
    return "a number in it is too long"


def _text(value: object, field: str) -> str:
    if not isinstance(value, str):
        raise UnreadableError(f"has no text under '{field}': name its field, --field text=…")
    if not value.strip():
        raise UnreadableError(f"has an empty '{field}'")
    if "\0" in value or not _whole(value):
        raise UnreadableError(f"has characters under '{field}' that no text may hold")
    return value


def _whole(text: str) -> bool:
    """Whether the text holds no half of a surrogate pair."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
