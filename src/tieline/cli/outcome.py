"""What went well and what did not, and the exit status that follows from it."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from typer import Exit

from tieline.cli.output import plain

if TYPE_CHECKING:
    from tieline.workbench import Failure

SOME_FAILED = 3
NOTHING_DONE = 2
INTERRUPTED = 130


def say(message: object) -> None:
    """One line on stderr."""
    print(f"tieline: {plain(message)}", file=sys.stderr, flush=True)  # noqa: T201 - stderr


def tell_skipped(skipped: Iterable[Any]) -> None:
    """Say how many things in the folders were no documents."""
    reasons = [f"{each.path} {each.reason}" for each in skipped]
    if reasons:
        more = f" and {len(reasons) - 1} more" if len(reasons) > 1 else ""
        say(f"left out what is no document: {reasons[0]}{more}")


class Outcome:
    """Counts inputs done and collects those that failed."""

    def __init__(self) -> None:
        self.done = 0
        self.failures: list[str] = []

    def failed(self, failure: "Failure") -> None:
        """Remember one input that failed, and why."""
        self.failures.append(plain(failure.error))

    def finish(self) -> None:
        """List the failures, if any, and end with the exit status they call for."""
        if not self.failures:
            return
        total = self.done + len(self.failures)
        if total == 1:
            say(self.failures[0])
        else:
            say(f"{len(self.failures)} of {total} inputs failed:")
            for failure in self.failures:
                print(f"  {failure}", file=sys.stderr)  # noqa: T201 - stderr
        raise Exit(SOME_FAILED if self.done else NOTHING_DONE)
