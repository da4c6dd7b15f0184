"""Runs a command line: its exit status, and one line for whatever goes wrong."""

import os
import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

import typer

from tieline.cli.outcome import INTERRUPTED, NOTHING_DONE, say
from tieline.cli.output import ReaderGoneError
from tieline.errors import TielineError

READER_GONE = 141  # what a shell reports for a program ended by SIGPIPE


def run(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status. Never raises an error."""
    if sys.stdout is None:  # the caller closed it: there is nobody to print for
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until exit
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
