"""`tieline read`: claims of documents, without a case."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tieline.cli import options
from tieline.cli.bench import bench
from tieline.cli.counting import counted
from tieline.cli.options import ReadFormat
from tieline.cli.outcome import Outcome, tell_skipped
from tieline.cli.output import listed, plain, write
from tieline.cli.progress import Steps
from tieline.cli.tables import drawn
from tieline.errors import InputError

if TYPE_CHECKING:
    from tieline.workbench import Reading, Workbench


def read(  # noqa: PLR0913 - one parameter an option
    paths: options.Paths,
    *,
    form: options.ReadAs = ReadFormat.TABLE,
    title: options.Title = None,
    author: options.Author = None,
    publisher: options.Publisher = None,
    published: options.Published = None,
    encoding: options.Encoding = None,
    fields: options.Fields = None,
    out: options.Out = None,
) -> None:
    """Read the claims of documents. No case is needed."""
    outcome = Outcome()
    workbench = bench()
    found = workbench.find(paths)
    tell_skipped(found.skipped)
    if out is not None and out.resolve() in {each.path.resolve() for each in found.sources}:
        raise InputError(f"{out} is a document to read: name another file with --out")
    given = options.metadata(title, author, publisher, published)
    given |= options.reading(encoding, fields)
    readings = workbench.read(found, given, outcome.failed)
    with Steps("reading", len(found.sources), quiet=out is None) as steps:
        pieces = _pieces(workbench, _counted(readings, outcome, steps), form)
        if out is None:
            for piece in pieces:
                write(piece)
        else:
            text = "".join(pieces)
            if outcome.done:
                workbench.write(out, text)
    outcome.finish()


def _counted(readings: "Iterable[Reading]", outcome: Outcome, steps: Steps) -> "Iterator[Reading]":
    for reading in readings:
        yield reading
        outcome.done += 1
        steps.step()


def _pieces(
    workbench: "Workbench", readings: "Iterable[Reading]", form: ReadFormat
) -> Iterator[str]:
    if form is ReadFormat.HTML:
        read = list(readings)
        if read:
            yield workbench.page(read)
    elif form is ReadFormat.JSON:
        yield from listed(workbench.wire(claim) for each in readings for claim in each.claims)
    else:
        for reading in readings:
            if form is ReadFormat.JSONL:
                yield "".join(workbench.export("jsonl", reading.claims))
            else:
                yield _table(workbench, reading)


def _table(workbench: "Workbench", reading: "Reading") -> str:
    heading = f"{plain(reading.document.path)}: {counted(len(reading.claims), 'claim')}\n"
    return heading + drawn(workbench.claims_table(reading.claims)) + "\n"
