"""One writer at a time: a lock that the system itself drops when its holder dies."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tieline.errors import CaseError

WAIT = 10.0
_PAUSE = 0.1


@contextmanager
def writer(path: Path, folder: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the lock file. Raises CaseError if another writer keeps it for `wait` seconds."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise CaseError(f"{folder} cannot be written to: {error.strerror}") from error
    try:
        _acquire(handle, folder, time.monotonic() + wait)
        yield
    finally:
        os.close(handle)


def _acquire(handle: int, folder: Path, deadline: float) -> None:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise CaseError(
                    f"{folder} is being written to by another tieline: wait for it to end"
                ) from None
            time.sleep(_PAUSE)
        else:
            return
