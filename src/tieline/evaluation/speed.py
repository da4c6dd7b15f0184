"""How fast the reader reads, beside its language pipeline alone on the same texts."""

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from tieline import pipeline
from tieline.evaluation.labelled import Tools
from tieline.language.plain import Plain
from tieline.model.document import Document

_UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes
_FIRST = Document("Armenia has never supported Chad.", "text/1")


@dataclass(frozen=True, slots=True)
class Speed:
    """What one process needed. `start` is for loading, before the first document.

    Seconds by the clock and of the processor; `peak` is the most memory held, in bytes;
    `found` is the number of claims, or of tokens for the bare pipeline.
    """

    name: str
    documents: int
    words: int
    start: float
    seconds: float
    cpu: float
    peak: int
    found: int


Run = Callable[[Sequence[Document]], int]
MakeTools = Callable[[], Tools]


def compare(documents: Sequence[Document], make_tools: MakeTools) -> tuple[Speed, Speed]:
    """Time the reader and then the bare pipeline, each alone in a fresh process."""
    return _alone(_time_reader, make_tools, documents), _alone(_time_plain, None, documents)


def _alone(timed: Callable[..., Speed], *arguments: object) -> Speed:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context) as pool:
        return pool.submit(timed, *arguments).result()


def _time_reader(make_tools: MakeTools, documents: Sequence[Document]) -> Speed:
    def make() -> Run:
        tools = make_tools()

        def run(documents: Sequence[Document]) -> int:
            readings = (
                pipeline.read(each, tools.analyser, tools.linker, tools.engine)
                for each in documents
            )
            return sum(len(reading.claims) for reading in readings)

        return run

    return _timed("tieline", make, documents)


def _time_plain(_: None, documents: Sequence[Document]) -> Speed:
    def make() -> Run:
        plain = Plain()
        return lambda documents: plain.run(document.text for document in documents)

    return _timed("spacy alone", make, documents)


def _timed(name: str, make: Callable[[], Run], documents: Sequence[Document]) -> Speed:
    began = time.perf_counter()
    run = make()
    run([_FIRST])  # loads what is only loaded when needed
    start, cpu = time.perf_counter(), time.process_time()
    found = run(documents)
    return Speed(
        name=name,
        documents=len(documents),
        words=sum(len(document.text.split()) for document in documents),
        start=start - began,
        seconds=time.perf_counter() - start,
        cpu=time.process_time() - cpu,
        peak=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT,
        found=found,
    )
