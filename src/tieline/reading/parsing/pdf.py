"""PDF by pypdfium2: the text layer, its lines joined to paragraphs.

The day a PDF was made is not the day its text was published, so it is not used.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import Any

import pypdfium2

from tieline.errors import LimitError, UnreadableError
from tieline.reading.files import too_long
from tieline.reading.metadata import Metadata, from_mapping
from tieline.reading.parsing.cleaning import cleaned
from tieline.reading.parsing.lines import Line, joined
from tieline.settings import Limits

_PDFIUM: Any = pypdfium2  # has no types
_MARK = "\ufffe"  # PDFium's sign for a hyphen at the end of a line, which it takes out
_LINE_END = re.compile(rf"(?<=[\n{_MARK}])")  # the end stays with its line, so counts add up
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
_BLANK = " \t\r\n\f\v\u00a0\x02"
_MAKER = re.compile(r"^Microsoft (?:Word|PowerPoint) - ")
_FILE_NAME = re.compile(
    r"(?i)\.(?:docx?|indd|pptx?|rtf|odt|pages|tex|dvi|qxp|pdf|html?)$|^untitled"
)


def parse(data: bytes, limits: Limits, _options: Mapping[str, str]) -> tuple[str, Metadata]:
    """The text of all pages in reading order."""
    document = _opened(data)
    if len(document) > limits.pages:
        raise LimitError(
            f"has more pages than the limit ({len(document):,} of {limits.pages:,}): "
            "split it, or raise TIELINE_MAX_PAGES"
        )
    text = cleaned(joined(list(_pages(document, limits))))
    if not text:
        raise UnreadableError("has no text layer, as a scan has none: run OCR first")
    return text, _metadata(document)


def _opened(data: bytes) -> Any:
    try:
        return _PDFIUM.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {_PDFIUM.raw.FPDF_ERR_PASSWORD, _PDFIUM.raw.FPDF_ERR_SECURITY}:
            raise UnreadableError("is encrypted: save a copy without a password") from error
        raise UnreadableError("is no PDF or a broken one: get it or save it again") from error


def _pages(document: Any, limits: Limits) -> Iterator[list[Line]]:
    left = limits.characters
    for index in range(len(document)):
        try:
            with closing(document[index]) as page, closing(page.get_textpage()) as layer:
                left -= layer.count_chars()
                if left < 0:
                    raise too_long(limits)
                yield list(_lines(layer))
        except pypdfium2.PdfiumError as error:
            raise UnreadableError(f"is broken at page {index + 1}: get it again") from error


def _lines(layer: Any) -> Iterator[Line]:
    begin = 0  # in UTF-16 units, as PDFium counts
    for piece in _LINE_END.split(layer.get_text_range()):
        units = len(piece.encode("utf-16-le", "surrogatepass")) // 2
        if piece.strip(_BLANK):
            yield _line(layer, piece, begin)
        begin += units


def _line(layer: Any, piece: str, begin: int) -> Line:
    text = piece.strip(_BLANK)
    first = begin + len(piece) - len(piece.lstrip(_BLANK))
    left, bottom, _, top = _box(layer, first)
    right = _box(layer, first + len(text) - 1)[2]
    broken = _HYPHEN.search(text.rstrip(_MARK)) is not None or piece.rstrip().endswith(_MARK)
    return Line(_HYPHEN.sub("", text.rstrip(_MARK)), left, right, bottom, top - bottom, broken)


def _box(layer: Any, index: int) -> tuple[int, int, int, int]:
    """Left, bottom, right and top of a character, in tenths of a point; zeros if unknown."""
    character = _PDFIUM.raw.FPDFText_GetCharIndexFromTextIndex(layer, index)
    try:
        edges = layer.get_charbox(max(character, 0), loose=True)
    except pypdfium2.PdfiumError:
        return 0, 0, 0, 0
    left, bottom, right, top = (round(edge * 10) for edge in edges)
    return left, bottom, right, top


def _metadata(document: Any) -> Metadata:
    said = document.get_metadata_dict()
    title = _MAKER.sub("", said.get("Title") or "")
    named = "" if _FILE_NAME.search(title) else title
    return from_mapping({"title": cleaned(named), "author": cleaned(said.get("Author") or "")})
