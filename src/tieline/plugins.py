"""The five seams, their protocols, and the one door all implementations come through.

Built-ins are entry points of this very distribution, so a plug-in is made as they are:
name a class or function under one of the groups below in `[project.entry-points]`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, Protocol

from tieline.errors import InstallError
from tieline.model.analysis import Analysis, Sentence
from tieline.model.claim import Claim
from tieline.model.document import Document
from tieline.model.finding import Finding
from tieline.model.keeping import KeptDocument
from tieline.model.mention import Mention
from tieline.model.observation import Observation, Rejected
from tieline.model.query import ClaimQuery

READERS = "tieline.readers"
ENGINES = "tieline.engines"
DATASETS = "tieline.datasets"
STORES = "tieline.stores"
EXPORTERS = "tieline.exporters"


class Reader(Protocol):
    """Turns one file into documents. Raises only UnreadableError and LimitError."""

    name: str
    version: str
    suffixes: tuple[str, ...]

    def read(self, path: Path, options: Mapping[str, Any]) -> Iterator[Document]:
        """Yield the documents of a file; most formats hold one."""
        ...


class Engine(Protocol):
    """Reads claims out of one document."""

    name: str
    version: str

    def might_claim(self, text: str) -> bool:
        """Whether a sentence holds any cue; a sentence without one is never parsed."""
        ...

    def claims(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        analyses: Mapping[int, Analysis],
        mentions: Sequence[Mention],
    ) -> tuple[Claim, ...]:
        """All claims, in text order. `analyses` is keyed by sentence index."""
        ...


class Dataset(Protocol):
    """Reads one published data file format. Raises only InputError and its kin.

    A file of another format is refused whole; a bad row is yielded as `Rejected`.
    """

    name: str
    title: str
    licence: str

    def observations(self, path: Path) -> Iterable[Observation | Rejected]:
        """Yield every row as observations, sides not yet crosswalked."""
        ...


class Store(Protocol):
    """Keeps one case, made from its folder. Raises only CaseError and InputError."""

    path: Path

    def create(self) -> bool:
        """Make the case; False if it is there already."""
        ...

    def clear(self) -> None:
        """Remove the case; refuses a folder that is none."""
        ...

    def writer(self) -> AbstractContextManager[None]:
        """Be the only writer for a while; others read on."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...

    def is_settled(self, document: Document, engine: str) -> bool:
        """Whether this text at this path with this metadata was read by this engine."""
        ...

    def keep(
        self, readings: Iterable[tuple[Document, Sequence[Mention], Sequence[Claim]]], engine: str
    ) -> None:
        """Keep all or none of some documents with what was read of them."""
        ...

    def documents(self) -> Iterator[KeptDocument]:
        """All documents, in the order they came."""
        ...

    def document(self, document_id: str) -> KeptDocument:
        """One document. Raises InputError if the case has not got it."""
        ...

    def mentions(self, document_id: str) -> tuple[Mention, ...]:
        """Who is mentioned in a document, in text order."""
        ...

    def claims(self, query: ClaimQuery | None = None) -> Iterator[Claim]:
        """Matching claims, by document and then by place in the text."""
        ...

    def claim(self, prefix: str) -> Claim:
        """The one claim whose id begins so. Raises InputError for none or several."""
        ...

    def put_findings(self, found: Iterable[Finding]) -> None:
        """Keep findings, each instead of what was found for its claim before."""
        ...

    def findings(self) -> dict[str, Finding]:
        """All findings by claim id."""
        ...

    def finding(self, claim_id: str) -> Finding | None:
        """What was found for a claim, None if it was not tested."""
        ...


class Exporter(Protocol):
    """Writes claims in one format."""

    name: str

    def write(self, claims: Iterable[Claim]) -> Iterator[str]:
        """Yield the output in pieces."""
        ...


@cache
def names(group: str) -> tuple[str, ...]:
    """Names of everything registered under a group."""
    return tuple(sorted({point.name for point in entry_points(group=group)}))


def load(group: str, name: str) -> Any:
    """Load one registered object by name."""
    for point in entry_points(group=group, name=name):
        return point.load()
    known = ", ".join(names(group)) or "none"
    raise InstallError(f"no '{name}' among {group} (known: {known}); reinstall Tieline")
