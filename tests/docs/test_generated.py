"""What the documentation fills in from the program's own data."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from tieline.actors.registry import Registry
from tieline.codebook.loader import codebook

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture(scope="module")
def generated() -> ModuleType:
    """The documentation's own extension."""
    spec = importlib.util.spec_from_file_location("generated_tables", DOCS / "generated.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_type_is_in_both_tables(generated: ModuleType) -> None:
    """The codebook's page lists each type with its wording and with its counterparts."""
    for part in ("families", "counterparts"):
        text = "\n".join(generated.Generated.parts[part]())
        assert [name for name in codebook().relations if f"| `{name}`" not in text] == []


def test_uncited_actors_are_counted(generated: ModuleType) -> None:
    """The registry's page says how many entries cite no source, of how many."""
    actors = Registry.shipped().actors
    uncited = sum("uncited" in actor.sources for actor in actors)
    total = "\n".join(generated.registry()).splitlines()[-1]
    assert total.startswith(f"| all | {len(actors):,} |")
    assert total.endswith(f"| {uncited:,} |")


def test_the_one_code_outside_the_standard_is_named() -> None:
    """The registry's page says that XKX is no code of ISO 3166-1, as every text about it must."""
    page = (DOCS / "reference" / "registry.md").read_text(encoding="utf-8")
    assert re.search(r"`XKX` for Kosovo is a\s+\*user-assigned\* code", page)


def test_pages_ask_for_what_exists(generated: ModuleType) -> None:
    """Each page's generated part is one that the extension makes, and each is used."""
    pages = (page.read_text(encoding="utf-8") for page in DOCS.rglob("*.md"))
    asked = {name for page in pages for name in re.findall(r"```\{generated\} (\w+)", page)}
    assert asked == set(generated.Generated.parts)
