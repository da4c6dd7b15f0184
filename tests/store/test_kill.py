import os
import random
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from tieline.store import batch
from tieline.testing import fake_tools
from tieline.workbench import Workbench

Dump = Callable[[Path], str]
KILLS = 24
DOCUMENTS = 30
STEPS = ("before_cursor_execute", "commit")


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many transactions, so that many a kill falls between two or into one."""
    monkeypatch.setattr(batch, "SIZE", 4)


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents, some of them equal, one a file that breaks the engine."""
    folder = tmp_path_factory.mktemp("texts")
    for number in range(DOCUMENTS):
        same = number - number % 5  # every fifth text is found at five paths
        (folder / f"{number:02}.txt").write_text(f"Aland funds B{same}. C{same} fights Dland.")
    (folder / "15b.txt").write_text("BREAK")
    (folder / "metadata.jsonl").write_text('{"file": "04.txt", "title": "Fourth"}\n')
    return folder


def _add(case: Path, texts: Path) -> None:
    workbench = Workbench(case, make_tools=fake_tools, workers=1)
    for _ in workbench.add(workbench.find([texts]), failed=lambda _: None):
        pass
    workbench.store.close()


def _killed_at(case: Path, texts: Path, point: int) -> bool:
    """Add in a child that kills itself before its n-th statement; False if it ended first."""
    child = os.fork()
    if child == 0:
        left = [point]

        def count(*_: Any) -> None:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        for name in STEPS:
            event.listen(Engine, name, count)
        try:
            _add(case, texts)
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty case to copy."""
    case = tmp_path_factory.mktemp("empty") / "case"
    Workbench(case).init()
    return case


def _counted_add(case: Path, texts: Path) -> int:
    """Add undisturbed, and say how many steps a kill could have fallen before."""
    counted: list[int] = []

    def count(*_: Any) -> None:
        counted.append(1)

    for name in STEPS:
        event.listen(Engine, name, count)
    _add(case, texts)
    for name in STEPS:
        event.remove(Engine, name, count)
    return len(counted)


def test_killed_at_any_point(empty: Path, texts: Path, tmp_path: Path, dump: Dump) -> None:
    """Killed at 24 random points, `add` given again makes the case of an undisturbed run."""
    whole = Path(shutil.copytree(empty, tmp_path / "whole"))
    steps = _counted_add(whole, texts)
    points = sorted(random.Random(2018).sample(range(1, steps), KILLS))  # noqa: S311 - no secret
    for point in points:
        case = Path(shutil.copytree(empty, tmp_path / f"killed-{point}"))
        assert _killed_at(case, texts, point)
        _add(case, texts)
        assert dump(case) == dump(whole), f"killed before step {point} of {steps}"


def test_killed_again_and_again(empty: Path, texts: Path, tmp_path: Path, dump: Dump) -> None:
    """However often it is killed, in the end the case is that of an undisturbed run."""
    whole = Path(shutil.copytree(empty, tmp_path / "whole"))
    steps = _counted_add(whole, texts)
    case = Path(shutil.copytree(empty, tmp_path / "case"))
    kills = 0
    while _killed_at(case, texts, steps // 4 + kills * 10):
        kills += 1
    assert kills > 1
    assert dump(case) == dump(whole)
