"""What a case keeps beside documents, mentions, claims and findings."""

from dataclasses import dataclass
from datetime import date

from tieline.model.claim import DocumentRef
from tieline.model.document import Document


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """One path a document was read from, and its metadata there."""

    path: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document under its first path, and every place it was met at."""

    document: Document
    places: tuple[Whereabouts, ...]
    claims: int


def whereabouts(document: Document) -> Whereabouts:
    """The path and metadata a document came with."""
    return Whereabouts(
        document.path, document.title, document.author, document.publisher, document.published
    )


def reference(document: Document) -> DocumentRef:
    """What a claim carries of its document."""
    return DocumentRef(
        id=document.id,
        path=document.path,
        title=document.title,
        publisher=document.publisher,
        author=document.author,
        published=document.published,
    )
