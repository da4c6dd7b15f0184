"""The Python API: everything the command line does, as methods that return values."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from functools import cache, cached_property, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tieline import parallel, pipeline
from tieline.actors.linking import Linker
from tieline.actors.registry import Registry
from tieline.codebook.loader import codebook
from tieline.errors import InputError, TielineError
from tieline.language.analyser import Analyser
from tieline.model.claim import Claim
from tieline.model.document import Document
from tieline.model.finding import Finding
from tieline.model.keeping import KeptDocument
from tieline.model.query import ClaimQuery
from tieline.model.wire import claim_to_wire, finding_to_wire
from tieline.pipeline import Reading
from tieline.plugins import DATASETS, ENGINES, EXPORTERS, STORES, Engine, Store, load, names
from tieline.reading.documents import read_source
from tieline.reading.failures import Failure
from tieline.reading.paths import Found, expand
from tieline.store.batch import Batch

if TYPE_CHECKING:
    from rich.table import Table

    from tieline.evaluation.evaluate import Evaluation as Evaluation  # noqa: PLC0414 - for the CLI
    from tieline.evaluation.speed import Speed as Speed  # noqa: PLC0414 - likewise
    from tieline.evidence.importing import ImportReport
    from tieline.evidence.record import Installed

__all__ = ["Added", "Failure", "Reading", "Shown", "Tools", "Workbench", "embedded_tools"]

Failed = Callable[[Failure], None]


@dataclass(frozen=True, slots=True)
class Added:
    """A document that is in the case; `known` if it was before, `claims` None then."""

    path: str
    claims: int | None
    known: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim, the document it stands in, and what was found for it."""

    claim: Claim
    kept: KeptDocument
    finding: Finding | None


@dataclass(frozen=True)
class Tools:
    """What turns a document into claims, each part made when it is first needed."""

    engine: Engine
    make_linker: Callable[[], Linker] = lambda: Linker(Registry.shipped())
    make_analyser: Callable[[], Analyser] = Analyser

    @cached_property
    def linker(self) -> Linker:
        """Finds and links mentions."""
        return self.make_linker()

    @cached_property
    def analyser(self) -> Analyser:
        """Parses sentences."""
        return self.make_analyser()

    @property
    def version(self) -> str:
        """What a receipt names: the engine and its version."""
        return f"{self.engine.name}/{self.engine.version}"


def embedded_tools() -> Tools:
    """The shipped registry and engine."""
    return Tools(load(ENGINES, "embedded")())


def _raise(failure: Failure) -> None:
    raise failure.error


