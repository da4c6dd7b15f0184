"""What is known of a document apart from its text."""

import json
from datetime import date
from pathlib import Path

import pytest

from tieline.errors import InputError
from tieline.model.document import Document
from tieline.reading.failures import Failure
from tieline.reading.metadata import Metadata, from_mapping, from_options, read_folder
from tieline.settings import Limits

DAY = date(2018, 11, 28)


def test_the_first_to_speak_is_heard() -> None:
    """One layer of metadata goes over another only where it says something."""
    upper, lower = Metadata(title="Given"), Metadata("Own", "A. Writer", published=DAY)
    assert upper.over(lower) == Metadata("Given", "A. Writer", published=DAY)
    assert upper.onto(Document("x", "text/1", author="B")) == Document(
        "x", "text/1", title="Given", author="B"
    )


def test_loose_json_is_taken_with_care() -> None:
    """Only texts count, folded to one storable line; `published` goes before `date`."""
    values = {"title": " A\n  brief\0\ud800 ", "author": 7, "publisher": " ", "date": "2018-11-28"}
    assert from_mapping(values) == Metadata(title="A brief", published=DAY)
    assert from_mapping({"date": "2018-11-28", "published": "2019-01-01"}).published == date(
        2019, 1, 1
    )


def test_an_option_that_is_no_date_is_refused() -> None:
    """A date the user gives must be a full one."""
    assert from_options({"published": DAY}) == Metadata(published=DAY)
    with pytest.raises(InputError, match="'2018-11' is no full date: write it as YYYY-MM-DD"):
        from_options({"date": "2018-11"})


def test_bad_lines_of_a_folders_metadata_are_reported(tmp_path: Path) -> None:
    """Each bad line is one failure with its number; the good ones count."""
    lines = ["", "no json", json.dumps({"file": "a.txt", "title": "A"}), "[]", '{"title": "x"}']
    (tmp_path / "metadata.jsonl").write_text("\n".join(lines))
    found = list(read_folder(tmp_path, Limits()))
    assert [item for item in found if not isinstance(item, Failure)] == [
        (tmp_path / "a.txt", Metadata(title="A"))
    ]
    failures = [str(item.error) for item in found if isinstance(item, Failure)]
    assert [text.split("metadata.jsonl ")[1][:6] for text in failures] == [
        "line 2",
        "line 4",
        "line 5",
    ]


def test_unreadable_metadata_are_one_failure(tmp_path: Path) -> None:
    """A metadata.jsonl that is no text is one failure."""
    (tmp_path / "metadata.jsonl").write_bytes(b"\0\1\2")
    (found,) = read_folder(tmp_path, Limits())
    assert isinstance(found, Failure)
    assert str(found.error).endswith("metadata.jsonl looks like binary data, not text")
