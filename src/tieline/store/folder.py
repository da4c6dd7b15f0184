"""The folder of a case: what must be in it, and making it so that no half-case remains."""

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from tieline.errors import CaseError
from tieline.store.database import HEADER, connect, create, explained
from tieline.store.lock import writer
from tieline.store.migration import back_up, migrate

FORMAT = 1
OWN = frozenset(
    (
        *("case.json", "case.json.new", "case.lock", "report.html", "observations"),
        *("case.sqlite", "case.sqlite-wal", "case.sqlite-shm"),
        *("case.sqlite.new", "case.sqlite.new-wal", "case.sqlite.new-shm"),
    )
)


@dataclass(frozen=True)
class CaseFolder:
    """The paths of a case."""

    path: Path

    @property
    def marker(self) -> Path:
        """Says that this is a case, and in which format."""
        return self.path / "case.json"

    @property
    def database(self) -> Path:
        """Everything but observations."""
        return self.path / "case.sqlite"

    @property
    def lock(self) -> Path:
        """Held by the one writer."""
        return self.path / "case.lock"

    @property
    def observations(self) -> Path:
        """Parquet files of imported data."""
        return self.path / "observations"

    def exists(self) -> bool:
        """Whether someone has made a case here, whole or not."""
        return self.marker.exists()

    def create(self) -> bool:
        """Make the case; False if it is there already. Safe to repeat if it was cut short."""
        try:
            if self.exists() and self.database.exists():
                return False
            self.observations.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CaseError(f"{self.path} cannot be made: {_why(error)}") from error
        with writer(self.lock, self.path):
            self._fill()
        return True

    def _fill(self) -> None:
        if self.database.exists() and not self.exists():
            raise CaseError(f"{self.path} has a case.sqlite but no case.json: move the former away")
        fresh = self.path / "case.sqlite.new"
        fresh.unlink(missing_ok=True)
        with explained(self.path):
            create(fresh)
            engine = connect(fresh)
            migrate(engine, FORMAT)
            engine.dispose()
        self._mark(FORMAT)
        fresh.replace(self.database)

    def clear(self) -> None:
        """Remove the case, so that it can be made anew. Touches nothing that is no case's."""
        try:
            present = {entry.name for entry in self.path.iterdir()}
        except FileNotFoundError:
            return
        except OSError as error:
            raise CaseError(f"{self.path} cannot be used: {_why(error)}") from error
        if self.marker.name not in present and not present <= OWN:
            raise CaseError(f"{self.path} is no case and not empty: name another folder")
        with writer(self.lock, self.path):
            self._remove(present & OWN - {self.lock.name})

    def _remove(self, entries: set[str]) -> None:
        """The marker goes last: what was cut short is still known for a case."""
        for name in sorted(entries, key=lambda name: name == self.marker.name):
            try:
                if name == self.observations.name:
                    shutil.rmtree(self.observations)
                else:
                    (self.path / name).unlink()
            except OSError as error:
                raise CaseError(f"{self.path / name} cannot be removed: {_why(error)}") from error

    def check(self) -> None:
        """Raise CaseError unless this is a whole case in the format of this program.

        An older case is backed up and migrated first.
        """
        found = self._format()
        if found > FORMAT:
            raise CaseError(
                f"{self.path} has case format {found}, this program knows {FORMAT}: update Tieline"
            )
        self._check_database()
        if found < FORMAT:
            self._upgrade(found)

    def _format(self) -> int:
        try:
            found = json.loads(self.marker.read_bytes())["format"]
        except FileNotFoundError as error:
            raise CaseError(
                f"no case in {self._shown()}: make one with 'tieline init DIR', "
                "or name one with --case DIR"
            ) from error
        except OSError as error:
            raise CaseError(f"{self.marker} cannot be read: {_why(error)}") from error
        except (ValueError, KeyError, TypeError) as error:
            raise CaseError(f"{self.marker} is damaged: it should say {_marker(FORMAT)}") from error
        if not isinstance(found, int) or isinstance(found, bool) or found < 1:
            raise CaseError(f"{self.marker} is damaged: it should say {_marker(FORMAT)}")
        return found

    def _check_database(self) -> None:
        try:
            with self.database.open("rb") as file:
                begins = file.read(len(HEADER))
        except FileNotFoundError as error:
            raise CaseError(
                f"{self.path} is half a case, case.sqlite is missing: restore it, or begin "
                "an empty one with 'tieline init DIR'"
            ) from error
        except OSError as error:
            raise CaseError(f"{self.database} cannot be read: {_why(error)}") from error
        if begins != HEADER:
            raise CaseError(f"{self.path}: its database is damaged: restore case.sqlite")

    def _upgrade(self, found: int) -> None:
        with writer(self.lock, self.path), explained(self.path):
            back_up(self.database, self.path / f"case.format-{found}.sqlite")
            engine = connect(self.database)
            migrate(engine, FORMAT)
            engine.dispose()
            self._mark(FORMAT)

    def _mark(self, number: int) -> None:
        fresh = self.path / "case.json.new"
        try:
            fresh.write_text(_marker(number) + "\n", encoding="utf-8")
            fresh.replace(self.marker)
        except OSError as error:
            raise CaseError(f"{self.path} cannot be written to: {_why(error)}") from error

    def _shown(self) -> str:
        return "the current folder" if self.path == Path() else str(self.path)


def _marker(number: int) -> str:
    return json.dumps({"format": number})


def _why(error: OSError) -> str:
    return os.strerror(error.errno).lower() if error.errno else str(error)
