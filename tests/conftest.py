"""What all tests share."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
GOLDEN = Path(__file__).resolve().parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """One flag writes golden files anew; look at the difference before committing it."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


@pytest.fixture
def golden(pytestconfig: pytest.Config) -> Callable[[str, str], None]:
    """Compare a text, which holds no floats, with the golden file of that name."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if pytestconfig.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"no golden file {name}: run pytest --update-golden"
        assert text == path.read_text(encoding="utf-8")

    return compare


def _shared(part: str) -> Path:
    folder = SHARED / part
    if not folder.is_dir():
        pytest.skip(f"needs real {part} files beside the checkout, in ../shared/{part}")
    return folder


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real documents and data beside the checkout."""
    return _shared("data")


@pytest.fixture(scope="session")
def shared_eval() -> Path:
    """The folder of labelled sets beside the checkout."""
    return _shared("eval")


@pytest.fixture(autouse=True)
def _no_case_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests never touch a case the developer works on."""
    for name in [n for n in os.environ if n.startswith("TIELINE_")]:
        monkeypatch.delenv(name)
