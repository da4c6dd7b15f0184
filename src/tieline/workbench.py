"""The Python API: everything the command line does, as methods that return values."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import Any

from tieline import parallel, pipeline
from tieline.actors.linking import Linker
from tieline.actors.registry import Registry
from tieline.errors import InputError, TielineError
from tieline.language.analyser import Analyser
from tieline.model.claim import Claim
from tieline.model.document import Document
from tieline.model.wire import claim_to_wire
from tieline.pipeline import Reading
from tieline.plugins import ENGINES, Engine, load
from tieline.reading.documents import read_source
from tieline.reading.failures import Failure
from tieline.reading.paths import Found, expand

Failed = Callable[[Failure], None]


def _raise(failure: Failure) -> None:
    raise failure.error


@dataclass(frozen=True)
class Tools:
    """What turns a document into claims."""

    analyser: Analyser
    linker: Linker
    engine: Engine


def embedded_tools() -> Tools:
    """The shipped registry and engine; nothing heavy is loaded before the first parse."""
    return Tools(Analyser(), Linker(Registry.shipped()), load(ENGINES, "embedded")())


@dataclass(frozen=True)
class Workbench:
    """Reads documents and keeps a case.

    `make_tools` must be importable by a fresh process where `workers` is above 1.
    """

    make_tools: Callable[[], Tools] = embedded_tools
    workers: int = os.cpu_count() or 1

    def find(self, paths: Iterable[Path | str]) -> Found:
        """The files to read among the given paths, folders with all below them."""
        return expand(paths)

    def read(
        self,
        found: Found,
        options: Mapping[str, Any] | None = None,
        failed: Failed = _raise,
    ) -> Iterator[Reading]:
        """Read claims from every document found; no case is needed.

        What cannot be read is handed to `failed`, and the rest goes on.
        """
        for result in chain(found.failures, self._read(_documents(found, options))):
            if isinstance(result, Failure):
                failed(result)
            else:
                yield result

    def wire(self, claim: Claim) -> dict[str, Any]:
        """A claim as the object that every output gives."""
        return claim_to_wire(claim)

    def _read(self, items: Iterable[Document | Failure]) -> Iterator[Reading | Failure]:
        plan = parallel.Plan(
            work=partial(_work, self.make_tools),
            prepare=partial(_tools, self.make_tools),
            lost=_lost,
            workers=self.workers,
        )
        return parallel.ordered(plan, items)


def _documents(found: Found, options: Mapping[str, Any] | None) -> Iterator[Document | Failure]:
    for source in found.sources:
        yield from read_source(source, options=options)


@cache
def _tools(make_tools: Callable[[], Tools]) -> Tools:
    """One set of tools a process."""
    return make_tools()


def _work(make_tools: Callable[[], Tools], item: Document | Failure) -> Reading | Failure:
    """One document to its claims. Whatever goes wrong costs this document only."""
    if isinstance(item, Failure):
        return item
    tools = _tools(make_tools)
    try:
        return pipeline.read(item, tools.analyser, tools.linker, tools.engine)
    except TielineError as error:
        return _failure(item, str(error))
    except Exception as error:  # noqa: BLE001 - one document must not end a batch
        return _failure(item, f"unexpected {type(error).__name__}: {error}")


def _lost(item: Document | Failure) -> Reading | Failure:
    if isinstance(item, Failure):
        return item
    return _failure(item, "the process reading it died, likely for want of memory: split it")


def _failure(document: Document, reason: str) -> Failure:
    return Failure(Path(document.path), InputError(f"{document.path}: {reason}"))
