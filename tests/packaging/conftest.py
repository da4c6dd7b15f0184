"""The repository and its locks."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Pin:
    """One line of a lock; `hashes` of the files it may be installed from."""

    requirement: Requirement
    hashes: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its normalised name."""
        return normalised(self.requirement.name)

    @property
    def version(self) -> str:
        """The one version it allows."""
        (only,) = self.requirement.specifier
        return only.version


def normalised(name: str) -> str:
    """A distribution's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lock: Path) -> Iterator[Pin]:
    """All lines of a lock, joined where they go on."""
    for line in lock.read_text(encoding="utf-8").replace("\\\n", " ").splitlines():
        stated = _HASH.sub("", line).strip()
        if stated and not stated.startswith("#"):
            yield Pin(Requirement(stated), tuple(_HASH.findall(line)))


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def project() -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def locks() -> dict[str, list[Pin]]:
    """The pins of each lock, by the lock's name."""
    return {path.stem: list(pins(path)) for path in sorted((ROOT / "requirements").glob("*.txt"))}
