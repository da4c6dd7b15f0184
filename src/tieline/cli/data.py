"""`tieline data`: published data files that claims are tested on."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Typer

from tieline.cli import options
from tieline.cli.bench import bench
from tieline.cli.options import Format
from tieline.cli.outcome import say
from tieline.cli.output import lines, listed, write
from tieline.cli.tables import table

data = Typer(name="data", help="Published data that claims are tested on.", no_args_is_help=True)


@data.command("import")
def import_(
    dataset: Annotated[str, Argument(metavar="DATASET", help="ucdp-nonstate, ucdp-esd or cited.")],
    file: Annotated[
        Path | None,
        Argument(
            metavar="FILE",
            help="The file as published.",
            show_default="for cited, as shipped",
            readable=False,
        ),
    ] = None,
    *,
    case: options.Case = options.HERE,
) -> None:
    """Import a published data file into the case."""
    done = bench(case).import_data(dataset, file)
    write(
        f"imported {done.observations} observations of {done.name} {done.version} from "
        f"{done.rows} rows; {done.linked} of its {done.actors} actors are in the registry\n"
    )
    if done.rejected:
        first = done.rejected[0]
        say(
            f"{len(done.rejected)} rows could not be used, the first in line {first.row} "
            f"({first.reason}); they are kept in {done.quarantine}"
        )


@data.command("list")
def list_(*, case: options.Case = options.HERE, form: options.As = Format.TABLE) -> None:
    """List what is imported in the case."""
    rows = [
        {
            "dataset": item.name,
            "version": item.version,
            "title": item.title,
            "licence": item.licence,
            "observations": item.observations,
            "file": item.file,
            "sha256": item.sha256,
        }
        for item in bench(case).datasets()
    ]
    if form is Format.TABLE:
        if not rows:
            say("no data are imported: try 'tieline data import --help'")
        write(table(tuple(rows[0]) if rows else (), (tuple(row.values()) for row in rows)))
        return
    for piece in lines(rows) if form is Format.JSONL else listed(rows):
        write(piece)
