"""JSON Lines."""

import json
from datetime import date
from pathlib import Path

import pytest

from tieline.errors import UnreadableError
from tieline.model.document import Document
from tieline.reading.failures import LinesError
from tieline.reading.jsonl import JsonlReader
from tieline.settings import Limits


def _file(folder: Path, *lines: object) -> Path:
    path = folder / "cases.jsonl"
    path.write_text("\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines))
    return path


def test_each_line_is_a_document(tmp_path: Path) -> None:
    """A line gives a document whose path names the line; blank lines are passed over."""
    text = "They met.\r\n\u2028 They\u200f left."
    about = {"title": "T", "author": "A", "publisher": "P", "date": "2018-11-28 (late)"}
    path = _file(tmp_path, {"text": text, **about}, "", {"text": "Two"})
    assert list(JsonlReader().read(path, {})) == [
        Document(text, "jsonl/1", f"{path}#1", "T", "A", "P", date(2018, 11, 28)),
        Document("Two", "jsonl/1", f"{path}#3"),
    ]


def test_fields_are_named_by_options(tmp_path: Path) -> None:
    """Any field may hold the text, title, author, publisher or date."""
    line = {"body": "Words", "h": "T", "by": "A", "outlet": "P", "day": "2018-11-28", "text": 5}
    names = {"text_field": "body", "title_field": "h", "author_field": "by"}
    names |= {"publisher_field": "outlet", "date_field": "day"}
    (document,) = JsonlReader().read(_file(tmp_path, line), names)
    assert (document.text, document.title, document.author) == ("Words", "T", "A")
    assert (document.publisher, document.published) == ("P", date(2018, 11, 28))


def test_bad_lines_are_failures_after_all_others_were_read(tmp_path: Path) -> None:
    """Good lines are yielded whatever stands between; each bad line has its own error."""
    bad = [
        '{"text": "secret words',
        ["a list"],
        {"body": "no text"},
        {"text": "  "},
        '{"text": "half \\ud800"}',
        '{"text": "nul \\u0000"}',
        '{"n": ' + "9" * 5_000 + "}",
        "[" * 100_000,
        {"text": "too long"},
    ]
    path = _file(tmp_path, {"text": "One"}, *bad, {"text": "Two"})
    texts: list[str] = []
    with pytest.raises(LinesError) as caught:
        texts.extend(d.text for d in JsonlReader().read(path, {"limits": Limits(characters=7)}))
    assert texts == ["One", "Two"]
    errors = [str(error) for error in caught.value.errors]
    for number, error in enumerate(errors, 2):
        assert f"cases.jsonl line {number} " in error
        assert error.isprintable()
        assert "secret" not in error
    assert len(errors) == len(bad)
    assert str(caught.value) == f"{errors[0]} (and 8 more such lines)"


@pytest.mark.parametrize("lines", [("",), ("", " ", "")])
def test_a_file_without_lines_is_empty(tmp_path: Path, lines: tuple[str, ...]) -> None:
    """A file of blank lines is refused as empty."""
    with pytest.raises(UnreadableError, match=r"is empty$"):
        list(JsonlReader().read(_file(tmp_path, *lines), {}))