class Workbench:
    """Reads documents, and keeps them and what they claim in the case at `case`.

    `make_tools` must be importable by a fresh process where `workers` is above 1.
    What cannot be read is handed to `failed`, and the rest goes on.
    """

    def __init__(
        self,
        case: Path | None = None,
        *,
        make_tools: Callable[[], Tools] = embedded_tools,
        workers: int | None = None,
    ) -> None:
        self.case = case or Path()
        self._make_tools = make_tools
        self._workers = workers or os.cpu_count() or 1

    @cached_property
    def store(self) -> Store:
        """The case's store."""
        store: Store = load(STORES, "sql")(self.case)
        return store

    # Reading

    def find(self, paths: Iterable[Path | str]) -> Found:
        """The files to read among the given paths, folders with all below them."""
        return expand(paths)

    def read(
        self, found: Found, options: Mapping[str, Any] | None = None, failed: Failed = _raise
    ) -> Iterator[Reading]:
        """Read claims from every document found; no case is needed."""
        items: Iterator[Document | Failure] = _documents(found, options)
        for result in self._results(items):
            if isinstance(result, Failure):
                failed(result)
            elif isinstance(result, Reading):
                yield result

    def export(self, form: str, claims: Iterable[Claim]) -> Iterator[str]:
        """Claims in one of the export formats, in pieces."""
        pieces: Iterator[str] = load(EXPORTERS, form)().write(claims)
        return pieces

    def page(self, readings: Iterable[Reading]) -> str:
        """One HTML page of documents with their claims in place."""
        from tieline.reports.page import render_reading  # noqa: PLC0415 - brings templates along

        read = list(readings)
        claims = chain.from_iterable(each.claims for each in read)
        return render_reading([each.document for each in read], claims)

    def write(self, path: Path, text: str) -> None:
        """Write a file whole or not at all."""
        from tieline.reports.write import write_atomically  # noqa: PLC0415 - as above

        write_atomically(path, text)

    def wire(self, value: Claim | Finding) -> dict[str, Any]:
        """A claim or finding as the object that every output gives."""
        return claim_to_wire(value) if isinstance(value, Claim) else finding_to_wire(value)

    # The case

    def init(self) -> bool:
        """Make the case; False if it is there already."""
        return self.store.create()

    def renew(self) -> None:
        """Make an empty case, instead of the one that is there if any."""
        self.store.clear()
        self.store.create()

    def add(
        self, found: Found, options: Mapping[str, Any] | None = None, failed: Failed = _raise
    ) -> Generator[Added, None, None]:
        """Read documents into the case; what it knows already is not read again.

        Close the iterator to stop early: what was yielded is kept.
        """
        with self.store.writer():
            results = self._results(self._unsettled(_documents(found, options)))
            with closing(Batch(self.store, _tools(self._make_tools).version)) as batch:
                for result in results:
                    if isinstance(result, Failure):
                        failed(result)
                    elif isinstance(result, Added):
                        yield result
                    else:
                        batch.take(result.document, result.mentions, result.claims)
                        distinct = {claim.id for claim in result.claims}
                        yield Added(result.document.path, len(distinct))

    def _unsettled(
        self, items: Iterable[Document | Failure]
    ) -> Iterator[Document | Failure | Added]:
        version = _tools(self._make_tools).version
        for item in items:
            if isinstance(item, Document) and self.store.is_settled(item, version):
                yield Added(item.path, None, known=True)
            else:
                yield item

    def _results(
        self, items: Iterable[Document | Failure | Added]
    ) -> Iterator[Reading | Failure | Added]:
        plan = parallel.Plan(
            ready=_ready,
            work=partial(_work, self._make_tools),
            prepare=partial(_tools, self._make_tools),
            lost=_lost,
            workers=self._workers,
        )
        return parallel.ordered(plan, items)

    def claims(  # noqa: PLR0913 - one parameter a filter, each of them named
        self,
        *,
        actor: str | None = None,
        holder: str | None = None,
        relation: str | None = None,
        kind: str | None = None,
        polarity: str | None = None,
        modality: str | None = None,
        since: date | None = None,
        until: date | None = None,
        text: str | None = None,
        document: str | None = None,
        limit: int | None = None,
    ) -> Iterator[Claim]:
        """Claims that meet every filter; `ClaimQuery` says what each means."""
        _check_word("kind", kind)
        _check_word("polarity", polarity)
        _check_word("modality", modality)
        query = ClaimQuery(
            actors=_spellings(actor),
            holders=_spellings(holder),
            relation=codebook().relation(relation).name if relation else None,
            kind=kind,
            polarity=polarity,
            modality=modality,
            since=since,
            until=until,
            text=text,
            document=document,
            limit=limit,
        )
        return self.store.claims(query)

    def show(self, prefix: str) -> Shown:
        """One claim by its id or the beginning of it."""
        claim = self.store.claim(prefix)
        kept = self.store.document(claim.document.id)
        return Shown(claim, kept, self.store.finding(claim.id))

    def codebook(self) -> list[dict[str, Any]]:
        """Every relation type, in the order of the codebook."""
        return [asdict(relation) for relation in codebook().relations.values()]

    # Evidence

    def import_data(self, dataset: str, path: Path | None = None) -> "ImportReport":
        """Import a published data file; without one, the table shipped with the dataset."""
        from tieline.evidence.datasets.cited import TABLE  # noqa: PLC0415 - slow to load
        from tieline.evidence.importing import import_dataset  # noqa: PLC0415 - slow to load

        if dataset not in names(DATASETS):
            raise InputError(f"unknown dataset '{dataset}'; known: {', '.join(names(DATASETS))}")
        if path is None and dataset != "cited":
            raise InputError(f"{dataset}: which file? name the data file after the dataset")
        with self.store.writer():
            return import_dataset(dataset, path or TABLE, self.case, Registry.shipped().by_source)

    def datasets(self) -> "list[Installed]":
        """What is imported in the case, by name and version."""
        from tieline.evidence.record import installed  # noqa: PLC0415 - slow to load

        self.store.findings()  # says what is wrong with the case, if anything
        return installed(self.case)

    def check(
        self, prefixes: Iterable[str] = (), as_of: date | None = None, known_by: date | None = None
    ) -> list[tuple[Claim, Finding]]:
        """Test claims, by default all, on the imported data, and keep what is found."""
        from tieline.evidence.check import check  # noqa: PLC0415 - slow to load

        chosen = [self.store.claim(prefix) for prefix in prefixes]
        claims = chosen or list(self.store.claims())
        findings = check(claims, self.case, Registry.shipped(), as_of, known_by)
        self.store.put_findings(findings)
        return list(zip(claims, findings, strict=True))

    # How well and how fast it reads

    def evaluate(
        self, folder: Path | None = None, texts: Path | None = None, split: str = "dev"
    ) -> "Evaluation":
        """Score the reader on a labelled set, by default the project's own op-eds."""
        from tieline.evaluation.evaluate import evaluate  # noqa: PLC0415 - not needed to read
        from tieline.evaluation.gold import shipped  # noqa: PLC0415 - likewise

        labelled = folder or shipped()
        return evaluate(labelled, texts or labelled, split, _tools(self._make_tools))

    def time(self, found: Found, failed: Failed = _raise) -> "tuple[Speed, ...]":
        """Time the reader, and the bare language pipeline on the same; () if there is no text."""
        from tieline.evaluation.speed import compare  # noqa: PLC0415 - not needed to read

        documents = []
        for item in _documents(found, None):
            if isinstance(item, Failure):
                failed(item)
            elif item.text.strip():
                documents.append(item)
        return compare(documents, self._make_tools) if documents else ()

    # Pages

    def claims_table(self, claims: Iterable[Claim], *, checked: bool = False) -> "Table":
        """A table for a terminal, with verdicts if asked for."""
        from tieline.reports.table import claims_table  # noqa: PLC0415 - slow to load

        return claims_table(claims, self.store.findings() if checked else None)

    def findings_table(self, found: Iterable[tuple[Claim, Finding]]) -> "Table":
        """A table of what tests found."""
        from tieline.reports.table import findings_table  # noqa: PLC0415 - slow to load

        pairs = list(found)
        return findings_table(
            [finding for _, finding in pairs], {claim.id: claim for claim, _ in pairs}
        )

    def report(self, out: Path | None = None) -> Path:
        """Write the case's report as one HTML file and return where it is."""
        from tieline.evidence.coverage import coverage  # noqa: PLC0415 - slow to load
        from tieline.networks.build import ties  # noqa: PLC0415 - slow to load
        from tieline.networks.picture import picture  # noqa: PLC0415 - slow to load
        from tieline.reports.page import render  # noqa: PLC0415 - slow to load
        from tieline.reports.write import PAGE, write_atomically  # noqa: PLC0415 - as above

        documents = [kept.document for kept in self.store.documents()]
        claims = list(self.store.claims())
        findings = list(self.store.findings().values())
        drawn = picture(claims)
        used = {(test.dataset, test.version) for found in findings for test in found.tests}
        page = render(
            f"Claims in {self.case.resolve().name}",
            documents,
            claims,
            findings,
            ties=ties(claims),
            network_svg=drawn.svg,
            actors_left_out=drawn.left_out,
            missing_rows={name: coverage(name, version).missing for name, version in used},
            made_on=datetime.now(UTC).date(),
        )
        target = out or self.case / "report.html"
        write_atomically(target, page, over=PAGE)
        return target


