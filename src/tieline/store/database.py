"""Opens the SQLite file of a case, and says in one line what is wrong with it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from tieline.errors import CaseError

HEADER = b"SQLite format 3\0"
_BUSY_SECONDS = 10


def connect(path: Path) -> Engine:
    """An engine whose transactions are SQLite's own, begun when asked and not before."""
    engine = create_engine(_url(path), connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def create(path: Path) -> None:
    """Make an empty database that readers may read while one writes."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


def _url(path: Path) -> URL:
    """Where the folder cannot be written to, nobody writes: SQLite then needs no side files."""
    if os.access(path.parent, os.W_OK) or path.with_name(path.name + "-wal").exists():
        return URL.create("sqlite", database=str(path))
    whole = quote(str(path.resolve()))
    return URL.create("sqlite", database=f"file:{whole}", query={"immutable": "1", "uri": "true"})


def _configure(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # leaves BEGIN to `_begin`, which knows readers and writers
    for pragma in ("synchronous = NORMAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Any) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Raise every database error as a CaseError of one line."""
    try:
        yield
    except DBAPIError as error:
        raise CaseError(f"{folder}: {_reason(str(error.orig))}") from error
    except sqlite3.Error as error:
        raise CaseError(f"{folder}: {_reason(str(error))}") from error
    except SQLAlchemyError as error:
        raise CaseError(f"{folder}: {type(error).__name__} in its database") from error


def _reason(message: str) -> str:
    for sign, reason in _REASONS.items():
        if sign in message:
            return reason
    return f"its database failed ({message})"


_REASONS = {
    "is full": "cannot be written to, the disk is full: free some space and run this again",
    "disk I/O error": "cannot be written to, the disk is full or failing: check it, run this again",
    "readonly": "cannot be written to: permission denied",
    "unable to open": "its database cannot be opened: check the folder's permissions",
    "not a database": "its database is damaged: restore case.sqlite from a backup",
    "malformed": "its database is damaged: restore case.sqlite from a backup",
    "no such table": "its database is incomplete: restore case.sqlite from a backup",
    "no such column": "its database is incomplete: restore case.sqlite from a backup",
    "is locked": "is being written to by another program: wait for it to end",
}
