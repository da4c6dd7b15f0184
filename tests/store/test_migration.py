import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from tieline.store import folder, migration
from tieline.store.database import connect
from tieline.store.sql import SqlStore
from tieline.store.tables import metadata

Dump = Callable[[Path], str]
CASES = Path(__file__).parent / "cases"
NEXT = """
from alembic import op
import sqlalchemy as sa
revision = "0002"
down_revision = "0001"
def upgrade():
    op.add_column("documents", sa.Column("language", sa.Text))
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of the case that was made when format 1 was new."""
    return Path(shutil.copytree(CASES / "format-1", tmp_path / "case"))


@pytest.fixture
def future(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that knows one more format."""
    scripts = tmp_path / "scripts"
    shutil.copytree(migration.VERSIONS, scripts)
    (scripts / "0002_next.py").write_text(NEXT)
    monkeypatch.setattr(migration, "VERSIONS", scripts)
    monkeypatch.setattr(migration, "REVISIONS", {1: "0001", 2: "0002"})
    monkeypatch.setattr(folder, "FORMAT", 2)


def test_migrations_make_the_tables(tmp_path: Path) -> None:
    """The scripts and the tables the program uses say the same."""
    store = SqlStore(tmp_path)
    store.create()
    engine = connect(tmp_path / "case.sqlite")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, *_: "_text" not in (name or "")}
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_format_1_is_read(old: Path, dump: Dump) -> None:
    """A case of format 1 gives what it gave when it was made."""
    assert dump(old) == (CASES / "format-1.jsonl").read_text(encoding="utf-8").rstrip("\n")


@pytest.mark.usefixtures("future")
def test_an_older_case_is_backed_up_and_migrated(old: Path, dump: Dump) -> None:
    """An older case is copied, brought to the present form, and holds what it held."""
    assert dump(old) == (CASES / "format-1.jsonl").read_text(encoding="utf-8").rstrip("\n")
    assert json.loads((old / "case.json").read_text()) == {"format": 2}
    assert (old / "case.format-1.sqlite").read_bytes()[:6] == b"SQLite"


@pytest.mark.usefixtures("future")
def test_a_failed_migration_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a migration fails, the case stays what it was."""
    (migration.VERSIONS / "0002_next.py").write_text(NEXT + "    raise RuntimeError\n")
    store = SqlStore(old)
    with pytest.raises(RuntimeError):
        list(store.claims())
    assert json.loads((old / "case.json").read_text()) == {"format": 1}
    monkeypatch.setattr(folder, "FORMAT", 1)
    assert list(SqlStore(old).claims())
