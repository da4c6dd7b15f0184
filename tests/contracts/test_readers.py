"""What every reader keeps to. Add a sample of your own reader to run it too."""

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from fpdf import FPDF

from tieline.errors import LimitError, UnreadableError
from tieline.plugins import READERS, Reader, load, names
from tieline.settings import Limits

SENTENCE = "The Northern Front has never fought the River League."


def _pdf() -> bytes:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    pdf.multi_cell(0, 6, SENTENCE)
    return bytes(pdf.output())


def _docx() -> bytes:
    document, stream = docx.Document(), BytesIO()
    document.add_paragraph(SENTENCE)
    document.save(stream)
    return stream.getvalue()


SAMPLES: dict[str, Callable[[], bytes]] = {
    "text": SENTENCE.encode,
    "html": f"<p>{SENTENCE}</p>".encode,
    "jsonl": f'{{"text": "{SENTENCE}"}}\n{{"text": "{SENTENCE} Twice."}}\n'.encode,
    "pdf": _pdf,
    "docx": _docx,
}


@pytest.fixture(params=sorted(SAMPLES))
def reader(request: pytest.FixtureRequest) -> Reader:
    """Each reader, through the door plug-ins use."""
    found: Reader = load(READERS, request.param)()
    return found


@pytest.fixture
def sample(reader: Reader, tmp_path: Path) -> Path:
    """A file the reader can read."""
    path = tmp_path / f"sample{reader.suffixes[0]}"
    path.write_bytes(SAMPLES[reader.name]())
    return path


def _refused(reader: Reader, path: Path, **options: Any) -> str:
    """The one line a reader refuses a file with."""
    with pytest.raises((UnreadableError, LimitError)) as caught:
        list(reader.read(path, options))
    message = str(caught.value)
    assert message.startswith(path.as_posix())
    assert message.isprintable()
    assert SENTENCE not in message
    return message


def test_every_registered_reader_is_under_contract() -> None:
    """No reader is registered without a sample here."""
    assert set(names(READERS)) == set(SAMPLES)


def test_a_reader_says_what_it_is(reader: Reader) -> None:
    """Name, version and suffixes are fit for identities and lookups."""
    assert reader.name in names(READERS)
    assert reader.version
    assert all(s.startswith(".") and s == s.lower() for s in reader.suffixes)


def test_documents_are_whole(reader: Reader, sample: Path) -> None:
    """Text is storable and not empty, and identity and path name the reader and file."""
    documents = list(reader.read(sample, {}))
    assert documents
    for document in documents:
        assert SENTENCE in document.text
        assert "\0" not in document.text
        assert document.text.encode("utf-8")
        assert document.reader == f"{reader.name}/{reader.version}"
        assert document.path.startswith(sample.as_posix())


def test_reading_is_deterministic(reader: Reader, sample: Path) -> None:
    """The same file gives the same documents, metadata and identity included."""
    first, second = list(reader.read(sample, {})), list(reader.read(sample, {}))
    assert first == second
    assert [document.id for document in first] == [document.id for document in second]


def test_unknown_options_are_ignored(reader: Reader, sample: Path) -> None:
    """A batch hands all options to all readers."""
    assert list(reader.read(sample, {"no_such": object(), "text_field": "text"}))


def test_sizes_are_limited(reader: Reader, sample: Path) -> None:
    """Bytes and characters beyond the limits are refused by the name of the limit."""
    assert "TIELINE_MAX_BYTES" in _refused(reader, sample, limits=Limits(bytes=9))
    assert "limit of 20 characters" in _refused(reader, sample, limits=Limits(characters=20))


@pytest.mark.parametrize(
    "data",
    [b"", b"\0\1\2\3", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", b"\xff" * 400, bytes(range(256))],
)
def test_what_is_none_of_its_business_is_refused(
    reader: Reader, tmp_path: Path, data: bytes
) -> None:
    """Empty and binary files under a known suffix are refused in one line."""
    path = tmp_path / f"junk{reader.suffixes[0]}"
    path.write_bytes(data)
    assert _refused(reader, path)


def test_what_is_no_file_is_refused(reader: Reader, tmp_path: Path) -> None:
    """Nothing, a folder and a pipe are refused in one line, without waiting."""
    missing, folder, pipe = (tmp_path / f"{n}{reader.suffixes[0]}" for n in "abc")
    folder.mkdir()
    os.mkfifo(pipe)
    assert "does not exist" in _refused(reader, missing)
    assert "is a folder" in _refused(reader, folder)
    assert "is not a plain file" in _refused(reader, pipe)
