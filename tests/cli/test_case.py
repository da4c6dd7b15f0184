import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tieline.testing import FakeEngine

SLOW_ADD = """
import sys, time
from functools import partial
from tieline import testing, workbench
from tieline.cli.main import app
from tieline.cli.running import run

class SlowEngine(testing.FakeEngine):
    def claims(self, *rest):
        time.sleep(0.05)
        return super().claims(*rest)

def tools():
    return workbench.Tools(SlowEngine(), testing.FakeLinker, testing.FakeAnalyser)

if __name__ == "__main__":
    workbench.Workbench = partial(workbench.Workbench, make_tools=tools, workers=int(sys.argv[1]))
    sys.exit(run(app, sys.argv[2:]))
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Forty documents."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f"Aland funds B{number}.")
    return folder


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    """The program with an engine that takes its time."""
    path = tmp_path / "slow.py"
    path.write_text(SLOW_ADD)
    return path


def test_init(tieline: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case is made in the folder named, or the current one; twice is no error."""
    assert "made a case" in tieline("init", tmp_path / "a" / "b").out
    assert "is a case already" in tieline("init", tmp_path / "a" / "b").out
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert tieline("init").status == 0
    assert (tmp_path / "here" / "case.json").exists()


def test_the_environment_may_name_the_case(
    tieline: object, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TIELINE_CASE stands in for --case."""
    monkeypatch.setenv("TIELINE_CASE", str(case))
    assert len(tieline("claims", "--format", "jsonl").rows) == 3


def test_no_case(tieline: object, tmp_path: Path, text: Path) -> None:
    """Every command that needs a case says how to make one."""
    commands = (("add", text), ("claims",), ("show", "abc"), ("check",), ("report",))
    for command in (*commands, ("data", "list"), ("data", "import", "cited")):
        ended = tieline(*command, "--case", tmp_path / "none")
        assert (ended.status, ended.out) == (2, ""), command
        assert "tieline init" in ended.err
        assert ended.err.splitlines()[-1].startswith("tieline: ")
    assert not (tmp_path / "none").exists()


def test_adding_again_is_known(tieline: object, case: Path, text: Path) -> None:
    """What is known is not read again, and that is no failure."""
    ended = tieline("add", text, "--case", case, "--date", "2018-11-28")
    assert (ended.status, ended.err) == (0, "")
    assert "added no documents" in ended.out
    assert "1 known already" in ended.out


def test_a_copy_adds_a_path(tieline: object, case: Path, text: Path) -> None:
    """The same text elsewhere is the same document at one more path."""
    copy = text.with_name("copy.txt")
    copy.write_bytes(text.read_bytes())
    assert tieline("add", copy, "--case", case).status == 0
    (first, *rest) = tieline("claims", "--format", "jsonl", "--case", case).rows
    assert len(rest) == 2
    assert str(copy) in tieline("show", first["id"], "--case", case).out


def test_some_inputs_fail(tieline: object, case: Path, text: Path, tmp_path: Path) -> None:
    """The rest is added; the status is 3, also where the rest was known."""
    (tmp_path / "broken.txt").write_text("BREAK")
    ended = tieline("add", text, tmp_path / "broken.txt", "--case", case)
    assert ended.status == 3
    assert "broken.txt" in ended.err
    assert tieline("add", tmp_path / "broken.txt", "--case", case).status == 2


def test_a_new_engine_reads_again(
    tieline: object, case: Path, text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an upgrade of the engine, adding reads everything anew."""
    monkeypatch.setattr(FakeEngine, "version", "2")
    ended = tieline("add", text, "--case", case, "--date", "2018-11-28")
    assert "added 1 document" in ended.out


@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_stops_cleanly(
    tieline: object, tmp_path: Path, texts: Path, slow: Path, workers: int
) -> None:
    """Ctrl-C keeps what was read and says how to go on; going on ends with the whole."""
    case = tmp_path / "case"
    tieline("init", case)
    command = [sys.executable, str(slow), str(workers), "add", str(texts), "--case", str(case)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    _wait_for_some(tieline, case)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in err
    assert "same command again" in err
    added = int(out.split()[1])
    assert 0 < added < 40
    assert len(tieline("claims", "--case", case, "--format", "jsonl").rows) == added
    assert f"{added} known already" in tieline("add", texts, "--case", case).out
    assert len(tieline("claims", "--case", case, "--format", "jsonl").rows) == 40


def _wait_for_some(tieline: object, case: Path) -> None:
    """Until a first batch is kept: then adding is certainly under way."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if tieline("claims", "--case", case, "--format", "jsonl").rows:
            return
        time.sleep(0.05)
    pytest.fail("nothing was added")
