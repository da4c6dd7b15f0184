"""DOCX files."""

import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from tieline.errors import LimitError, UnreadableError
from tieline.reading.metadata import Metadata
from tieline.reading.parsing.docx import parse
from tieline.settings import Limits

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _saved(document: Any) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _with_body(body: str) -> bytes:
    """A DOCX whose document part is replaced by the given XML."""
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(_saved(docx.Document()))) as old,
        zipfile.ZipFile(target, "w") as new,
    ):
        for name in old.namelist():
            new.writestr(name, body if name == "word/document.xml" else old.read(name))
    return target.getvalue()


def _bomb(size: int) -> bytes:
    target = BytesIO(_saved(docx.Document()))
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.bin", b"\0" * size)
    return target.getvalue()


def test_paragraphs_and_tables_are_read_in_order() -> None:
    """Headings, lists and table rows stand where they do on the page."""
    document = docx.Document()
    document.core_properties.title = "The Front"
    document.core_properties.author = "A. Writer"
    document.add_heading("Allies", 1)
    document.add_paragraph("It has  never\tfought the League.\nNot once. ﬁ â€”")
    table = document.add_table(2, 2)
    for cell, text in zip((c for row in table.rows for c in row.cells), "ABCD", strict=True):
        cell.text = text
    table.cell(1, 1).add_paragraph("E")
    document.add_paragraph("After\u200f.")
    text, metadata = parse(_saved(document), Limits(), {})
    assert text.split("\n\n") == [
        "Allies",
        "It has never fought the League.\nNot once. ﬁ â€”",
        "A | B",
        "C | D",
        "E",
        "After\u200f.",
    ]
    assert metadata == Metadata("The Front", "A. Writer")


def test_tracked_changes_are_read_as_accepted() -> None:
    """Inserted text, links and content controls count; deleted text and fields' codes do not."""
    runs = (
        "<w:r><w:t>The Front </w:t></w:r><w:ins w:id='1'><w:r><w:t>never </w:t></w:r></w:ins>"
        "<w:del w:id='2'><w:r><w:delText>always </w:delText></w:r></w:del>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>met</w:t></w:r>"
        "</w:hyperlink><w:sdt><w:sdtContent><w:r><w:t> non</w:t><w:noBreakHyphen/><w:t>state men."
        "</w:t></w:r></w:sdtContent></w:sdt>"
    )
    document = docx.Document()
    document.add_paragraph("x")
    body = document.element.body
    body.insert(0, parse_xml(f"<w:p {WORD}>{runs}</w:p>"))
    assert parse(_saved(document), Limits(), {})[0].split("\n\n") == [
        "The Front never met non\u2011state men.",
        "x",
    ]


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04", b"no zip at all", _saved(docx.Document())[:-300], _with_body("<w:not"),
     _with_body("<a/>"), _with_body(f"<w:document {WORD}/>")],
)  # fmt: skip
def test_broken_files_are_refused(data: bytes) -> None:
    """Whatever is broken in the archive or its XML is said in one way."""
    with pytest.raises(UnreadableError, match="is no DOCX file or a broken one"):
        parse(data, Limits(), {})


def test_encrypted_and_empty_files_are_refused() -> None:
    """A password or an old format is named as such, and so is emptiness."""
    with pytest.raises(UnreadableError, match=r"is encrypted or an old \.doc"):
        parse(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Limits(), {})
    with pytest.raises(UnreadableError, match="is empty"):
        parse(_saved(docx.Document()), Limits(), {})


def test_a_zip_bomb_is_refused_by_its_own_word() -> None:
    """An archive that says it unpacks beyond the limit is never unpacked."""
    data = _bomb(200_000_001)
    assert len(data) < 1_000_000
    with pytest.raises(LimitError, match=r"unpacks to more than the limit .200,000,000 bytes"):
        parse(data, Limits(), {})


def test_a_zip_bomb_that_lies_is_refused_too() -> None:
    """A member that is larger than it says is never unpacked beyond what it says."""
    data = _bomb(3_000_000)
    lie = data.replace((3_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lie != data
    with pytest.raises(UnreadableError, match="is no DOCX file or a broken one"):
        parse(lie, Limits(unpacked=1_000_000), {})


def test_entities_do_not_grow() -> None:
    """XML entities that would expand to gigabytes are not expanded."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    body = "<w:body><w:p><w:r><w:t>Kept.&e9;</w:t></w:r></w:p></w:body>"
    document = f'<!DOCTYPE d [<!ENTITY e0 "ha">{levels}]><w:document {WORD}>{body}</w:document>'
    try:
        text, _ = parse(_with_body(document), Limits(), {})
    except UnreadableError:
        return
    assert text == "Kept."


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_files_raise_only_our_errors(data: st.DataObject) -> None:
    """Any byte changed anywhere gives text or one of the two errors a reader may raise."""
    document = docx.Document()
    document.add_paragraph("The Front left.")
    whole = bytearray(_saved(document))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        text = parse(bytes(whole), Limits(), {})[0]
    except (UnreadableError, LimitError):
        return
    assert text.encode()
