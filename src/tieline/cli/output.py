"""Data on stdout: one place that writes, flushes, and notices a reader that has gone."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from tieline.errors import InputError


class ReaderGoneError(Exception):
    """Whoever read our output has closed it (`tieline … | head`): stop quietly."""


@contextmanager
def _written() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        _swallow()
        raise ReaderGoneError from error
    except OSError as error:
        _swallow()
        raise InputError(f"the output cannot be written: {error.strerror}") from error


def _swallow() -> None:
    """Keep Python from complaining again when it closes stdout at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write(text: str) -> None:
    """Write to stdout and flush, so that a reader sees each piece as it comes."""
    with _written():
        sys.stdout.write(text)
        sys.stdout.flush()


def dumps(value: Any, indent: int | None = None) -> str:
    """JSON that stays readable, but escapes what a terminal or UTF-8 cannot take."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\n" else _escape(c) for c in text)


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1] if character != "\x7f" else "\\u007f"


def lines(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Objects as JSON, one a line."""
    for row in rows:
        yield dumps(row) + "\n"


def listed(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Objects as one JSON list, piece by piece."""
    before = "["
    for row in rows:
        yield f"{before}\n{dumps(row)}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def plain(text: object) -> str:
    """A text for a terminal: on one line, nothing in it that could steer the terminal."""
    words = " ".join(str(text).split())
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in words)
