"""The made-up case of `synthetic.py`, and pages made from it."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tieline.reports.page import render


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def made_up() -> ModuleType:
    """The module `synthetic`: documents, claims and findings made up for tests."""
    return _load(Path(__file__).with_name("synthetic.py"))


@pytest.fixture(scope="session")
def page(made_up: ModuleType) -> str:
    """The report of the made-up case, without a picture."""
    documents = made_up.documents()
    claims = made_up.claims(documents)
    return render("Two briefs", documents, claims, made_up.findings(claims), version="test")


@pytest.fixture(scope="session")
def read_page() -> type:
    """The class `Page`, which reads HTML as a parser sees it."""
    page_class: type = _load(Path(__file__).with_name("reading_page.py")).Page
    return page_class
