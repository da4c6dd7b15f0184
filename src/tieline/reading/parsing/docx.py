"""DOCX by python-docx: paragraphs and tables of the body, and the core properties.

Inserted text counts and deleted text does not, as if all changes were accepted.
Headers, footers, notes and comments are not read.
"""

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from tieline.errors import LimitError, UnreadableError
from tieline.reading.metadata import Metadata, from_mapping
from tieline.reading.parsing.blocks import Tags, paragraphs
from tieline.settings import Limits

_CHUNK = 1 << 20
_BROKEN = "is no DOCX file or a broken one: open it in a word processor and save it again"
_OLD = b"\xd0\xcf\x11\xe0"  # of old office files and of encrypted new ones
_UNREADABLE = (
    OpcError,
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    KeyError,
    ValueError,
    AttributeError,  # this and the next: python-docx, where a part is not what its name says
    TypeError,
    NotImplementedError,
    EOFError,
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TAGS = Tags(
    blocks=frozenset({qn("w:p"), qn("w:tbl")}),
    rows=frozenset({qn("w:tr")}),
    cells=frozenset({qn("w:tc")}),
    # A fallback repeats what stands beside it in a newer form.
    dropped=frozenset({qn("w:pPr"), qn("w:rPr"), qn("w:del"), qn("w:moveFrom"), _FALLBACK}),
    breaks=frozenset({qn("w:br"), qn("w:cr")}),
    spoken=frozenset({qn("w:t")}),
    glyphs={qn("w:tab"): " ", qn("w:noBreakHyphen"): "\u2011"},
)


def parse(data: bytes, limits: Limits, _options: Mapping[str, str]) -> tuple[str, Metadata]:
    """The text of the body in reading order."""
    if data.startswith(_OLD):
        raise UnreadableError("is encrypted or an old .doc: save it as DOCX without a password")
    try:
        _check_size(data, limits)
        document = docx.Document(BytesIO(data))
        said = document.core_properties
        metadata = from_mapping({"title": said.title, "author": said.author})
        text = "\n\n".join(paragraphs(document.element.body, _TAGS))
    except _UNREADABLE as error:
        raise UnreadableError(_BROKEN) from error
    if not text:
        raise UnreadableError("is empty")
    return text, metadata


def _check_size(data: bytes, limits: Limits) -> None:
    """Refuse an archive that grows beyond the limit, by its own word or in truth."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        members = archive.infolist()
        if sum(member.file_size for member in members) > limits.unpacked:
            raise _too_large(limits)
        left = limits.unpacked
        for member in members:
            left -= _unpacked(archive, member, left)
            if left < 0:
                raise _too_large(limits)


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> int:
    """Size of a member, counted only until it is beyond `most`."""
    size = 0
    with archive.open(member) as file:
        while size <= most and (chunk := file.read(_CHUNK)):
            size += len(chunk)
    return size


def _too_large(limits: Limits) -> LimitError:
    return LimitError(
        f"unpacks to more than the limit ({limits.unpacked:,} bytes), as a zip bomb does: "
        "if you trust it, raise TIELINE_MAX_UNPACKED"
    )
