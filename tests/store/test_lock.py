import subprocess
import sys
import time
from pathlib import Path

import pytest

from tieline.errors import CaseError
from tieline.model.document import Document
from tieline.store.sql import SqlStore
from tieline.testing import FakeEngine

HOLD = """
import sys, time
from pathlib import Path
from tieline.store.sql import SqlStore
with SqlStore(Path(sys.argv[1])).writer():
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def _holder(case: Path, seconds: float) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLD, str(case), str(seconds)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """An empty case."""
    SqlStore(tmp_path).create()
    return tmp_path


def test_a_second_writer_waits_and_gives_up(case: Path) -> None:
    """A second writer waits for the time it is given, then says who is in the way."""
    with _holder(case, 60) as process:
        begun = time.monotonic()
        with pytest.raises(CaseError, match="another tieline"), SqlStore(case).writer(wait=0.5):
            pass
        assert time.monotonic() - begun >= 0.5
        process.kill()


def test_a_second_writer_gets_its_turn(case: Path) -> None:
    """A second writer goes on when the first ends."""
    with _holder(case, 0.5), SqlStore(case).writer(wait=20):
        assert case.exists()


def test_a_dead_writer_holds_nothing(case: Path) -> None:
    """A writer that was killed is in nobody's way."""
    with _holder(case, 60) as process:
        process.kill()
        process.wait()
        with SqlStore(case).writer(wait=0):
            assert case.exists()


def test_readers_are_never_blocked(case: Path) -> None:
    """While one writes, others read what was there before."""
    document = Document("Aland funds Bland.", "text/1", "a.txt")
    store, reader = SqlStore(case), SqlStore(case)
    with _holder(case, 60) as process:
        assert list(reader.claims()) == []
        process.kill()
    with store._writing() as connection:
        connection.exec_driver_sql("DELETE FROM claims")
        assert list(reader.claims()) == []
    store.keep([(document, (), FakeEngine().claims(document))], "fake/1")
    assert len(list(reader.claims())) == 1
    store.close()
    reader.close()
