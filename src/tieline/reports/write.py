"""Writes a file whole or not at all."""

import os
import stat
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from tieline.errors import InputError

READABLE = 0o666  # before the user's mask
PAGE = b"<!doctype html>"


def write_atomically(path: Path, text: str, *, over: bytes = b"") -> None:
    """Replace the file at `path`, through a temporary file in the same folder.

    Raises InputError, one line, if the folder is missing or not writable, the disk is
    full, the path is a folder, or a file that is there does not begin with `over`, in any
    case of letters; then the old file stands and nothing else is left.
    """
    data = text.encode("utf-8", "replace")
    try:
        _spare(path, over)
        _write(path, data)
    except OSError as error:
        raise InputError(f"cannot write {path}: {_reason(path, error)}") from error


def _spare(path: Path, over: bytes) -> None:
    """Refuse to replace another kind of file, such as a document or a case's database."""
    if not path.is_file() or path.stat().st_size == 0:
        return
    with path.open("rb") as file:
        if file.read(len(over)).lower() != over:
            raise InputError(f"{path} is there and is no report: name another file with --out")


def _write(path: Path, data: bytes) -> None:
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(data)  # a pipe or a device such as /dev/stdout is never replaced
        return
    target = path.resolve()
    if target.is_dir():
        raise IsADirectoryError
    handle, name = mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _mode(target: Path) -> int:
    """The old file's mode, or what a new file would have."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return READABLE & ~mask


def _reason(path: Path, error: OSError) -> str:
    if isinstance(error, IsADirectoryError):
        return "it is a folder; name a file inside it"
    if isinstance(error, FileNotFoundError):
        return f"there is no folder {path.parent}; make it first"
    if isinstance(error, PermissionError):
        return f"no permission to write in {path.parent}; choose another place with --out"
    return f"{error.strerror or error}; free some space or choose another place with --out"
