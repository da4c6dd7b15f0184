import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tieline.store.sql import SqlStore

Dump = Callable[[Path], str]
PLENTY = 1 << 30

# Fills a case in a process whose files may not grow beyond a size.
FILL = """
import resource, sys
from pathlib import Path
from tieline.errors import TielineError
from tieline.testing import fake_tools
from tieline.workbench import Workbench
case, texts, limit = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
workbench = Workbench(case, make_tools=fake_tools, workers=1)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    workbench.init()
    for added in workbench.add(workbench.find([texts])):
        pass
except TielineError as error:
    print(error)
    sys.exit(2)
"""


def _fill(case: Path, texts: Path, limit: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", FILL, str(case), str(texts), str(limit)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty documents of few statements and many words."""
    folder = tmp_path_factory.mktemp("texts")
    for number in range(60):
        words = " ".join(f"word{number}x{each}" for each in range(800))
        (folder / f"{number:02}.txt").write_text(f"Aland funds B{number}. {words}")
    return folder


@pytest.fixture(scope="module")
def whole(texts: Path, tmp_path_factory: pytest.TempPathFactory, dump: Dump) -> str:
    """What a case holds that always had room."""
    case = tmp_path_factory.mktemp("whole") / "case"
    assert _fill(case, texts, PLENTY).returncode == 0
    return dump(case)


@pytest.mark.parametrize("limit", [400_000, 1_500_000])
def test_a_full_disk_is_one_line(
    tmp_path: Path, texts: Path, limit: int, whole: str, dump: Dump
) -> None:
    """A full disk ends in one line; what is in the case is whole, and adding goes on later."""
    case = tmp_path / "case"
    ended = _fill(case, texts, limit)
    assert (ended.returncode, ended.stderr) == (2, "")
    assert "disk is full" in ended.stdout
    assert ended.stdout.count("\n") == 1
    kept = list(SqlStore(case).documents())
    assert len(kept) % 20 == 0
    assert _fill(case, texts, PLENTY).returncode == 0
    assert dump(case) == whole


def test_no_room_for_a_case(tmp_path: Path, texts: Path) -> None:
    """Where not even an empty case fits, none is begun that would be in the way later."""
    case = tmp_path / "case"
    ended = _fill(case, texts, 10_000)
    assert ended.returncode == 2
    assert ended.stdout.count("\n") == 1
    assert SqlStore(case).create() is True
