"""`tieline eval`: how well the reader reads labelled texts."""

from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from tieline.cli.bench import bench
from tieline.cli.output import dumps, write
from tieline.cli.tables import table

if TYPE_CHECKING:
    from tieline.workbench import Evaluation


class Split(StrEnum):
    """Which part of a labelled set."""

    DEV = "dev"
    TEST = "test"
    ALL = "all"


class Form(StrEnum):
    """How figures are printed."""

    TABLE = "table"
    JSON = "json"


Folder = Annotated[
    Path | None,
    Argument(
        metavar="[FOLDER]",
        help="A labelled set: passages.jsonl and claims.jsonl.",
        show_default="the op-eds in the checkout's eval folder",
        readable=False,
    ),
]
Texts = Annotated[
    Path | None,
    Option(
        "--texts",
        metavar="DIR",
        help="Where its texts are.",
        show_default="FOLDER",
        readable=False,
    ),
]
Part = Annotated[
    Split, Option("--split", help="Which texts; a set that knows no splits is all dev.")
]
As = Annotated[Form, Option("--format", help="How to print.")]


def evaluate(
    folder: Folder = None,
    *,
    texts: Texts = None,
    split: Part = Split.DEV,
    form: As = Form.TABLE,
) -> None:
    """Score the reader on labelled texts, beside mere co-occurrence."""
    done = bench().evaluate(folder, texts, split.value)
    write(dumps(asdict(done), indent=2) + "\n" if form is Form.JSON else _page(done))


def _page(done: "Evaluation") -> str:
    parts = (_head(done), _figures(done), _wrong(done), _genres(done), _sureness(done))
    return "\n".join(parts)


def _head(done: "Evaluation") -> str:
    return (
        f"{done.name}, split {done.split}: {done.passages} passages of {done.documents} documents, "
        f"{done.labels} required and {done.optional} optional labels\n"
        f"{done.engine} reads {done.read} claims, {done.pairs} of them pairs: they and a label, "
        f"required or optional,\nhave quote and actors in common; "
        f"co-occurrence makes {done.cooccurring} claims\n"
        f"labels and texts: sha256 {done.digest}\n"
    )


def _figures(done: "Evaluation") -> str:
    rows = (
        (
            each.name,
            _share(each.value),
            _interval(each.interval),
            f"{each.part}/{each.whole}",
            _share(each.baseline),
            each.meaning,
        )
        for each in done.figures
    )
    return table(
        ("figure", "reached", "95% interval", "count", "co-occurrence", "what it is a share of"),
        rows,
        whole=("figure", "95% interval"),
    )


def _wrong(done: "Evaluation") -> str:
    counts = ", ".join(f"{name} {count}" for name, count in done.wrong.items())
    return f"wrong among {done.pairs} pairs: {counts}\n"


def _genres(done: "Evaluation") -> str:
    names = tuple(done.genres[0].figures) if done.genres else ()
    rows = (
        (each.name, each.passages, each.labels, each.read, *map(_share, each.figures.values()))
        for each in done.genres
    )
    return table(("genre", "passages", "labels", "read", *names), rows, whole=("genre",))


def _sureness(done: "Evaluation") -> str:
    rows = (
        (each.claims, f"{each.confidence:.2f}", f"{each.right:.2f}") for each in done.sureness.bins
    )
    error = done.sureness.error
    line = (
        f"expected calibration error {_share(error)} ({_interval(done.sureness.interval)}), "
        "where a claim is right if it agrees with a label\n"
        "intervals: documents drawn with replacement, 1000 times\n"
    )
    return table(("claims", "confidence", "share right"), rows) + "\n" + line


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _interval(value: tuple[float, float] | None) -> str:
    return "-" if value is None else f"{value[0]:.3f} to {value[1]:.3f}"
