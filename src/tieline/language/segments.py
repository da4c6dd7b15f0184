"""Cuts a text into sentences by rule, without a parse and without changing it.

Paragraphs and list items are cut first, because a parser fuses headings with the
paragraph below them.
"""

import re
from collections.abc import Iterator

from tieline.model.analysis import Sentence

_BLANK_LINE = re.compile(r"(?:\r?\n[ \t\u00a0]*){2,}")
_LIST_ITEM = re.compile(r"\r?\n(?=[ \t]*(?:[-*•–]|\d{1,3}[.)]|\([a-z0-9]{1,3}\)|#{1,6})[ \t])")
_LINE = re.compile(r"\r?\n")
# A mark that may end a sentence, closing quotes and brackets, and what must follow.
_STOP = re.compile(
    r"(?P<mark>[.!?…]+)(?P<close>[\"'”’»)\]]*)(?=\s+(?P<next>[\"'“‘«(\[\u200f\u200e*-]*\S))"
)
# Abbreviations before which a name or number always follows.
_TITLES = frozenset(
    """adm amb art brig capt cf ch cmdr col dr e.g fig gen gov hon i.e lt maj messrs mr mrs ms
    mssrs no nos p pp pres prof rep rev sec sen sgt st vol vs""".split()
)
_ABBREVIATIONS = _TITLES | frozenset(
    """a.k.a a.m al approx apr aug bros co corp d.c dec dept etc f.k.a feb ft inc jan jr jul
    jun ltd mar mt nov oct p.m ph.d sep sept sr u.k u.n u.s univ""".split()
)
_INITIAL = re.compile(r"(?:^|[\s(\"'“‘.])(?:[A-Z])$")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_HEADING_MARK = re.compile(r"^\s*#{1,6}\s")
_LONGEST = 2000  # code points; a longer stretch is cut at a semicolon or blank
_HEADING_WORDS = 14


def sentences(text: str) -> tuple[Sentence, ...]:
    """All sentences of a text in order, white space at their ends left out."""
    found: list[Sentence] = []
    paragraph = 0
    for begin, end in _blocks(text):
        stripped = _strip(text, begin, end)
        if stripped is None:
            continue
        heading = _is_heading(text[stripped[0] : stripped[1]])
        for start, stop in _split(text, *stripped):
            found.append(Sentence(start, stop, paragraph, heading))
        paragraph += 1
    return tuple(found)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for gap in _BLANK_LINE.finditer(text):
        if _runs_on(text, begin, gap):
            continue
        yield from _items(text, begin, gap.start())
        begin = gap.end()
    yield from _items(text, begin, len(text))


def _runs_on(text: str, begin: int, gap: re.Match[str]) -> bool:
    """Whether a sentence goes on after the blank line, as in badly wrapped text."""
    before, after = text[begin : gap.start()].rstrip(), text[gap.end() : gap.end() + 1]
    return after.islower() and before[-1:].isalpha() and not _is_heading(before.rsplit("\n")[-1])


def _items(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """List items, and lines that stand alone, of one paragraph."""
    start = begin
    for gap in _LINE.finditer(text, begin, end):
        starts_item = _LIST_ITEM.match(text, gap.start(), end) is not None
        if starts_item or _line_stands_alone(text[start : gap.start()], text[gap.end() : end]):
            yield start, gap.start()
            start = gap.end()
    yield start, end


def _line_stands_alone(before: str, after: str) -> bool:
    """Whether a line break cuts, as after a heading; hard-wrapped lines go on."""
    line = before.rsplit("\n", 1)[-1].strip()
    following = after.lstrip()[:1]
    if not line or not following:
        return True
    if _HEADING_MARK.match(line) or line[-1] in '.!?:…”"':
        return True
    return len(line) < 60 and not following.islower() and line[-1] not in ",;–-"  # noqa: PLR2004


def _strip(text: str, begin: int, end: int) -> tuple[int, int] | None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return (begin, end) if begin < end else None


def _is_heading(block: str) -> bool:
    if _HEADING_MARK.match(block):
        return True
    words = block.split()
    if len(words) > _HEADING_WORDS or block[-1] in '.!?…"”;,:':
        return False
    letters = [word for word in words if word[0].isalpha()]
    capital = sum(word[0].isupper() for word in letters)
    return bool(letters) and capital >= 0.6 * len(letters)


def _split(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    start = begin
    for stop in _STOP.finditer(text, begin, end):
        if stop.end() >= end or not _ends_sentence(text, start, stop):
            continue
        yield from _cut_long(text, start, stop.end())
        rest = _strip(text, stop.end(), end)
        start = rest[0] if rest else end
    if start < end:
        yield from _cut_long(text, start, end)


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    following = stop["next"][-1]
    if following.islower() or following in ",;:)":
        return False
    if stop["mark"] != ".":
        return True
    word = re.split(r"[\s(\"“‘'\[]", text[start : stop.start()])[-1]
    lowered = word.casefold()
    if stop["close"]:
        return lowered not in _TITLES
    if lowered in _TITLES or _INITIAL.search(text[start : stop.start()][-3:]):
        return word == "I" or (lowered == "no" and following.isupper())
    abbreviated = lowered in _ABBREVIATIONS or _DOTTED.fullmatch(word) is not None
    return not abbreviated or _starts_sentence(text, stop)


_STARTERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "in",
        "on",
        "at",
        "by",
        "for",
        "after",
        "before",
        "when",
        "while",
        "if",
        "but",
        "and",
        "however",
        "as",
        "although",
        "since",
        "such",
        "his",
        "her",
        "its",
        "their",
        "our",
        "there",
        "then",
        "to",
        "under",
        "with",
        "both",
        "many",
        "most",
        "some",
        "all",
        "another",
        "no",
        "not",
    ]
)


def _starts_sentence(text: str, stop: re.Match[str]) -> bool:
    """After an abbreviation such as "U.S." only a clear sentence opening cuts."""
    first = re.match(r"\s+[\"'“‘(\[]*([A-Za-z]+)", text[stop.end() : stop.end() + 30])
    return first is not None and first[1][0].isupper() and first[1].casefold() in _STARTERS


def _cut_long(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    while end - begin > _LONGEST:
        window = text[begin : begin + _LONGEST]
        at = max(window.rfind("; "), window.rfind("\n"), window.rfind(", "))
        if at < _LONGEST // 4:
            at = window.rfind(" ")
        cut = begin + (at + 1 if at > 0 else _LONGEST)
        yield begin, cut
        rest = _strip(text, cut, end)
        if rest is None:
            return
        begin = rest[0]
    yield begin, end
