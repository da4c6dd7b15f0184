"""What all tests share."""

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


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
