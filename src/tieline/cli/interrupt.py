"""Ctrl-C as a request: finish the document in hand, then stop."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from tieline.cli.outcome import say


class Request:
    """Whether the user asked to stop."""

    def __init__(self) -> None:
        self.made = False

    def __call__(self, _signal: int, _frame: FrameType | None) -> None:
        """Handle the signal."""
        if self.made:
            raise KeyboardInterrupt
        self.made = True
        say("stopping after the current document; press Ctrl-C again to stop at once")


@contextmanager
def stop_request() -> Iterator[Request]:
    """Within this, Ctrl-C only makes the request; made twice, it interrupts."""
    request = Request()
    before = signal.signal(signal.SIGINT, request)
    try:
        yield request
    finally:
        signal.signal(signal.SIGINT, before)
