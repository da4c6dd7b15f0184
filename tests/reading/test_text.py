"""Plain text and Markdown."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieline.errors import LimitError, UnreadableError
from tieline.model.document import Document
from tieline.reading.text import TextReader
from tieline.settings import Limits

PLAIN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def _read(path: Path, **options: object) -> Document:
    (document,) = TextReader().read(path, options)
    return document


@given(PLAIN.filter(lambda text: text.strip() and not text.startswith("\ufeff")))
def test_text_is_kept_exactly(text: str) -> None:
    """A text file's document holds what was written, code point by code point."""
    # UTF-8 is told from other encodings by a word no other encoding writes so.
    whole = "Ελλάδα " + text
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.txt")
        path.write_bytes(whole.encode())
        assert _read(path).text == whole


def test_a_text_file_says_nothing_of_itself(tmp_path: Path) -> None:
    """Plain text has no title of its own, and its identity names the reader."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"# Not a heading here\r\n")
    document = _read(path)
    assert document == Document("# Not a heading here\r\n", "text/1", path.as_posix())


def test_markdown_keeps_its_marks_and_gives_its_title(tmp_path: Path) -> None:
    """Markdown text is unaltered; front matter gives title, author and date."""
    text = '---\ntitle: "Who: backs"\nAuthor: A. Writer\ndate: 2018-11-28\n---\n# Other\n\n*Text*\n'
    path = tmp_path / "a.md"
    path.write_text(text)
    document = _read(path)
    assert document.text == text
    assert (document.title, document.author) == ("Who: backs", "A. Writer")
    assert document.published == date(2018, 11, 28)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The Front #\ntext", "The Front"),
        ("text\r\n\r\n## Later\r\n", "Later"),
        ("The Front\n===\ntext", "The Front"),
        ("```\n# comment\n```\n# Real\n", "Real"),
        ("---\nauthor: A\n---\n# Heading\n", "Heading"),
        ("#hashtag\ntext", None),
        ("text alone", None),
        ("# " + " " * 50_000, None),
    ],
)
def test_the_first_heading_is_the_title(tmp_path: Path, text: str, title: str | None) -> None:
    """Without front matter the first heading outside code is the title."""
    path = tmp_path / "a.markdown"
    path.write_bytes(text.encode())
    assert _read(path).title == title


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t", b"\xff\xfe"])
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    """Nothing, a mark alone or white space alone is no document."""
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match=r"a\.txt is empty$"):
        _read(path)


def test_a_huge_file_is_refused_unopened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """200 MB of text are refused by their size, before a byte is read."""
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    monkeypatch.setattr("os.open", lambda *_: pytest.fail("was opened"))
    with pytest.raises(LimitError, match=r"200,000,000 of 50,000,000 bytes.*TIELINE_MAX_BYTES"):
        _read(path)


def test_a_long_text_is_refused(tmp_path: Path) -> None:
    """The limit on characters holds for text files too."""
    path = tmp_path / "a.txt"
    path.write_text("ééé")
    assert _read(path, limits=Limits(characters=3)).text == "ééé"
    with pytest.raises(LimitError, match="longer than the limit of 2 characters"):
        _read(path, limits=Limits(characters=2))
