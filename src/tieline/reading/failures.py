"""One thing that could not be read, while the rest went on."""

from dataclasses import dataclass
from pathlib import Path

from tieline.errors import InputError, UnreadableError


@dataclass(frozen=True, slots=True)
class Failure:
    """What failed and why; `str(error)` is one line that names the place."""

    path: Path
    error: InputError


class LinesError(UnreadableError):
    """Some lines of a file could not be read; raised after all others were yielded.

    `errors` holds one error a line; the message counts them and names the first.
    """

    def __init__(self, errors: tuple[InputError, ...]) -> None:
        more = f" (and {len(errors) - 1} more such lines)" if len(errors) > 1 else ""
        super().__init__(f"{errors[0]}{more}")
        self.errors = errors
