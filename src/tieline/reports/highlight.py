"""Documents and quotes as HTML, with the claims marked in place. All text is escaped here."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from markupsafe import Markup, escape

from tieline.model.claim import Claim
from tieline.reports.entries import Entry
from tieline.reports.phrases import marker, statement
from tieline.reports.segments import Segment, Span, segments
from tieline.reports.visible import one_line, visible

SIGN = {1: "p", 0: "z", -1: "n"}
BETWEEN = re.compile(r"\r?\n[ \t]*(?:\r?\n[ \t]*)+")
WRAPPED = range(45, 100)  # the usual length of hard-wrapped lines, in characters
LINES = 3  # fewer lines than this are not called hard-wrapped

Spans = Sequence[Span[Entry]]


def marked_text(text: str, entries: Iterable[Entry]) -> Markup:
    """The whole text in paragraphs, every claim's words marked, noted and linked."""
    text = visible(text)
    spans = _spans(text, entries)
    notes = _by_end(spans)
    cuts = [(found.start(), found.end()) for found in BETWEEN.finditer(text)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(begin for begin, _ in cuts), len(text)]
    nearby = _Nearby(spans)
    pieces = []
    for begin, end in zip(starts, ends, strict=True):
        pieces.append(_paragraph(text, begin, end, nearby.touching(begin, end), notes))
    gaps = [escape(text[begin:end]) for begin, end in cuts] + [Markup("")]
    return Markup("").join(p + gap for p, gap in zip(pieces, gaps, strict=True))


class _Nearby:
    """Finds the spans that touch a stretch without looking at all of them."""

    def __init__(self, spans: Spans) -> None:
        self._spans = sorted(spans, key=lambda span: span.begin)
        self._begins = [span.begin for span in self._spans]
        self._longest = max((span.end - span.begin for span in spans), default=0)

    def touching(self, begin: int, end: int) -> Spans:
        first = bisect_left(self._begins, begin - self._longest)
        last = bisect_right(self._begins, end)
        return self._spans[first:last]


def _spans(text: str, entries: Iterable[Entry]) -> Spans:
    """Claims whose words stand where they say; any other is not marked."""
    found = []
    for entry in entries:
        begin, end = entry.claim.begin, entry.claim.end
        words = text[begin:end]
        if words.strip() and words == visible(entry.claim.quote):
            begin, end = begin + len(words) - len(words.lstrip()), begin + len(words.rstrip())
            found.append(Span(begin, end, entry))
    return found


def _by_end(spans: Spans) -> Mapping[int, list[Entry]]:
    notes: dict[int, list[Entry]] = defaultdict(list)
    for span in sorted(spans, key=lambda span: span.owner.number):
        notes[span.end].append(span.owner)
    return notes


def _paragraph(
    text: str, begin: int, end: int, spans: Spans, notes: Mapping[int, list[Entry]]
) -> Markup:
    if begin == end:
        return Markup("")
    inner = Markup("").join(_piece(text, part, notes) for part in segments(begin, end, spans))
    look = Markup(' class="flow"') if _hard_wrapped(text[begin:end]) else Markup("")
    return Markup('<p dir="auto"{}>{}</p>').format(look, inner)


def _hard_wrapped(paragraph: str) -> bool:
    """Lines broken by a column limit may flow again; short lines of a list may not."""
    lengths = [len(line) for line in paragraph.split("\n")]
    full = lengths[:-1]
    return len(lengths) >= LINES and max(lengths) <= WRAPPED[-1] and median(full) in WRAPPED


def _piece(text: str, part: Segment[Entry], notes: Mapping[int, list[Entry]]) -> Markup:
    words = escape(text[part.begin : part.end])
    if not part.spans:
        return words
    owners = [span.owner for span in part.spans]
    piece = Markup('<a class="{}" tabindex="-1" href="#c-{}">{}</a>').format(
        _look(owners), owners[0].anchor, words
    )
    for span in part.spans:
        if span.begin == part.begin:
            piece = Markup('<span id="w-{}">{}</span>').format(span.owner.anchor, piece)
    return piece + _notes(notes.get(part.end, []))


def _look(owners: Sequence[Entry]) -> str:
    """Sign, and whether several claims share the words."""
    signs = {owner.claim.sign for owner in owners}
    sign = SIGN.get(signs.pop(), "z") if len(signs) == 1 else "x"
    return f"{sign} d" if len(owners) > 1 else sign


def _notes(entries: Sequence[Entry]) -> Markup:
    """Numbered notes behind the words, each leading to its claim."""
    if not entries:
        return Markup("")
    links = Markup(" ").join(_note(entry) for entry in entries)
    return Markup("<sup>{}</sup>").format(links)


def _note(entry: Entry) -> Markup:
    short = marker(entry.claim)
    shown = f"{entry.number} {short}" if short else str(entry.number)
    return Markup('<a class="{}" href="#c-{}" title="{}">{}</a>').format(
        SIGN.get(entry.claim.sign, "z"), entry.anchor, one_line(statement(entry.claim)), shown
    )


def marked_quote(claim: Claim) -> Markup:
    """The quote with its actors, time, place and number marked by their roles."""
    quote = visible(claim.quote)
    spans = [
        Span(begin - claim.begin, end - claim.begin, role)
        for role, begin, end in _roles(claim)
        if claim.begin <= begin < end <= claim.end
    ]
    return Markup("").join(_role(quote, part) for part in segments(0, len(quote), spans))


def _role(quote: str, part: Segment[str]) -> Markup:
    words = escape(quote[part.begin : part.end])
    if not part.spans:
        return words
    return Markup('<b class="{}">{}</b>').format(part.spans[0].owner, words)


def _roles(claim: Claim) -> list[tuple[str, int, int]]:
    """The parts of a claim that have a place in its text."""
    parts = {
        "source": claim.source,
        "target": claim.target,
        "third": claim.third,
        "time": claim.time,
        "place": claim.place,
        "quantity": claim.quantity,
    }
    return [(role, part.begin, part.end) for role, part in parts.items() if part is not None]
