"""The one door from the command line to the program behind it."""

from pathlib import Path
from typing import TYPE_CHECKING

from tieline.cli.options import HERE

if TYPE_CHECKING:
    from tieline.workbench import Workbench


def bench(case: Path = HERE) -> "Workbench":
    """A workbench as shipped."""
    from tieline.workbench import Workbench  # noqa: PLC0415 - `--help` must not wait for it

    return Workbench(case)
