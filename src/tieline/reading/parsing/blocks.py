"""The running text of a markup tree: one paragraph a block, a blank line between."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

_BREAK = "\ue000"  # stands for a line's end while white space is folded
_PARAGRAPH = re.compile(rf"(?: ?{_BREAK} ?){{2,}}")
_LINE = re.compile(rf" ?{_BREAK} ?")
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """What the tags of a kind of tree mean.

    `blocks` stand apart, `items` begin with a dash, `dropped` are left out with all
    inside; a row is one paragraph, its `cells` set apart by bars, unless a cell holds
    several. `glyphs` stand for a character. If `spoken` is given, only these hold text.
    """

    blocks: frozenset[str]
    rows: frozenset[str]
    cells: frozenset[str]
    dropped: frozenset[str] = _NOTHING
    breaks: frozenset[str] = _NOTHING
    items: frozenset[str] = _NOTHING
    spoken: frozenset[str] = _NOTHING
    glyphs: Mapping[str, str] = field(default_factory=dict)


def paragraphs(root: etree._Element, tags: Tags) -> Iterator[str]:
    """Yield the text of each block, white space folded as a browser folds it."""
    writer = _Writer(tags)
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = str(element.tag)
        if event == "start" and tag in tags.dropped:
            walker.skip_subtree()
        elif event == "start":
            yield from writer.opened(tag)
            writer.write(element.text if not tags.spoken or tag in tags.spoken else "")
        else:
            yield from writer.closed(tag)
            writer.write("" if tags.spoken else element.tail)
    yield from writer.flush()


class _Writer:
    def __init__(self, tags: Tags) -> None:
        self._tags = tags
        self._pieces: list[str] = []
        self._gap = ""  # written before the next text, if any comes
        self._rows = 0

    def write(self, text: str | None) -> None:
        if text and not text.isspace():
            self._pieces.append(self._gap)
            self._gap = ""
        self._pieces.append(text or "")

    def opened(self, tag: str) -> Iterator[str]:
        yield from self._boundary(tag)
        self._rows += tag in self._tags.rows
        if tag in self._tags.cells:
            self._gap = " | " if "".join(self._pieces).strip() else ""
        if tag in self._tags.items and not self._rows:
            self._gap = "- "
        if tag in self._tags.breaks:
            self._pieces.append(_BREAK)
        self._pieces.append(self._tags.glyphs.get(tag, ""))

    def closed(self, tag: str) -> Iterator[str]:
        self._rows -= tag in self._tags.rows
        yield from self._boundary(tag)

    def _boundary(self, tag: str) -> Iterator[str]:
        if tag in self._tags.rows and not self._rows:
            yield from self.flush()
        elif tag in self._tags.blocks or tag in self._tags.rows:
            if not self._rows:
                yield from self.flush()
            elif not self._gap and self._pieces:
                self._gap = _BREAK * 2

    def flush(self) -> Iterator[str]:
        folded = " ".join("".join(self._pieces).split())
        self._pieces, self._gap = [], ""
        for part in _PARAGRAPH.split(folded):
            text = _LINE.sub("\n", part).strip()
            if text.strip("-| \n"):
                yield text
