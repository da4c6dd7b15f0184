"""How far a long command is, on stderr: a bar on a terminal, else a line now and then."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from tieline.cli.outcome import say

if TYPE_CHECKING:
    from rich.progress import Progress

PAUSE = 15.0  # seconds between two lines


class Steps:
    """Counts steps of a whole; use it as a context, and call `step` after each."""

    def __init__(self, what: str, total: int | None, *, quiet: bool = False) -> None:
        self._what = what
        self._total = total
        self._done = 0
        self._said = time.monotonic()
        self._bar: Progress | None = None
        self._quiet = quiet

    def __enter__(self) -> Self:
        if sys.stderr.isatty() and not self._quiet:
            self._bar = _bar()
            self._task = self._bar.add_task(self._what, total=self._total)
            self._bar.start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        if self._bar is not None:
            self._bar.advance(self._task)
        elif not self._quiet and time.monotonic() - self._said > PAUSE:
            self._said = time.monotonic()
            say(f"{self._what}: {self._done} of {self._total or 'many'}")


def _bar() -> "Progress":
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import (  # noqa: PLC0415 - likewise
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=Console(stderr=True), transient=True)
