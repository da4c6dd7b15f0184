from pathlib import Path
from typing import Any


def _contract(project: dict[str, Any], name: str) -> dict[str, Any]:
    contracts = project["tool"]["importlinter"]["contracts"]
    (found,) = (contract for contract in contracts if name in contract["name"])
    return dict(found)


def _rooms(root: Path) -> set[str]:
    package = root / "src" / "tieline"
    inside = [path for path in package.iterdir() if not path.name.startswith("_")]
    folders = {path.name for path in inside if path.is_dir()}
    return {f"tieline.{name}" for name in folders | {p.stem for p in inside if p.suffix == ".py"}}


def test_the_command_line_may_reach_no_other_room(root: Path, project: dict[str, Any]) -> None:
    """A new room is forbidden to the command line until someone decides otherwise."""
    forbidden = set(_contract(project, "command line")["forbidden_modules"])
    assert _rooms(root) - forbidden == {"tieline.cli", "tieline.errors", "tieline.workbench"}


def test_no_other_room_may_import_spacy(root: Path, project: dict[str, Any]) -> None:
    """A new room may not import spaCy until someone decides otherwise."""
    sources = set(_contract(project, "spaCy")["source_modules"])
    assert _rooms(root) - sources == {"tieline.language"}
