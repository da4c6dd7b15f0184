"""The strokes of the network picture. Text is escaped by the element tree that holds it."""

import re
import unicodedata
from collections.abc import Mapping
from textwrap import wrap
from xml.etree import ElementTree as ET

from tieline.codebook.loader import codebook
from tieline.networks.layout import Box
from tieline.networks.lines import Curve, Line

INK = {1: "#1f5f99", 0: "#5c5c5c", -1: "#b3400f"}
DASH = {1: "", 0: "2 5", -1: "9 5"}
CLASS = {1: "positive", 0: "neutral", -1: "negative"}
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
LONGEST = 20  # characters of a name on one of its lines
LABEL, LINE, SMALL = 14, 17, 11  # font sizes and line height, in pixels
WIDE = 2  # columns a full-width character takes

# What XML cannot hold, and what could turn the reading direction of the text around it.
UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text as it may stand in a label."""
    return UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


def wrapped(name: str) -> list[str]:
    """The name on up to three lines, cut with an ellipsis."""
    return wrap(clean(name), LONGEST, max_lines=3, placeholder=" …") or ["(no name)"]


def size(name: str) -> tuple[int, int]:
    """Width and height of a label's box, in pixels."""
    rows = wrapped(name)
    columns = max(_columns(row) for row in rows)
    return columns * LABEL * 60 // 100 + 22, LINE * len(rows) + 12


def small_size(text: str) -> tuple[int, int]:
    """Width and height of a relation's name on a line, in pixels."""
    return _columns(text) * SMALL * 56 // 100 + 6, SMALL + 5


def _columns(text: str) -> int:
    return sum(WIDE if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in text)


def page(width: int, height: int, title: str, account: str) -> ET.Element:
    """An empty picture with its name and its description in words."""
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width} {height}",
            "width": str(width),
            "height": str(height),
            "role": "img",
            "aria-labelledby": "network-title network-description",
            "class": "network",
            "font-family": FONT,
        },
    )
    _add(root, "title", {"id": "network-title"}, clean(title))
    _add(root, "desc", {"id": "network-description"}, clean(account))
    return root


def line(root: ET.Element, drawn: Line, path: Curve, account: str) -> None:
    """A line with its arrowheads; its words show on hover."""
    group = _add(root, "g", {"class": f"line {CLASS.get(drawn.sign, 'neutral')}"})
    _add(group, "title", {}, clean(account))
    stroke = {"fill": "none", "stroke": INK[drawn.sign], "stroke-width": _weight(drawn.claims)}
    if DASH[drawn.sign]:
        stroke["stroke-dasharray"] = DASH[drawn.sign]
    (a, b), (c, d), (e, f) = path.begin, path.control, path.end
    _add(group, "path", {"d": f"M{a} {b}Q{c} {d} {e} {f}", **stroke})
    if drawn.forward:
        _arrow(group, path.control, path.end, drawn.sign)
    if drawn.backward:
        _arrow(group, path.control, path.begin, drawn.sign)


def _weight(claims: int) -> str:
    """Line width by number of claims: 1, 2-3, 4-7, 8 and more."""
    return str(min(claims.bit_length(), 4) + 1)


def _arrow(group: ET.Element, start: tuple[int, int], tip: tuple[int, int], sign: int) -> None:
    across, down = tip[0] - start[0], tip[1] - start[1]
    length = max((across**2 + down**2) ** 0.5, 1)
    x, y = across / length, down / length
    wings = [
        (round(tip[0] - 13 * x + side * 6 * y), round(tip[1] - 13 * y - side * 6 * x))
        for side in (1, -1)
    ]
    points = " ".join(f"{a},{b}" for a, b in (tip, *wings))
    _add(group, "polygon", {"points": points, "fill": INK[sign], "class": "head"})


def dispute(root: ET.Element, drawn: Line, path: Curve) -> Box:
    """The mark of a disputed tie, in the middle of its line."""
    x, y = path.at(0.5)
    _question(root, x, y, INK[drawn.sign])
    return Box(x, y, 22, 22)