def _documents(found: Found, options: Mapping[str, Any] | None) -> Iterator[Document | Failure]:
    yield from found.failures
    for source in found.sources:
        yield from read_source(source, options=options)


@cache
def _tools(make_tools: Callable[[], Tools]) -> Tools:
    """One set of tools a process."""
    return make_tools()


def _ready(item: Document | Failure | Added) -> Failure | Added | None:
    return None if isinstance(item, Document) else item


def _work(
    make_tools: Callable[[], Tools], item: Document | Failure | Added
) -> Reading | Failure | Added:
    """One document to its claims. Whatever goes wrong costs this document only."""
    if not isinstance(item, Document):
        return item
    tools = _tools(make_tools)
    try:
        return pipeline.read(item, tools.analyser, tools.linker, tools.engine)
    except TielineError as error:
        return _failure(item, str(error))
    except Exception as error:
        if os.environ.get("TIELINE_DEBUG"):
            raise
        return _failure(item, f"unexpected {type(error).__name__}: {error}")


def _lost(item: Document | Failure | Added) -> Reading | Failure | Added:
    if not isinstance(item, Document):
        return item
    return _failure(item, "the process reading it died, likely for want of memory: split it")


def _failure(document: Document, reason: str) -> Failure:
    return Failure(Path(document.path), InputError(f"{document.path}: {reason}"))


def _check_word(field: str, word: str | None) -> None:
    known = codebook().fields[field]
    if word is not None and word not in known:
        raise InputError(f"unknown {field} '{word}'; the codebook has: {', '.join(known)}")


def _spellings(name: str | None) -> tuple[str, ...]:
    """A name, and the ids of registry actors that bear it."""
    if name is None:
        return ()
    wanted = name.strip().casefold()
    bearers = (
        actor.id
        for actor in Registry.shipped().actors
        if wanted == actor.name.casefold() or wanted in (n.text.casefold() for n in actor.names)
    )
    return (name, *bearers)
