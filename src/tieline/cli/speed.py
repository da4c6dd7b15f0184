"""`tieline bench`: how fast documents are read."""

import platform
from dataclasses import asdict
from typing import TYPE_CHECKING

from tieline.cli import options
from tieline.cli.bench import bench
from tieline.cli.evaluation import As, Form
from tieline.cli.outcome import Outcome, tell_skipped
from tieline.cli.output import dumps, write
from tieline.cli.tables import table
from tieline.errors import InputError

if TYPE_CHECKING:
    from tieline.workbench import Speed

MEGABYTE = 1e6
COLUMNS = ("what", "documents", "words", "start s", "seconds", "CPU s", "words/CPU s", "peak MB")


def speed(paths: options.Paths, *, form: As = Form.TABLE) -> None:
    """Time reading, beside the language pipeline alone on the same texts."""
    workbench = bench()
    found = workbench.find(paths)
    tell_skipped(found.skipped)
    outcome = Outcome()
    timed = workbench.time(found, outcome.failed)
    if timed:
        outcome.done = timed[0].documents
        write(_json(*timed) if form is Form.JSON else _table(*timed))
    outcome.finish()
    if not timed:
        raise InputError("no text to read, so nothing to time: name files or folders with text")


def _json(reader: "Speed", plain: "Speed") -> str:
    rows = [asdict(reader), asdict(plain)]
    return dumps({"runs": rows, "cpu_ratio": _ratio(reader, plain)}, indent=2) + "\n"


def _table(reader: "Speed", plain: "Speed") -> str:
    ratio = _ratio(reader, plain)
    share = "" if ratio is None else f", in {ratio:.2f} times the CPU time of spaCy alone"
    machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    return (
        table(COLUMNS, map(_row, (reader, plain)))
        + f"\n{reader.found} claims read{share}; one process each, one after the other; {machine}\n"
    )


def _row(each: "Speed") -> tuple[object, ...]:
    return (
        each.name,
        each.documents,
        each.words,
        f"{each.start:.1f}",
        f"{each.seconds:.1f}",
        f"{each.cpu:.1f}",
        f"{each.words / each.cpu:.0f}" if each.cpu else "-",
        f"{each.peak / MEGABYTE:.0f}",
    )


def _ratio(reader: "Speed", plain: "Speed") -> float | None:
    return reader.cpu / plain.cpu if plain.cpu else None
