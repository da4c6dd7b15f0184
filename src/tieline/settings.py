"""Limits on what a document may cost, settable from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields

from tieline.errors import InputError

PREFIX = "TIELINE_MAX_"
_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost. A field `x` is set by TIELINE_MAX_X.

    `bytes`: size of a file; `pages`: of a PDF; `characters`: of the text read;
    `unpacked`: bytes a zipped format may grow to; `seconds`: both wall and
    processor time a parser may take; `memory`: bytes a parser may allocate.
    """

    bytes: int = 50_000_000
    pages: int = 2_000
    characters: int = 5_000_000
    unpacked: int = 200_000_000
    seconds: int = 60
    memory: int = 2_000_000_000

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Limits":
        """The defaults, but for what the environment sets. Raises InputError."""
        given = os.environ if environment is None else environment
        names = {field.name: PREFIX + field.name.upper() for field in fields(cls)}
        return cls(**{k: _number(name, given[name]) for k, name in names.items() if name in given})


def _number(name: str, text: str) -> int:
    digits = text.strip().replace("_", "")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _DIGITS and int(digits)):
        raise InputError(f"{name} is '{text}': set it to a whole number above 0, or unset it")
    return int(digits)
