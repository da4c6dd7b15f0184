"""From sources to documents."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest

from tieline.errors import InputError, LimitError
from tieline.model.document import Document
from tieline.reading.documents import read_source
from tieline.reading.failures import Failure
from tieline.reading.paths import expand
from tieline.settings import Limits


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _documents(path: str, **options: object) -> list[Document | Failure]:
    (source,) = expand([path]).sources
    return list(read_source(source, Limits(), options))


def test_options_go_before_the_folder_and_the_folder_before_the_document() -> None:
    """Each field comes from the option, else metadata.jsonl, else the document."""
    front = "---\ntitle: own\nauthor: own\npublisher: own\ndate: 2001-01-01\n---\nText\n"
    Path("a.md").write_text(front)
    about = {"file": "a.md", "title": "folder", "author": "folder", "date": "2002-02-02"}
    Path("metadata.jsonl").write_text(json.dumps(about))
    (document,) = _documents("a.md", title="given", published=date(2003, 3, 3))
    assert document == Document(front, "text/1", "a.md", "given", "folder", "own", date(2003, 3, 3))


def test_metadata_do_not_change_identity() -> None:
    """The same text under another title or path is the same document."""
    Path("a.txt").write_text("Text")
    Path("b.txt").write_text("Text")
    (a,), (b,) = _documents("a.txt", title="A"), _documents("b.txt")
    assert isinstance(a, Document)
    assert isinstance(b, Document)
    assert a.id == b.id


def test_bad_lines_become_failures_beside_documents() -> None:
    """A bad line of JSON Lines is one failure; all other lines are documents."""
    Path("c.jsonl").write_text('{"text": "One"}\nbroken\n{"text": "Two"}\n{}\n')
    found = _documents("c.jsonl", publisher="P")
    assert [d.publisher for d in found if isinstance(d, Document)] == ["P", "P"]
    assert [str(f.error).split(" is ")[0] for f in found if isinstance(f, Failure)] == [
        "c.jsonl line 2",
        "c.jsonl line 4 has no text under 'text': name its field, --field text=…",
    ]


def test_a_file_that_vanished_or_closed_is_a_failure(
    as_nobody: Callable[[], AbstractContextManager[None]],
) -> None:
    """What happens between finding a file and reading it costs that file alone."""
    Path("a.txt").write_text("Text")
    Path("b.txt").write_text("Text")
    gone, closed = expand(["a.txt", "b.txt"]).sources
    Path("a.txt").unlink()
    Path("b.txt").chmod(0)
    with as_nobody():
        found = [item for source in (gone, closed) for item in read_source(source, Limits())]
    assert [str(item.error) for item in found if isinstance(item, Failure)] == [
        "a.txt does not exist: check the path",
        "b.txt cannot be opened: permission denied",
    ]


def test_limits_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without limits of its own a reading keeps to those of the environment."""
    Path("a.txt").write_text("Text")
    (source,) = expand(["a.txt"]).sources
    monkeypatch.setenv("TIELINE_MAX_CHARACTERS", "3")
    (failure,) = read_source(source)
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, LimitError)


def test_an_option_that_makes_no_sense_is_raised_at_once() -> None:
    """A wrong option is the caller's error, not the document's."""
    Path("a.txt").write_text("Text")
    (source,) = expand(["a.txt"]).sources
    with pytest.raises(InputError, match="'soon' is no full date"):
        read_source(source, options={"date": "soon"})
