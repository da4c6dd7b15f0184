"""The launcher with stand-ins for Python, pip and uv, so that nothing is installed."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

# What the launcher may use of the system; above all no apt-get, no real Python, no network.
TOOLS = "sh dirname cat cksum id mkdir rm sed sleep readlink touch cp chmod basename".split()
FAKE = """#!/bin/sh
printf '%s\\n' "$(basename "$0") $*" >>"$CALLS"
case "$1 $2" in
    "-c "*) exit 0 ;;
    "-m venv")
        mkdir -p "$3/bin"
        [ ! -e "$PLAN/no-venv" ] || exit 1
        for name in python uv tieline; do cp "$0" "$3/bin/$name"; done ;;
    "-m pip"|"pip install")
        case "$*" in "pip install -q -p "*--require-hashes*) [ ! -e "$PLAN/no-uv" ] || exit 1 ;; esac
        [ ! -e "$PLAN/slow" ] || sleep 1
        [ ! -e "$PLAN/offline" ] || { echo "no route to the index" >&2; exit 1; } ;;
    *) printf 'ran:%s\\n' "$*"; pwd -P ;;
esac
"""


@dataclass(frozen=True, slots=True)
class Checkout:
    """A copy of what the launcher needs, and a machine to run it on."""

    root: Path
    machine: Path

    @property
    def environment(self) -> dict[str, str]:
        """Nothing of the real machine."""
        plan = str(self.machine)
        return {"PATH": f"{plan}/bin", "PLAN": plan, "CALLS": f"{plan}/calls", "HOME": plan}

    def run(
        self, *arguments: str, cwd: Path | None = None, launcher: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run the launcher."""
        command = [launcher or self.root / "tieline", *arguments]
        return subprocess.run(
            command,
            cwd=cwd or self.root,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Run the launcher without waiting for it."""
        command = [self.root / "tieline", *arguments]
        return subprocess.Popen(command, cwd=self.root, env=self.environment)

    def plan(self, name: str) -> None:
        """Make the machine misbehave."""
        (self.machine / name).touch()

    def installs(self) -> list[str]:
        """Every call since the last look that a network would be needed for."""
        calls = self.machine / "calls"
        lines = calls.read_text(encoding="utf-8").splitlines() if calls.exists() else []
        calls.unlink(missing_ok=True)
        return [line for line in lines if " -m pip " in f" {line}" or line.startswith("uv ")]


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Checkout:
    """A checkout in a folder whose name has blanks."""
    machine, copied = tmp_path / "machine", tmp_path / "a checkout, with blanks"
    (machine / "bin").mkdir(parents=True)
    for tool in TOOLS:
        (machine / "bin" / tool).symlink_to(str(shutil.which(tool)))
    python = machine / "bin" / "python3.11"
    python.write_text(FAKE, encoding="utf-8")
    python.chmod(0o755)
    (copied / "requirements").mkdir(parents=True)
    for name in ("tieline", "pyproject.toml", *_locks(root)):
        shutil.copy(root / name, copied / name)
    return Checkout(copied, machine)


def _locks(root: Path) -> list[str]:
    return [f"requirements/{path.name}" for path in (root / "requirements").glob("*.txt")]


def test_the_first_run_installs_from_the_locks_with_digests(checkout: Checkout) -> None:
    """Everything comes from the locks, digests required, and the project without resolving."""
    done = checkout.run("codebook")
    installer, packages, project = checkout.installs()
    assert done.returncode == 0
    assert done.stdout.startswith("ran:codebook\n")
    assert "--require-hashes" in installer
    assert installer.endswith("requirements/installer.txt")
    assert "--require-hashes" in packages
    assert packages.endswith("requirements/run.txt")
    assert "--no-deps --no-build-isolation --no-index" in project


def test_the_second_run_touches_no_network(checkout: Checkout) -> None:
    """While the stamp fits, nothing is asked of pip or uv, and nothing is printed about it."""
    checkout.run("codebook")
    checkout.installs()
    checkout.plan("offline")
    again = checkout.run("codebook")
    assert again.returncode == 0
    assert again.stderr == ""
    assert checkout.installs() == []


def test_installs_are_told_on_stderr_only(checkout: Checkout) -> None:
    """Standard output holds what the program prints and nothing else."""
    done = checkout.run("codebook")
    assert "installing" in done.stderr
    assert "installing" not in done.stdout


@pytest.mark.parametrize("name", ["requirements/run.txt", "requirements/installer.txt"])
def test_a_changed_lock_is_installed(checkout: Checkout, name: str) -> None:
    """A lock that is not the one installed is installed before anything runs."""
    checkout.run("codebook")
    checkout.installs()
    with (checkout.root / name).open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    checkout.run("codebook")
    assert len(checkout.installs()) == 3


def test_changed_metadata_is_installed_and_changed_tool_settings_are_not(
    checkout: Checkout,
) -> None:
    """New entry points need an installation; another line length needs none."""
    checkout.run("codebook")
    checkout.installs()
    settings = checkout.root / "pyproject.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("line-length = 100", "line-length = 90"), encoding="utf-8")
    checkout.run("codebook")
    assert checkout.installs() == []
    settings.write_text(text.replace("[project.scripts]", "[project.scripts]\nother = 'a:b'"))
    checkout.run("codebook")
    assert len(checkout.installs()) == 3


def test_what_developers_have_is_enough_to_run(checkout: Checkout) -> None:
    """With the development lock installed, the program runs without installing the other."""
    checkout.run("lint")
    assert any("requirements/dev.txt" in call for call in checkout.installs())
    checkout.run("codebook")
    assert [call for call in checkout.installs() if "requirements" in call] == []


def test_a_moved_checkout_is_installed_anew(checkout: Checkout) -> None:
    """An environment that belongs to another folder is not trusted."""
    checkout.run("codebook")
    checkout.installs()
    moved = checkout.root.rename(checkout.root.with_name("moved"))
    Checkout(moved, checkout.machine).run("codebook")
    calls = (checkout.machine / "calls").read_text(encoding="utf-8")
    assert f"-m venv {moved}/.venv" in calls
    assert len(checkout.installs()) == 3


def test_a_half_made_environment_is_removed(checkout: Checkout) -> None:
    """Where the venv module is missing, nothing is left and one line says what to run."""
    checkout.plan("no-venv")
    done = checkout.run("codebook")
    assert done.returncode == 2
    assert "apt-get install python3-venv" in done.stderr.splitlines()[-1]
    assert not (checkout.root / ".venv").exists()


def test_without_python_one_line_says_so(checkout: Checkout) -> None:
    """A machine without a fitting Python is told which one is needed."""
    (checkout.machine / "bin" / "python3.11").unlink()
    done = checkout.run("codebook")
    assert done.returncode == 2
    assert done.stderr == "tieline: needs Python 3.11 to 3.13: install it, then run this again\n"


def test_a_failed_installation_is_not_taken_for_a_whole_one(checkout: Checkout) -> None:
    """Without network the first run fails in plain words, and the next one tries again."""
    checkout.plan("offline")
    failed = checkout.run("codebook")
    assert failed.returncode == 2
    assert "is the package index reachable?" in failed.stderr.splitlines()[-1]
    assert not (checkout.root / ".venv.lock").exists()
    (checkout.machine / "offline").unlink()
    assert checkout.run("codebook").returncode == 0


def test_where_uv_finds_no_index_pip_is_asked(checkout: Checkout) -> None:
    """An index or certificate that only pip is told of is enough."""
    checkout.plan("no-uv")
    done = checkout.run("codebook")
    assert done.returncode == 0
    assert "trying again with pip" in done.stderr
    pip = [call for call in checkout.installs() if call.startswith("python -m pip install")]
    assert "--require-hashes" in pip[-1]
    assert pip[-1].endswith("requirements/run.txt")


def test_it_works_from_another_folder(checkout: Checkout, tmp_path: Path) -> None:
    """The program runs where the user stands, whatever folder the launcher is in."""
    done = checkout.run("read", "a file.txt", cwd=tmp_path)
    assert done.stdout.splitlines() == ["ran:read a file.txt", str(tmp_path)]


@pytest.mark.parametrize("relative", [True, False])
def test_it_works_through_a_link(checkout: Checkout, tmp_path: Path, *, relative: bool) -> None:
    """A link to the launcher finds the checkout, and so does a link to that link."""
    first, second = tmp_path / "first", tmp_path / "links" / "second"
    second.parent.mkdir()
    target = checkout.root / "tieline"
    first.symlink_to(target.relative_to(tmp_path) if relative else target)
    second.symlink_to(Path("../first") if relative else first)
    done = checkout.run("codebook", cwd=tmp_path, launcher=second)
    assert done.stdout.startswith("ran:codebook\n")
    assert (checkout.root / ".venv").is_dir()


def test_two_at_a_time_install_once(checkout: Checkout) -> None:
    """The second of two runs waits for the first to install, and then installs nothing."""
    checkout.plan("slow")
    both = [checkout.start("codebook"), checkout.start("codebook")]
    assert [process.wait(timeout=60) for process in both] == [0, 0]
    assert len(checkout.installs()) == 3


def test_the_lock_of_a_dead_installation_is_taken_over(checkout: Checkout) -> None:
    """A run that was killed while installing does not stop the next one."""
    checkout.plan("slow")
    killed = checkout.start("codebook")
    _until((checkout.root / ".venv.lock" / "pid").exists)
    killed.kill()
    killed.wait(timeout=60)
    (checkout.machine / "slow").unlink()
    assert checkout.run("codebook").returncode == 0
    assert not (checkout.root / ".venv.lock").exists()


def _until(there: Callable[[], bool]) -> None:
    for _ in range(600):
        if there():
            return
        time.sleep(0.05)
    raise AssertionError("waited in vain")


def test_bundle_downloads_what_the_locks_name(checkout: Checkout, tmp_path: Path) -> None:
    """A wheelhouse is filled from the locks with digests, and its use is said."""
    checkout.run("codebook")
    checkout.installs()
    house = tmp_path / "a wheelhouse"
    done = checkout.run("bundle", str(house), cwd=tmp_path)
    (download,) = checkout.installs()
    assert done.returncode == 0
    assert house.is_dir()
    assert "pip download" in download
    assert "--require-hashes" in download
    assert f"TIELINE_WHEELHOUSE='{house}' ./tieline" in done.stderr


def test_a_wheelhouse_stands_in_for_the_index(checkout: Checkout, tmp_path: Path) -> None:
    """With a wheelhouse, neither pip nor uv asks any index."""
    checked = Checkout(checkout.root, checkout.machine)
    environment = checked.environment | {"TIELINE_WHEELHOUSE": str(tmp_path)}
    command = [checkout.root / "tieline", "codebook"]
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=60)
    first, second, _ = checkout.installs()
    assert f"--no-index --find-links {tmp_path}" in first
    assert f"--no-index --find-links {tmp_path}" in second


def test_it_says_what_it_can_do(checkout: Checkout) -> None:
    """Without a command it prints its own commands and installs nothing."""
    done = checkout.run()
    assert done.returncode == 2
    for command in ("demo", "test", "lint", "docs", "lock", "bundle"):
        assert f"./tieline {command}" in done.stdout
    assert checkout.installs() == []


@pytest.mark.parametrize("name", ["tieline", "requirements/compile.sh"])
def test_scripts_are_plain_shell(root: Path, name: str) -> None:
    """The scripts parse as POSIX shell, and may be run."""
    subprocess.run(["sh", "-n", root / name], check=True)
    assert (root / name).read_text(encoding="utf-8").startswith("#!/bin/sh\n")
    assert os.access(root / "tieline", os.X_OK)
