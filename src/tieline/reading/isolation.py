"""Runs a parser in a child process, so that a hostile file costs one file at most."""

import json
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tieline.errors import LimitError, UnreadableError
from tieline.reading.files import open_plain
from tieline.reading.metadata import Metadata, from_mapping
from tieline.settings import Limits

_COMMAND = (sys.executable, "-P", "-m", "tieline.reading.child")
_OUT_OF_TIME = (signal.SIGXCPU, signal.SIGKILL)


def parse(parser: str, path: Path, options: Mapping[str, Any]) -> tuple[str, Metadata]:
    """Text and metadata of a file by a parser module of `tieline.reading.parsing`.

    A plug-in may name a module of its own in full: it needs `parse(data, limits,
    options)`, as `child.Parser` says. Raises UnreadableError and LimitError, neither
    naming the file.
    """
    limits = options.get("limits") or Limits()
    with open_plain(path, limits):  # no child for what cannot be opened
        pass
    request = {
        "parser": parser,
        "path": str(path),
        "limits": asdict(limits),
        "options": {key: value for key, value in options.items() if isinstance(value, str)},
    }
    return _result(_run(json.dumps(request), limits))


def _run(request: str, limits: Limits) -> dict[str, Any]:
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module, nothing of the file
            _COMMAND,
            input=request,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a parser's warnings may quote the document
            encoding="ascii",
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_slow(limits) from None
    except OSError as error:
        why = error.strerror or "no reason given"
        raise UnreadableError(f"cannot be read: no parser could be started ({why})") from error
    if done.returncode:
        raise _crash(done.returncode, limits)
    return _answer(done.stdout)


def _answer(output: str) -> dict[str, Any]:
    try:
        answer = json.loads(output)
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise UnreadableError("cannot be read: its parser gave no answer")
    return answer


def _crash(code: int, limits: Limits) -> UnreadableError | LimitError:
    if -code in _OUT_OF_TIME:
        return _too_slow(limits)
    return UnreadableError("cannot be read: it crashes its parser, so it is broken or too large")


def _too_slow(limits: Limits) -> LimitError:
    return LimitError(
        f"takes longer to read than the limit ({limits.seconds} s): "
        "split it, or raise TIELINE_MAX_SECONDS"
    )


def _result(answer: dict[str, Any]) -> tuple[str, Metadata]:
    if "unreadable" in answer:
        raise UnreadableError(answer["unreadable"])
    if "limit" in answer:
        raise LimitError(answer["limit"])
    return answer["text"], from_mapping(answer)
