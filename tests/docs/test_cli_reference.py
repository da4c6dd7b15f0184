import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from tieline.cli.main import app

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "cli.md"
HELP = "--help"


def _tree() -> Iterator[tuple[str, set[str]]]:
    """Every command by its full name, with its options."""
    yield from _below(typer.main.get_command(app), "tieline")


def _below(command: object, name: str) -> Iterator[tuple[str, set[str]]]:
    children = getattr(command, "commands", None)
    if children is None:
        options = {flag for each in command.params for flag in each.opts if flag[:2] == "--"}
        yield name, options - {HELP}
        return
    for child, each in children.items():
        yield from _below(each, f"{name} {child}")


def _sections() -> dict[str, str]:
    parts = re.split(r"^### (.+)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_command_is_documented() -> None:
    """The page has a section for each command and for nothing else."""
    assert sorted(_sections()) == sorted(name for name, _ in _tree())


@pytest.mark.parametrize(("name", "options"), list(_tree()))
def test_every_option_is_documented(name: str, options: set[str]) -> None:
    """A command's section names its options and no others."""
    assert set(re.findall(r"--[a-z][a-z-]*", _sections()[name])) == options
