"""The program `tieline`: commands, exit status, and one line for whatever goes wrong."""

import os
import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Annotated

import typer

from tieline import __version__
from tieline.cli import case, check, claims, codebook, data, reading, report
from tieline.cli.outcome import INTERRUPTED, NOTHING_DONE, say
from tieline.cli.output import ReaderGoneError, write
from tieline.errors import TielineError

READER_GONE = 141  # what a shell reports for a program ended by SIGPIPE

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
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status. Never raises an error."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return int(app(list(arguments), prog_name="tieline", standalone_mode=False) or 0)
    except ReaderGoneError:
        return READER_GONE
    except (KeyboardInterrupt, typer.Abort):
        say("interrupted")
        return INTERRUPTED
    except typer.TyperException as error:
        if message := error.format_message():
            say(f"{message} (try --help)")
    except TielineError as error:
        say(error)
    except Exception as error:  # noqa: BLE001 - no user shall see a traceback unasked
        _unexpected(error)
    return NOTHING_DONE


def _unexpected(error: Exception) -> None:
    if os.environ.get("TIELINE_DEBUG"):
        traceback.print_exception(error)
    hint = "set TIELINE_DEBUG=1 and run it again for the details"
    say(f"unexpected {type(error).__name__}: {error}; {hint}")


if __name__ == "__main__":
    main()
