"""PDF files."""

import re

import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from tieline.errors import LimitError, UnreadableError
from tieline.reading.metadata import Metadata
from tieline.reading.parsing.pdf import parse
from tieline.settings import Limits

BODY = (
    "The Northern Front has never fought the River League in any mean-\ningful way, officials "
    "of the non-\nstate group al-\nZumar said in a long talk that meant much to all who came. "
)


class Brief(FPDF):
    """Pages with a running head and page numbers, as reports have them."""

    def header(self) -> None:
        """The running head."""
        self.set_font("Helvetica", size=9)
        self.cell(0, 8, "Example Institute | Brief", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        """The page number."""
        self.set_y(-15)
        self.set_font("Helvetica", size=9)
        self.cell(0, 8, f"Page {self.page_no()} of 9", align="C")

    def paragraph(self, text: str, *, style: str = "", size: int = 12) -> None:
        """A paragraph set directly below the last one."""
        self.set_font("Helvetica", style=style, size=size)
        self.multi_cell(0, size / 2, text, new_x="LMARGIN", new_y="NEXT")


def _brief(*, sections: int = 1) -> Brief:
    pdf = Brief()
    pdf.add_page()
    pdf.paragraph("Of allies and rivals", size=18)
    for _ in range(sections):
        pdf.paragraph("Who backs whom", style="B")
        pdf.paragraph(BODY * 3)
        pdf.paragraph("    An indented paragraph goes on without any gap, as in books. " * 4)
    return pdf


def _saved(pdf: FPDF) -> bytes:
    return bytes(pdf.output())


def test_lines_become_paragraphs_across_pages() -> None:
    """Broken words are mended, headings stand apart, running heads do not interrupt."""
    text, _ = parse(_saved(_brief(sections=12)), Limits(), {})
    body = re.sub(r"-\n(?=i)", "", BODY).replace("\n", "")
    section = [
        "Who backs whom",
        (body * 3).strip(),
        ("An indented paragraph goes on without any gap, as in books. " * 4).strip(),
    ]
    assert "non-state group al-Zumar" in body
    assert text.split("\n\n") == ["Of allies and rivals", *section * 12]


def test_a_pdf_says_what_it_is() -> None:
    """Title and author are taken; the day the file was made is no day of publication."""
    named, unnamed = _brief(), _brief()
    named.set_title("Microsoft Word - Who backs whom")
    named.set_author("A. Writer")
    assert parse(_saved(named), Limits(), {})[1] == Metadata("Who backs whom", "A. Writer")
    unnamed.set_title("final_v3.docx")
    assert parse(_saved(unnamed), Limits(), {})[1] == Metadata()


def test_a_scan_is_told_from_an_empty_file() -> None:
    """Pages without a text layer are refused with what to do."""
    pdf = FPDF()
    pdf.add_page()
    pdf.rect(10, 10, 50, 50)
    with pytest.raises(UnreadableError, match=r"has no text layer.*run OCR first"):
        parse(_saved(pdf), Limits(), {})


def test_a_password_is_asked_for_by_nobody() -> None:
    """A PDF that needs a password is refused; one only locked against editing is read."""
    locked, open_ = _brief(), _brief()
    locked.set_encryption("owner", "user")
    open_.set_encryption("owner")
    with pytest.raises(UnreadableError, match="is encrypted: save a copy without a password"):
        parse(_saved(locked), Limits(), {})
    assert parse(_saved(open_), Limits(), {})[0].count("Of allies and rivals") == 1


@pytest.mark.parametrize("data", [b"%PDF-1.7 and no more", b"no PDF", b"\0" * 99])
def test_broken_files_are_refused(data: bytes) -> None:
    """What PDFium cannot open is refused with what to try."""
    with pytest.raises(UnreadableError, match="is no PDF or a broken one"):
        parse(data, Limits(), {})


def test_pages_and_characters_are_limited() -> None:
    """Both limits are checked while reading, not after."""
    data = _saved(_brief(sections=12))
    with pytest.raises(LimitError, match=r"more pages than the limit \(\d of 1\).*MAX_PAGES"):
        parse(data, Limits(pages=1), {})
    with pytest.raises(LimitError, match="longer than the limit of 100 characters"):
        parse(data, Limits(characters=100), {})


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_files_raise_only_our_errors(data: st.DataObject) -> None:
    """Any byte changed anywhere gives text or one of the two errors a reader may raise."""
    whole = bytearray(SMALL)
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        text = parse(bytes(whole), Limits(), {})[0]
    except (UnreadableError, LimitError):
        return
    assert text.encode()


SMALL = _saved(_brief())
