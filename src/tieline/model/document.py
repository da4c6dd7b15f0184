"""A document: one text that is never altered, and what is known about it."""

from dataclasses import dataclass
from datetime import date

from tieline.model.identity import content_id


@dataclass(frozen=True, slots=True)
class Document:
    """One text. Offsets everywhere else are code points into `text`.

    `reader` is the reader's name and version ("html/1"); with the text it makes
    the identity, so paths and metadata may change without changing the document.
    """

    text: str
    reader: str
    path: str = ""
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | None = None

    @property
    def id(self) -> str:
        """Content id of text and reader."""
        return content_id("document", self.reader, self.text)
