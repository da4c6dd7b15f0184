import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from tieline.errors import CaseError
from tieline.store.folder import FORMAT
from tieline.store.sql import SqlStore


def _made(path: Path) -> Path:
    store = SqlStore(path)
    store.create()
    store.close()
    return path


def _complaint(path: Path) -> str:
    with pytest.raises(CaseError) as caught:
        list(SqlStore(path).claims())
    return str(caught.value)


def test_a_case_is_marked_with_its_format(tmp_path: Path) -> None:
    """A new case says its format and leaves nothing temporary behind."""
    case = _made(tmp_path / "a" / "case")
    assert json.loads((case / "case.json").read_text()) == {"format": FORMAT}
    assert {entry.name for entry in case.iterdir()} == {
        "case.json",
        "case.lock",
        "case.sqlite",
        "observations",
    }


def test_no_case(tmp_path: Path) -> None:
    """Without a case the message says how to make one."""
    assert "tieline init" in _complaint(tmp_path)


@pytest.mark.parametrize("marker", ["", "{", "[]", "{}", '{"format": "x"}', '{"format": 0}'])
def test_damaged_marker(tmp_path: Path, marker: str) -> None:
    """A damaged case.json is named."""
    case = _made(tmp_path / "case")
    (case / "case.json").write_text(marker)
    assert "case.json is damaged" in _complaint(case)


def test_newer_format_is_refused(tmp_path: Path) -> None:
    """A case of a newer program is refused, and stays as it is."""
    case = _made(tmp_path / "case")
    (case / "case.json").write_text(json.dumps({"format": FORMAT + 1}))
    before = (case / "case.sqlite").read_bytes()
    assert "update Tieline" in _complaint(case)
    assert (case / "case.sqlite").read_bytes() == before


def test_missing_database(tmp_path: Path) -> None:
    """Half a case says which half is missing; making it again mends it."""
    case = _made(tmp_path / "case")
    (case / "case.sqlite").unlink()
    assert "case.sqlite is missing" in _complaint(case)
    assert SqlStore(case).create() is True
    assert list(SqlStore(case).claims()) == []


@pytest.mark.parametrize("garbage", [b"", b"garbage", b"garbage" * 10_000])
def test_garbage_for_a_database(tmp_path: Path, garbage: bytes) -> None:
    """What is no database is said to be damaged, and not overwritten."""
    case = _made(tmp_path / "case")
    (case / "case.sqlite").write_bytes(garbage)
    assert "damaged" in _complaint(case)
    with pytest.raises(CaseError):
        SqlStore(case).create()
    assert (case / "case.sqlite").read_bytes() == garbage


def test_damaged_pages(tmp_path: Path) -> None:
    """A database with a good header and bad pages is one line, too."""
    case = _made(tmp_path / "case")
    data = bytearray((case / "case.sqlite").read_bytes())
    data[100:] = b"\xff" * (len(data) - 100)
    (case / "case.sqlite").write_bytes(data)
    assert "\n" not in _complaint(case)


def test_database_without_tables(tmp_path: Path) -> None:
    """A database of something else is said to be incomplete."""
    case = _made(tmp_path / "case")
    (case / "case.sqlite").unlink()
    other = sqlite3.connect(case / "case.sqlite")
    other.execute("CREATE TABLE other (x)")
    other.close()
    assert "incomplete" in _complaint(case)


def test_database_is_a_folder(tmp_path: Path) -> None:
    """A folder where the database should be is one line."""
    case = _made(tmp_path / "case")
    (case / "case.sqlite").unlink()
    (case / "case.sqlite").mkdir()
    assert "\n" not in _complaint(case)


def test_a_file_where_the_case_should_be(tmp_path: Path) -> None:
    """A case cannot be made where a file is."""
    (tmp_path / "file").write_text("mine")
    for path in (tmp_path / "file", tmp_path / "file" / "case"):
        with pytest.raises(CaseError):
            SqlStore(path).create()
    assert (tmp_path / "file").read_text() == "mine"


def test_a_lone_database_is_not_overwritten(tmp_path: Path) -> None:
    """A case.sqlite without its marker may be precious."""
    case = _made(tmp_path / "case")
    (case / "case.json").unlink()
    with pytest.raises(CaseError, match="move the former away"):
        SqlStore(case).create()


def test_clear_refuses_what_is_no_case(tmp_path: Path) -> None:
    """Only a case, or an empty folder, is cleared."""
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(CaseError, match="no case"):
        SqlStore(tmp_path).clear()
    assert (tmp_path / "thesis.txt").exists()


def test_clear_leaves_strangers(tmp_path: Path) -> None:
    """Files that are not the case's own outlive it."""
    case = _made(tmp_path / "case")
    (case / "notes.txt").write_text("mine")
    SqlStore(case).clear()
    assert {entry.name for entry in case.iterdir()} == {"case.lock", "notes.txt"}


def test_clear_of_nothing(tmp_path: Path) -> None:
    """Clearing what is not there is no error."""
    SqlStore(tmp_path / "none").clear()
    assert not (tmp_path / "none").exists()


def test_a_case_can_be_moved(tmp_path: Path) -> None:
    """A case holds no path to itself."""
    case = _made(tmp_path / "case")
    shutil.move(case, tmp_path / "elsewhere")
    assert list(SqlStore(tmp_path / "elsewhere").claims()) == []