def _question(root: ET.Element, x: int, y: int, ink: str) -> None:
    group = _add(root, "g", {"class": "dispute"})
    circle = {"cx": str(x), "cy": str(y), "r": "9", "fill": "#ffffff", "stroke": ink}
    _add(group, "circle", {**circle, "stroke-width": "2"})
    _text(group, x, y + 5, "?", {"font-size": "13", "font-weight": "700", "fill": "#1c1c1c"})


def relation_words(drawn: Line) -> str:
    """The relations of a line, at most two named."""
    known = codebook().relations
    named = [known[name].wording if name in known else name for name in drawn.relations]
    rest = f" +{len(named) - 2}" if len(named) > 2 else ""  # noqa: PLR2004 - two fit on a line
    return clean(", ".join(named[:2]) + rest)


def relation(root: ET.Element, box: Box, text: str, sign: int) -> None:
    """A relation's name on its line, with a halo that keeps it legible."""
    halo = {"stroke": "#ffffff", "stroke-width": "4", "paint-order": "stroke"}
    look = {"font-size": str(SMALL), "fill": INK[sign], "class": "relation", **halo}
    _text(root, box.x, box.y + SMALL // 3, text, look)


def label(root: ET.Element, box: Box, name: str, claims: int) -> None:
    """An actor: its name in a box."""
    group = _add(root, "g", {"class": "actor"})
    _add(group, "title", {}, f"{clean(name)} (claims: {claims})")
    corner = {"x": str(box.x - box.width // 2), "y": str(box.y - box.height // 2)}
    extent = {"width": str(box.width), "height": str(box.height), "rx": "6"}
    _add(group, "rect", {**corner, **extent, "fill": "#ffffff", "stroke": "#3a3a3a"})
    look = {"font-size": str(LABEL), "fill": "#1c1c1c"}
    rows = wrapped(name)
    top = box.y + 5 - LINE * (len(rows) - 1) // 2
    for place, row in enumerate(rows):
        _text(group, box.x, top + LINE * place, row, look)


def legend(root: ET.Element, top: int) -> None:
    """What lines and marks mean."""
    group = _add(root, "g", {"class": "legend"})
    base = {"x1": "24", "x2": "936", "y1": str(top + 8), "y2": str(top + 8)}
    _add(group, "line", {**base, "stroke": "#d0d0d0"})
    for place, (sign, words) in enumerate(SIGNS.items()):
        _sample(group, 24 + 300 * place, top + 36, sign, words)
    _question(group, 44, top + 66, "#3a3a3a")
    _key(group, 78, top + 71, "disputed: another claim denies it, or says it ended")
    _key(group, 450, top + 71, "heavier lines rest on more claims (1, 2 to 3, 4 to 7, 8 or more)")


SIGNS: Mapping[int, str] = {
    1: "cooperative (unbroken)",
    -1: "conflictual (dashed)",
    0: "neither (dotted)",
}


def _sample(group: ET.Element, x: int, y: int, sign: int, words: str) -> None:
    look = {"stroke": INK[sign], "stroke-width": "3", "class": CLASS[sign]}
    if DASH[sign]:
        look["stroke-dasharray"] = DASH[sign]
    _add(group, "line", {"x1": str(x), "x2": str(x + 42), "y1": str(y), "y2": str(y), **look})
    _key(group, x + 54, y + 5, words)


def _key(group: ET.Element, x: int, y: int, words: str) -> None:
    look = {"font-size": "13", "fill": "#3a3a3a", "text-anchor": "start"}
    _text(group, x, y, words, look)


def _text(parent: ET.Element, x: int, y: int, text: str, look: Mapping[str, str]) -> None:
    place = {"x": str(x), "y": str(y), "text-anchor": "middle"}
    _add(parent, "text", {**place, **look}, text)


def _add(parent: ET.Element, tag: str, attributes: Mapping[str, str], text: str = "") -> ET.Element:
    element = ET.SubElement(parent, tag, dict(attributes))
    element.text = text
    return element
