"""Brings a database to the form this program knows; Alembic does the work."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

REVISIONS = {1: "0001"}
SCRIPTS = Path(__file__).parent / "migrations"
VERSIONS = SCRIPTS / "versions"


def migrate(engine: Engine, case_format: int) -> None:
    """Create or upgrade all tables, in one transaction."""
    from alembic import command  # noqa: PLC0415 - slow to load, and hardly ever needed
    from alembic.config import Config  # noqa: PLC0415 - likewise

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", str(VERSIONS).replace("%", "%%"))
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, REVISIONS[case_format])


def back_up(database: Path, target: Path) -> None:
    """Copy a database as one consistent whole."""
    with closing(sqlite3.connect(database)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
