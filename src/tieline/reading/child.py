"""The child process of `isolation`: one request on stdin, one answer on stdout, both JSON.

It bounds its own memory, processor time and output before it opens the file.
"""

import importlib
import json
import os
import resource
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from tieline.errors import InputError, LimitError
from tieline.reading.files import check_characters, read_bytes, reason
from tieline.reading.metadata import Metadata
from tieline.settings import Limits

Parser = Callable[[bytes, Limits, Mapping[str, str]], tuple[str, Metadata]]
_BUILT_IN = "tieline.reading.parsing"


def main() -> None:
    """Answer one request."""
    request = json.load(sys.stdin)
    limits = Limits(**request["limits"])
    answer = sys.stdout
    sys.stdout = sys.stderr  # whatever a parser prints is no part of the answer
    _bound(limits)
    json.dump(_answer(request, limits), answer)
    answer.flush()
    os._exit(0)  # a parser's clean-up is not worth a crash after the answer


def _bound(limits: Limits) -> None:
    for what, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, limits.seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        with suppress(ValueError, OSError):  # macOS knows no RLIMIT_AS
            resource.setrlimit(what, (most, most))


def _answer(request: Mapping[str, Any], limits: Limits) -> dict[str, str | None]:
    try:
        data = read_bytes(Path(request["path"]), limits)
        text, metadata = _parser(request["parser"])(data, limits, request["options"])
        check_characters(text, limits)
    except LimitError as error:
        return {"limit": str(error)}
    except InputError as error:
        if _is_near(limits.memory):  # a library out of memory may call the file broken
            return {"limit": _memory(limits)}
        return {"unreadable": str(error)}
    except OSError as error:
        return {"unreadable": reason(error)}
    except MemoryError:
        return {"limit": _memory(limits)}
    return {
        "text": text,
        "title": metadata.title,
        "author": metadata.author,
        "publisher": metadata.publisher,
        "date": metadata.published.isoformat() if metadata.published else None,
    }


def _parser(name: str) -> Parser:
    module = importlib.import_module(name if "." in name else f"{_BUILT_IN}.{name}")
    parser: Parser = module.parse
    return parser


def _is_near(memory: int) -> bool:
    """Whether this process has come to hold more than half of what it may."""
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes * 1_024 * 2 > memory and sys.platform != "darwin"


def _memory(limits: Limits) -> str:
    return (
        f"needs more memory to read than the limit ({limits.memory:,} bytes): "
        "split it, or raise TIELINE_MAX_MEMORY"
    )


if __name__ == "__main__":
    main()
