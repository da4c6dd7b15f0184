"""Opening files nobody vouches for: only plain ones, only so large, one clear line else."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tieline.errors import InputError, LimitError, UnreadableError
from tieline.settings import Limits

_REASONS = {
    errno.ENOENT: "does not exist: check the path",
    errno.ENOTDIR: "does not exist: a part of its path is no folder",
    errno.EACCES: "cannot be opened: permission denied",
    errno.EPERM: "cannot be opened: permission denied",
    errno.EISDIR: "is a folder, not a file",
    errno.ELOOP: "is a symbolic link that leads back to itself",
    errno.ENAMETOOLONG: "cannot be opened: its name is too long",
}


def shown(path: str | Path) -> str:
    """A path as one printable line, whatever bytes its name holds."""
    text = stored(path)
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def stored(path: str | Path) -> str:
    """A path as kept in documents: posix, as given, bytes that are no UTF-8 escaped."""
    name = path.as_posix() if isinstance(path, Path) else path
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def reason(error: OSError) -> str:
    """What went wrong with a file, to be read after its name."""
    known = _REASONS.get(error.errno or 0)
    return known or f"cannot be read: {(error.strerror or type(error).__name__).lower()}"


@contextmanager
def named(path: str | Path) -> Iterator[None]:
    """Put the file's name before whatever a reader complains of."""
    try:
        yield
    except OSError as error:
        raise UnreadableError(f"{shown(path)} {reason(error)}") from error
    except InputError as error:
        raise type(error)(f"{shown(path)} {error}") from error


@contextmanager
def open_plain(path: Path, limits: Limits) -> Iterator[BinaryIO]:
    """Open a plain file that is no larger than the limit.

    Raises OSError, UnreadableError and LimitError, none of them naming the file.
    """
    if "\0" in str(path):
        raise UnreadableError("cannot be opened: no file can have this name")
    _check(path.stat(), limits)  # before opening: opening a device may have effects
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    with os.fdopen(handle, "rb") as file:
        _check(os.fstat(handle), limits)
        yield file


def read_bytes(path: Path, limits: Limits) -> bytes:
    """The whole of a plain file that is neither empty nor too large; errors as above."""
    with open_plain(path, limits) as file:
        data = file.read(limits.bytes + 1)
    if len(data) > limits.bytes:
        raise _too_large(len(data), limits)
    if not data:
        raise UnreadableError("is empty")
    return data


def _check(status: os.stat_result, limits: Limits) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableError(_REASONS[errno.EISDIR])
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("is not a plain file (a pipe, socket or device): save it as a file")
    if status.st_size > limits.bytes:
        raise _too_large(status.st_size, limits)


def _too_large(size: int, limits: Limits) -> LimitError:
    return LimitError(
        f"is larger than the limit ({size:,} of {limits.bytes:,} bytes): "
        "split it, or raise TIELINE_MAX_BYTES"
    )


def check_characters(text: str, limits: Limits) -> None:
    """Refuse a text beyond the limit. Raises LimitError."""
    if len(text) > limits.characters:
        raise too_long(limits)


def too_long(limits: Limits) -> LimitError:
    """The complaint about a text beyond the limit."""
    return LimitError(
        f"is longer than the limit of {limits.characters:,} characters: "
        "split it, or raise TIELINE_MAX_CHARACTERS"
    )
