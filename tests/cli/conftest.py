"""The program run in this very process, on stand-ins for the slow parts."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tieline import workbench
from tieline.cli.main import app
from tieline.cli.running import run
from tieline.testing import fake_tools


@dataclass(frozen=True)
class Ended:
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The objects of JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Tieline = Callable[..., Ended]


@pytest.fixture
def tieline(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Tieline:
    """Runs a command line; claims are read by the stand-in engine."""
    faked = partial(workbench.Workbench, make_tools=fake_tools, workers=1)
    monkeypatch.setattr(workbench, "Workbench", faked)

    def call(*arguments: object) -> Ended:
        capsys.readouterr()
        status = run(app, [str(argument) for argument in arguments])
        return Ended(status, *capsys.readouterr())

    return call


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A document of three statements."""
    path = tmp_path / "one.txt"
    path.write_text("Aland funds Bland. Cland never fights Dland. Eland arms Fland.\n")
    return path


@pytest.fixture
def case(tieline: Tieline, tmp_path: Path, text: Path) -> Path:
    """A case that holds the document."""
    path = tmp_path / "case"
    assert tieline("init", path).status == 0
    assert tieline("add", text, "--case", path, "--date", "2018-11-28").status == 0
    return path
