"""The sentence around a quote, for a reader who has not opened the document."""

import re
from collections.abc import Sequence

from tieline.model.document import Document
from tieline.reports.entries import Entry
from tieline.reports.visible import one_line, shortened, visible

# Where a sentence ends. Stopping too early at "Mr." only shows less around the quote.
END = re.compile(r"[.!?][\"'\u2019\u201d)]*(?=\s)|\n\s*\n")
AROUND = 240  # characters looked at on either side


class Surroundings:
    """Finds what stands around a claim's words in the sentence they are from."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._texts = {document.id: document.text for document in documents}

    def __call__(self, entry: Entry, length: int) -> tuple[str, str, str]:
        """What is before, the quote (at most `length` characters), and what is after."""
        claim = entry.claim
        quote = shortened(claim.quote, length)
        text = self._texts.get(claim.document.id, "")
        if text[claim.begin : claim.end] != claim.quote:
            return "", quote, ""
        before = _last(visible(text[max(claim.begin - AROUND, 0) : claim.begin]))
        after = _first(visible(text[claim.end : claim.end + AROUND]), claim.quote)
        return before.lstrip(), quote, after.rstrip()


def _last(text: str) -> str:
    """The part of the text after its last sentence end; with an ellipsis if none is near."""
    ends = [found.end() for found in END.finditer(text)]
    if ends:
        return _line(text[ends[-1] :])
    return _line("… " + text.partition(" ")[2] if len(text) == AROUND else text)


def _first(text: str, quote: str) -> str:
    """The part of the text up to its first sentence end."""
    if quote.rstrip().endswith((".", "!", "?")):
        return ""
    found = END.search(text)
    if found:
        return _line(text[: found.end()])
    return _line(text.rpartition(" ")[0] + " …" if len(text) == AROUND else text)


def _line(text: str) -> str:
    """On one line, with the space at its ends kept as one space each."""
    inner = one_line(text)
    begins = " " if text[:1].isspace() and inner else ""
    return begins + inner + (" " if text[-1:].isspace() and inner else "")
