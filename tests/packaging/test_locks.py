import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

# In pieces, so that this file does not hold what it looks for.
HOSTS = tuple(
    ".".join(parts).encode()
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"),
        ("anaconda", "org"),
        ("conda", "io"),
        ("huggingface", "co"),
    )
)


def _tracked(root: Path) -> list[Path]:
    if not (root / ".git").exists() or shutil.which("git") is None:
        pytest.skip("needs the git checkout to know which files are tracked")
    command = ["git", "-c", f"safe.directory={root}", "-C", str(root), "ls-files", "-z"]
    listed = subprocess.run(command, check=True, capture_output=True).stdout
    return [root / name.decode() for name in listed.split(b"\0") if name]


def test_no_tracked_file_names_a_registry_host(root: Path) -> None:
    """Whoever installs decides where from: no file of the repository names a host."""
    named = [
        (path.name, host)
        for path in _tracked(root)
        if path.is_file()
        for host in HOSTS
        if host in path.read_bytes()
    ]
    assert not named


def test_every_pin_has_a_version_and_a_digest(locks: dict[str, list[Any]]) -> None:
    """No lock allows a version other than the one it names, or a file it has no digest of."""
    assert set(locks) == {"run", "dev", "training", "installer"}
    for pin in (pin for lock in locks.values() for pin in lock):
        assert [only.operator for only in pin.requirement.specifier] == ["=="], pin.name
        assert pin.hashes, pin.name


def test_locks_hold_what_the_project_asks_for(
    project: dict[str, Any], locks: dict[str, list[Any]]
) -> None:
    """Each dependency of pyproject.toml is pinned, at a version that it allows."""
    run = project["project"]["dependencies"] + project["build-system"]["requires"]
    _assert_pinned([*run, "editables"], locks["run"])
    _assert_pinned(run + project["dependency-groups"]["dev"], locks["dev"])
    _assert_pinned(["uv"], locks["installer"])


def test_development_runs_the_versions_that_users_run(locks: dict[str, list[Any]]) -> None:
    """What both locks hold they hold at one version, and the tests have all that runs."""
    dev = {(pin.name, pin.version) for pin in locks["dev"]}
    assert {(pin.name, pin.version) for pin in locks["run"]} <= dev


def _assert_pinned(wanted: list[str], lock: list[Any]) -> None:
    for requirement in map(Requirement, wanted):
        found = [pin for pin in lock if pin.name == requirement.name.lower().replace("_", "-")]
        assert found, f"{requirement.name} is not locked: run ./tieline lock"
        for pin in found:
            assert pin.version in requirement.specifier, pin.name
