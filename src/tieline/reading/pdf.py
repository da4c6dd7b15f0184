"""PDF, parsed in a child process (see parsing/pdf.py)."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tieline.model.document import Document
from tieline.reading.files import named, stored
from tieline.reading.isolation import parse


class PdfReader:
    """Options: `limits`."""

    name = "pdf"
    version = "1"
    suffixes = (".pdf",)

    def read(self, path: Path, options: Mapping[str, Any]) -> Iterator[Document]:
        """Yield the one document of a file."""
        with named(path):
            text, metadata = parse(self.name, path, options)
        yield metadata.onto(Document(text, f"{self.name}/{self.version}", stored(path)))
