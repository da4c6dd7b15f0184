"""HTML by trafilatura: the main text and what the page says of itself.

Scripts are never run, and nothing the page refers to is fetched.
"""

import re
from collections.abc import Mapping
from typing import Any

import trafilatura
from lxml import etree
from lxml.html import defs

from tieline.errors import UnreadableError
from tieline.reading.decoding import decode_declared
from tieline.reading.metadata import Metadata, from_mapping
from tieline.reading.parsing.blocks import Tags, paragraphs
from tieline.reading.parsing.cleaning import cleaned
from tieline.settings import Limits

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE
)
_OPENING = re.compile(r"<q(?:\s[^<>]{0,500})?>", re.IGNORECASE)
_CLOSING = re.compile(r"</q\s{0,9}>", re.IGNORECASE)
_LATIN = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"})
_TOP = 4_096
_SLIGHT = 250  # code points; less is no main text, as in trafilatura's MIN_EXTRACTED_SIZE
_DATES = {"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%d"}
# Tags of trafilatura's own tree.
_MAIN = Tags(
    blocks=frozenset({"head", "p", "list", "item", "table", "quote", "ab"}),
    rows=frozenset({"row"}),
    cells=frozenset({"cell"}),
    dropped=frozenset({"graphic"}),
    breaks=frozenset({"lb"}),
    items=frozenset({"item"}),
)
_PAGE = Tags(
    blocks=(defs.block_tags - {"del", "ins"})
    | {"article", "aside", "body", "details", "figcaption", "figure", "footer", "header"}
    | {"main", "nav", "section", "summary", "title"},
    rows=frozenset({"tr"}),
    cells=frozenset({"td", "th"}),
    dropped=frozenset({"head", "iframe", "math", "noscript", "object", "script", "select"})
    | {"button", "style", "svg", "template"},
    breaks=frozenset({"br"}),
    items=frozenset({"li"}),
)


def parse(data: bytes, _limits: Limits, _options: Mapping[str, str]) -> tuple[str, Metadata]:
    """The main text, or all visible text of a page where none stands out."""
    page = _quoted(decode_declared(data, _declared(data)))
    found: Any = trafilatura.bare_extraction(
        page, include_comments=False, with_metadata=True, date_extraction_params=_DATES
    )
    main = _text(found.body, _MAIN) if found is not None and found.body is not None else ""
    text = main if len(main) >= _SLIGHT else _visible(page)
    if not text:
        raise UnreadableError("holds no readable text: if scripts write it, save the page as shown")
    return text, _metadata(found)


def _text(root: etree._Element, tags: Tags) -> str:
    return cleaned("\n\n".join(paragraphs(root, tags)))


def _quoted(page: str) -> str:
    """Inline quotations with the marks a browser draws around them."""
    return _CLOSING.sub("\u201d", _OPENING.sub("\u201c", page))


def _visible(page: str) -> str:
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = etree.fromstring(page.encode("utf-8", "ignore"), parser)
    except etree.XMLSyntaxError:  # nothing but white space or comments
        return ""
    return _text(root, _PAGE) if root is not None else ""


def _metadata(found: Any) -> Metadata:
    if found is None:
        return Metadata()
    return from_mapping(
        {
            "title": found.title,
            "author": found.author,
            "publisher": found.sitename,
            "date": found.date,
        }
    )


def _declared(data: bytes) -> str | None:
    """The encoding a page names; by the web's convention Latin-1 means Windows-1252."""
    match = _CHARSET.search(data[:_TOP])
    name = match[1].decode("ascii").lower() if match else None
    return "cp1252" if name in _LATIN else name
