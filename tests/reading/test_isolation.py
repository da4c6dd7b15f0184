"""The child process a parser runs in."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tieline.errors import LimitError, UnreadableError
from tieline.reading.isolation import parse
from tieline.reading.metadata import Metadata
from tieline.settings import Limits

PARSER = """
import os, resource, signal, time
from tieline.errors import LimitError, UnreadableError
from tieline.reading.metadata import Metadata

def parse(data, limits, options):
    print("noise of a library")
    exec(data)
    return options.get("say", "text"), Metadata(title="T")
"""
Run = Callable[..., tuple[str, Metadata]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a line of Python as if a parser did it."""
    (tmp_path / "hostile_parser.py").write_text(PARSER)
    (tmp_path / "hostile").mkdir()
    (tmp_path / "hostile" / "__init__.py").touch()
    (tmp_path / "hostile" / "parser.py").write_text(PARSER)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    def _run(code: str, limits: Limits | None = None, **options: object) -> tuple[str, Metadata]:
        path = tmp_path / "a.bin"
        path.write_text(code)
        return parse("hostile.parser", path, {"limits": limits or Limits(), **options})

    return _run


def test_a_parser_answers_whatever_it_prints(run: Run) -> None:
    """Text of any script and text options pass through; a parser's own output does not."""
    text, metadata = run("pass", say="нет \u200f\U0001f54a 'q' \n", unused=object())
    assert text == "нет \u200f\U0001f54a 'q' \n"
    assert metadata.title == "T"


@pytest.mark.parametrize(
    ("code", "kind", "complaint"),
    [
        ("raise UnreadableError('is odd')", UnreadableError, "^is odd$"),
        ("raise LimitError('is big')", LimitError, "^is big$"),
        ("raise KeyError('secret')", UnreadableError, "^cannot be read: it crashes its parser"),
        ("os.kill(os.getpid(), signal.SIGSEGV)", UnreadableError, "crashes its parser"),
        ("os._exit(0)", UnreadableError, "its parser gave no answer"),
        ("x = bytearray(3_000_000_000)", LimitError, r"more memory .*2,000,000,000 bytes"),
        ("x = b'1' * 1_200_000_000\nraise UnreadableError('odd')", LimitError, "more memory"),
        ("x = 1 << 10**4\nraise PermissionError(13, 'no')", UnreadableError, "permission denied"),
        ("options['say'] = 'x' * 5_000_001", LimitError, "5,000,000 characters"),
    ],
)
def test_a_failing_parser_costs_one_file(
    run: Run, code: str, kind: type[Exception], complaint: str
) -> None:
    """Errors, crashes and bombs in the child become one of two errors here."""
    with pytest.raises(kind, match=complaint):
        run(code)


@pytest.mark.parametrize("code", ["time.sleep(60)", "while True: pass"])
def test_a_slow_parser_is_ended(run: Run, code: str) -> None:
    """Neither sleeping nor spinning outlives the limit."""
    began = time.monotonic()
    with pytest.raises(LimitError, match=r"limit \(1 s\).*TIELINE_MAX_SECONDS"):
        run(code, Limits(seconds=1))
    assert time.monotonic() - began < 20


def test_a_child_can_write_no_file(run: Run, tmp_path: Path) -> None:
    """A parser that is taken over cannot fill the disk."""
    with pytest.raises(UnreadableError):
        run(f"open({str(tmp_path / 'out')!r}, 'w', buffering=1).write('x\\n')")
    assert (tmp_path / "out").read_text() == ""


def test_no_child_is_started_for_what_cannot_be_opened(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Missing and oversized files are refused by the parent."""
    monkeypatch.setattr("subprocess.run", lambda *_, **__: pytest.fail("was started"))
    with pytest.raises(FileNotFoundError):
        parse("hostile.parser", tmp_path / "none", {})
    with pytest.raises(LimitError):
        run("pass" * 9, Limits(bytes=5))


def test_modules_beside_the_documents_are_never_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of documents that holds a json.py cannot run it."""
    (tmp_path / "json.py").write_text("open('ran', 'w')")
    (tmp_path / "a.html").write_text("<p>Text")
    monkeypatch.chdir(tmp_path)
    assert parse("html", Path("a.html"), {})[0] == "Text"
    assert not (tmp_path / "ran").exists()


def test_the_child_is_cheap() -> None:
    """Starting a child loads no language model, database or plotting library."""
    code = "import tieline.reading.child, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "tieline.reading.child" in loaded
    assert not loaded & {"spacy", "sqlalchemy", "duckdb", "matplotlib", "numpy", "trafilatura"}
