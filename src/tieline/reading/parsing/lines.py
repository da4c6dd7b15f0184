"""Printed lines to running text: which lines go on, and where a paragraph ends."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from statistics import median_low

from tieline.reading.parsing.hyphens import Mender

_ENDED = re.compile(r"[.!?:;…][\"'\u201d\u2019»)\]]*\d{0,3}$")
_ITEM = re.compile(r"^(?:[•▪◦‣●\u2013-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_DASHED = re.compile(r"\w[\u2013\u2014/]$")
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:page\W)?#(?:\W+(?:of\W+)?#)?\W*")
_EDGE = 2  # lines at the top and foot of a page among which running heads are sought
_OFTEN = 3  # pages a line must head or foot to be a running one
_NEAR = 6  # lines around one that show how wide its column is


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. Lengths are tenths of a point, `bottom` counts upwards.

    `broken` says that its last word goes on in the next line; its hyphen is left out.
    """

    text: str
    left: int
    right: int
    bottom: int
    height: int
    broken: bool = False


def joined(pages: Sequence[Sequence[Line]]) -> str:
    """All pages as paragraphs with a blank line between."""
    kept = list(_without_running_heads(pages))
    mender = Mender(line.text for line in chain.from_iterable(kept))
    spacing = _spacing(kept)
    pieces: list[str] = []
    last: tuple[Line, int] | None = None
    for page in kept:
        for index, line in enumerate(page):
            reach = _reach(page, index)
            if last:
                pieces.append(_joint(*last, line, spacing, mender))
            pieces.append(line.text)
            last = line, reach
    return "".join(pieces)


def _joint(above: Line, reach: int, below: Line, spacing: int, mender: Mender) -> str:
    if above.broken:
        return mender.joint(above.text, below.text)
    if _parts(above, reach, below, spacing):
        return "\n\n"
    return "" if _DASHED.search(above.text) else " "


def _parts(above: Line, reach: int, below: Line, spacing: int) -> bool:
    """Whether a paragraph ends between two lines that follow each other."""
    down = above.bottom - below.bottom
    if down < -above.height // 2:  # up again: the next column or page
        return not _goes_on(above, reach, below)
    if down < above.height // 2:  # beside it
        return False
    if down * 10 > spacing * 13 or _ITEM.match(below.text):
        return True
    if abs(above.height - below.height) * 100 > above.height * 15:
        return True
    return _short(above, reach, below) or _indented(above, below)


def _goes_on(above: Line, reach: int, below: Line) -> bool:
    if _ENDED.search(above.text):
        return False
    return below.text[0].islower() or above.right >= reach - above.height


def _short(above: Line, reach: int, below: Line) -> bool:
    """A line that leaves room ends a paragraph, or is a heading if it leaves much."""
    width = reach - above.left
    if _ENDED.search(above.text):
        return (reach - above.right) * 6 > width
    return (reach - above.right) * 10 > width * 4 and not below.text[0].islower()


def _indented(above: Line, below: Line) -> bool:
    return bool(_ENDED.search(above.text)) and below.left - above.left > below.height // 2


def _reach(page: Sequence[Line], index: int) -> int:
    """The right edge of the column a line stands in."""
    line = page[index]
    near = page[max(0, index - _NEAR) : index + _NEAR + 1]
    return max(other.right for other in near if abs(other.left - line.left) <= 3 * line.height)


def _spacing(pages: Sequence[Sequence[Line]]) -> int:
    steps = [a.bottom - b.bottom for page in pages for a, b in pairwise(page)]
    down = [step for step in steps if step > 0]
    return median_low(down) if down else 0


def _without_running_heads(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    counts = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    for number, page in enumerate(pages, 1):
        edge = {id(line) for line in _edges(page)}
        yield [line for line in page if id(line) not in edge or not _running(line, number, counts)]


def _edges(page: Sequence[Line]) -> list[Line]:
    return [*page[:_EDGE], *page[max(_EDGE, len(page) - _EDGE) :]]


def _running(line: Line, number: int, counts: Counter[str]) -> bool:
    key = _key(line)
    if _PAGE_NUMBER.fullmatch(key):
        return counts[key] >= _OFTEN or str(number) in _NUMBER.findall(line.text)
    return counts[key] >= _OFTEN


def _key(line: Line) -> str:
    """A running head, its page number left out."""
    return _NUMBER.sub("#", line.text.lower())
