"""A labelled set, read: every passage with the claims that the reader finds there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from tieline import pipeline
from tieline.actors.linking import Linker
from tieline.errors import InputError, UnreadableError
from tieline.evaluation.baseline import Beside, CoOccurrence
from tieline.evaluation.gold import CLAIMS, PASSAGES, GoldPassage, Span, load
from tieline.language.analyser import Analyser
from tieline.model.claim import Claim
from tieline.model.document import Document
from tieline.plugins import Engine


class Tools(Protocol):
    """What reads a document."""

    @property
    def analyser(self) -> Analyser:
        """Parses sentences."""
        ...

    @property
    def linker(self) -> Linker:
        """Finds and links mentions."""
        ...

    @property
    def engine(self) -> Engine:
        """Reads claims."""
        ...


@dataclass(frozen=True, slots=True)
class Read:
    """A passage, what the reader claims in it, and what mere co-occurrence would."""

    passage: GoldPassage
    claims: tuple[Claim, ...]
    cooccurring: tuple[Claim, ...]


def read(passages: Sequence[GoldPassage], tools: Tools) -> Iterator[Read]:
    """Read each passage within its whole text."""
    engine = Beside(tools.engine, CoOccurrence())
    for passage in passages:
        found = pipeline.read(document_of(passage), tools.analyser, tools.linker, engine)
        span = passage.begin, passage.end
        yield Read(passage, _within(span, found.claims), _within(span, engine.aside))


def digest(folder: Path, texts: Path) -> str:
    """SHA-256 over the labels and the texts they stand for, in the order of their names."""
    named = {passage.file for passage in load(folder, texts)}
    total = sha256()
    for path in [folder / CLAIMS, folder / PASSAGES, *sorted(named)]:
        content = _bytes(path)
        total.update(f"{path.name} {len(content)}\n".encode() + content)
    return total.hexdigest()


def document_of(passage: GoldPassage) -> Document:
    """The text a passage is read in. Raises InputError where labels cannot fit it."""
    try:
        text = _bytes(passage.file).decode("utf-8")
    except ValueError as error:
        raise UnreadableError(f"{passage.file}: not UTF-8, so labels cannot fit it") from error
    if passage.alone is not None:
        text = text[passage.alone[0] : passage.alone[1]]
    if passage.end > len(text):
        raise InputError(f"{passage.file}: ends before passage {passage.id}: another version?")
    return Document(
        text,
        "text/1",
        path=passage.file.name,
        author=passage.author,
        published=passage.published,
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(
            f"{path}: cannot be read ({error.strerror}); say with --texts where the texts are"
        ) from error


def _within(span: Span, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims of a passage, without judgements of one actor: labels are of relations alone."""
    return tuple(c for c in claims if c.relation and c.begin < span[1] and span[0] < c.end)
