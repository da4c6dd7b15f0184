"""The program `tieline` and its commands."""

import sys
from typing import Annotated

import typer

from tieline import __version__
from tieline.cli import case, check, claims, codebook, data, evaluation, reading, report, speed
from tieline.cli.output import write
from tieline.cli.running import run

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Who says that whom stands in which relation to whom, and what the record has on it.",
)
COMMANDS = (
    *(case.init, reading.read, case.add, claims.claims, claims.show, codebook.codebook),
    *(check.check, report.report),
)
for command in COMMANDS:
    app.command()(command)
app.add_typer(data.data)
app.command("eval")(evaluation.evaluate)  # a function of that name would hide Python's own
app.command("bench")(speed.speed)


def _version(asked: bool) -> None:  # noqa: FBT001 - called by Typer
    if asked:
        write(f"tieline {__version__}\n")
        raise typer.Exit


@app.callback()
def _program(
    *,
    _asked: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Print the version and exit."
        ),
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run and exit."""
    sys.exit(run(app, sys.argv[1:]))


if __name__ == "__main__":
    main()
