"""`tieline read`: claims of documents, without a case."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from tieline.cli.bench import bench
from tieline.cli.options import Author, Paths, Published, Publisher, ReadAs, ReadFormat, Title, metadata
from tieline.cli.options import Out as OutFile
from tieline.cli.outcome import Outcome, say
from tieline.cli.output import dumps, write, write_jsonl

if TYPE_CHECKING:
    from tieline.workbench import Reading


def read(
    paths: Paths,
    output: ReadAs = ReadFormat.TABLE,
    title: Title = None,
    author: Author = None,
    publisher: Publisher = None,
    published: Published = None,
    out: OutFile = None,
) -> None:
    """Read the claims of documents. No case is needed."""
    outcome = Outcome()
    workbench = bench()
    found = workbench.find(paths)
    given = metadata(title, author, publisher, published)
    for reading in workbench.read(found, given, outcome.failed):
        outcome.done += 1
        write_jsonl(workbench.wire(claim) for claim in reading.claims)
    outcome.finish()
