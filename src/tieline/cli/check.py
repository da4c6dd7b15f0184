"""`tieline check`: claims tested on imported data."""

from collections import Counter
from typing import Annotated

from typer import Argument, Option

from tieline.cli import options
from tieline.cli.bench import bench
from tieline.cli.days import last_day
from tieline.cli.options import Format
from tieline.cli.outcome import say
from tieline.cli.output import lines, listed, write
from tieline.cli.tables import drawn

AsOf = Annotated[
    str | None,
    Option(
        "--as-of",
        metavar="DATE",
        help="Test as if said on this date.",
        show_default="the document's date",
    ),
]
KnownBy = Annotated[
    str | None,
    Option("--known-by", metavar="DATE", help="Use only data released by this date."),
]


def check(
    claims: Annotated[
        list[str] | None,
        Argument(metavar="[CLAIM]...", help="Claim ids.", show_default="all claims"),
    ] = None,
    *,
    case: options.Case = options.HERE,
    form: options.As = Format.TABLE,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> None:
    """Test claims on the imported data and keep what is found."""
    workbench = bench(case)
    if not workbench.datasets():
        say("no data are imported, so nothing can be covered: try 'tieline data import --help'")
    found = workbench.check(claims or (), last_day(as_of), last_day(known_by))
    if form is Format.TABLE:
        write(drawn(workbench.findings_table(found)))
        counted = Counter(finding.verdict.value for _, finding in found)
        write(", ".join(f"{count} {word}" for word, count in counted.most_common()) + "\n")
        return
    rows = (workbench.wire(finding) for _, finding in found)
    for piece in lines(rows) if form is Format.JSONL else listed(rows):
        write(piece)
