"""The one door from the command line to the program behind it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tieline.workbench import Workbench


def bench() -> "Workbench":
    """A workbench as shipped."""
    from tieline.workbench import Workbench  # noqa: PLC0415 - `--help` must not wait for it

    return Workbench()
