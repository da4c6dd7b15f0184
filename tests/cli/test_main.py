import subprocess
import sys
import time

import pytest

from tieline import __version__
from tieline.cli.main import app
from tieline.cli.running import run

SLOW = ("spacy", "duckdb", "matplotlib", "sqlalchemy", "pyarrow", "networkx", "trafilatura")


def test_version(tieline: object) -> None:
    """--version prints the name and the version."""
    assert tieline("--version").out == f"tieline {__version__}\n"


def test_help_loads_nothing_slow() -> None:
    """--help imports none of the large libraries, for any command."""
    script = (
        "import sys; from tieline.cli.main import app; from tieline.cli.running import run\n"
        f"for command in {sorted(_commands())!r}: assert run(app, [*command, '--help']) == 0\n"
        f"print([name for name in {SLOW!r} if name in sys.modules], file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert ended.stderr == "[]\n"


def _commands() -> set[tuple[str, ...]]:
    return {(), ("read",), ("add",), ("claims",), ("check",), ("data",), ("data", "import")}


def test_help_is_quick() -> None:
    """--help takes less than twice what its two libraries take to load in the same run."""
    libraries = _best_of_three("-c", "import typer, typer.rich_utils, rich.table")
    assert _best_of_three("-m", "tieline.cli.main", "--help") < 2 * libraries


def _best_of_three(*arguments: str) -> float:
    took = []
    for _ in range(3):
        begun = time.perf_counter()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
        took.append(time.perf_counter() - begun)
    return min(took)


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["read"],
        ["read", "--nonsense"],
        ["read", "x", "--format", "nonsense"],
        ["claims", "--limit", "0"],
        ["claims", "--limit", "many"],
        ["show"],
        ["data", "nonsense"],
    ],
)
def test_a_wrong_command_line_is_one_line(tieline: object, arguments: list[str]) -> None:
    """What cannot be understood ends with 2 and one line."""
    ended = tieline(*arguments)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("tieline: ")
    assert ended.err.count("\n") == 1


def test_no_command_shows_the_help(tieline: object) -> None:
    """Without a command the help is shown, and the status says nothing was done."""
    ended = tieline()
    assert ended.status == 2
    assert "codebook" in ended.out + ended.err


def test_unexpected_errors_are_one_line(tieline: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a mistake of our own ends in one line, and says how to see more."""
    monkeypatch.setattr("tieline.workbench.Workbench", lambda _: 1 / 0)
    ended = tieline("codebook")
    assert ended.status == 2
    assert ended.err.count("\n") == 1
    assert "TIELINE_DEBUG=1" in ended.err
    monkeypatch.setenv("TIELINE_DEBUG", "1")
    assert "Traceback" in tieline("codebook").err


def test_an_interrupt_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C ends with 130 and no traceback."""

    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tieline.workbench.Workbench", interrupted)
    assert run(app, ["codebook"]) == 130
    assert "Traceback" not in capsys.readouterr().err
