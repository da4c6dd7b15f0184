import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tieline.errors import CaseError
from tieline.store.sql import SqlStore

NOBODY = 65534
CASES = Path(__file__).parent / "cases"


@pytest.fixture
def others() -> Iterator[Path]:
    """A case that others may read and not write, in a place that they can reach."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    case = shutil.copytree(CASES / "format-1", place / "case")
    (case / "case.lock").touch(mode=0o444)
    case.chmod(0o555)
    yield case
    case.chmod(0o755)
    shutil.rmtree(place)


def _as_nobody(work: Callable[[], None]) -> bool:
    """Whether the work succeeds for a user without rights; root would have all."""
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            work()
        except BaseException:  # noqa: BLE001 - it must not run on as a second test session
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def test_a_case_of_others_can_be_read(others: Path) -> None:
    """Whoever may read a case's files can ask it, though not write beside them."""
    SqlStore(others).close()

    def work() -> None:
        assert len(list(SqlStore(others).claims())) == 3

    assert _as_nobody(work)


def test_a_case_of_others_cannot_be_written(others: Path) -> None:
    """Writing where one may not is a CaseError that says so."""

    def work() -> None:
        with pytest.raises(CaseError, match=r"(?i)permission denied"):
            SqlStore(others).put_findings([])

    assert _as_nobody(work)


def test_a_case_out_of_reach(tmp_path: Path) -> None:
    """A folder that cannot be entered is a CaseError, whatever is asked."""
    (tmp_path / "closed").mkdir(mode=0o000)

    def work() -> None:
        for ask in ("create", "clear", "documents"):
            with pytest.raises(CaseError):
                list(getattr(SqlStore(tmp_path / "closed" / "case"), ask)() or ())

    assert _as_nobody(work)
