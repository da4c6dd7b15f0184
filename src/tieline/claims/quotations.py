"""Finds direct quotations in a document's text, whatever marks it uses.

Curly and straight double marks, guillemets, and the two single marks (''…'') of
parliamentary records. A quotation may run over paragraphs when each new one opens
with its mark again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(r"[\u201c\u201d\"«»]|''|``|\u2018\u2018|\u2019\u2019")
_OPENERS = frozenset("\u201c«") | {"``", "\u2018\u2018"}
_CLOSERS = frozenset("\u201d»") | {"\u2019\u2019"}
_BEFORE_OPENING = frozenset("([{\u2014\u2013-/:,\u2026") | {"", " ", "\n", "\t", "\r", "\u00a0"}
_BREAK = re.compile(r"\r?\n\s*")
_LONGEST = 6_000  # a mark left open longer than this was never closed


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of text between quotation marks, the marks included."""

    begin: int
    end: int


_BLOCK = re.compile(
    r"(?<=[^\s])[ \t]*\r?\n(?:[ \t]*\r?\n)*(?P<block>(?:[ \t]+\S[^\n]*\n?(?:[ \t]*\r?\n)*)+)"
)


def quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations in text order; a mark that never closes is passed over."""
    return tuple(_paired(text))


def blocks(text: str) -> tuple[Quotation, ...]:
    """Indented paragraphs after a line that is not indented and ends in a colon."""
    return tuple(
        Quotation(match.start("block"), match.end("block"))
        for match in _BLOCK.finditer(text)
        if text[: match.start()].endswith(":") and not _indented(text, match.start())
    )


def _indented(text: str, position: int) -> bool:
    line = text[text.rfind("\n", 0, position) + 1 : position]
    return line[:1].isspace()


def _paired(text: str) -> Iterator[Quotation]:
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text):
        if opened is not None and _ends(text, opened, mark):
            yield Quotation(opened.start(), mark.end())
            opened = None
        elif _may_open(text, mark) and not _continues(text, opened, mark):
            opened = mark


def _ends(text: str, opened: re.Match[str], mark: re.Match[str]) -> bool:
    return (
        _may_close(text, mark)
        and _style(mark[0]) == _style(opened[0])
        and mark.start() - opened.start() <= _LONGEST
        and _unbroken(text[opened.end() : mark.start()])
    )


def _style(mark: str) -> str:
    if mark in '\u201c\u201d"':
        return "double"
    return "guillemet" if mark in "«»" else "single pair"


def _may_open(text: str, mark: re.Match[str]) -> bool:
    if mark[0] in _OPENERS:
        return True
    if mark[0] in _CLOSERS:
        return False
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    return before in _BEFORE_OPENING and not after.isspace() and after != ""


def _may_close(text: str, mark: re.Match[str]) -> bool:
    if mark[0] in _OPENERS:
        return False
    if mark[0] in _CLOSERS:
        return True
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    return before not in _BEFORE_OPENING - set(",\u2026-\u2013\u2014)") and not after.isalnum()


def _continues(text: str, opened: re.Match[str] | None, mark: re.Match[str]) -> bool:
    """Whether an opening mark only reopens a quotation at a new paragraph."""
    if opened is None or mark.start() - opened.start() > _LONGEST:
        return False
    line = text[: mark.start()].rstrip(" \t\u00a0")
    return line.endswith("\n") and _unbroken(text[opened.end() : mark.start()].rstrip())


def _unbroken(inside: str) -> bool:
    """Whether every paragraph break inside is reopened, or is a wrapped line."""
    return all(_bridges(inside, gap) for gap in _BREAK.finditer(inside))


def _bridges(inside: str, gap: re.Match[str]) -> bool:
    before = inside[: gap.start()].rstrip()[-1:]
    after = inside[gap.end() :]
    return bool(_MARK.match(after)) or (before not in ".!?:" or after[:1].islower())
