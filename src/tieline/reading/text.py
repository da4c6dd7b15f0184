"""Plain text and Markdown: decoded, and otherwise kept exactly as they are."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tieline.errors import UnreadableError
from tieline.model.document import Document
from tieline.reading import markdown
from tieline.reading.decoding import decode
from tieline.reading.files import check_characters, named, read_bytes, stored
from tieline.settings import Limits

_MARKDOWN = (".md", ".markdown")


class TextReader:
    """Options: `encoding`, `limits`."""

    name = "text"
    version = "1"
    suffixes = (".txt", ".text", *_MARKDOWN)

    def read(self, path: Path, options: Mapping[str, Any]) -> Iterator[Document]:
        """Yield the one document of a file."""
        limits = options.get("limits") or Limits()
        with named(path):
            text = decode(read_bytes(path, limits), options.get("encoding"))
            if not text.strip():
                raise UnreadableError("is empty")
            check_characters(text, limits)
        document = Document(text, f"{self.name}/{self.version}", stored(path))
        if path.suffix.lower() in _MARKDOWN:
            document = markdown.metadata(text).onto(document)
        yield document
