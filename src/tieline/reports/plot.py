"""Deaths a year as an SVG: bars by use, whiskers from low to high, a line for each day said.

Drawn by hand in whole pixels rather than by a plotting library: its text stays text,
it carries no inline style (the page forbids it), and it is the same on every machine.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

from tieline.reports.deaths import Bar, Series
from tieline.reports.phrases import day
from tieline.reports.visible import one_line

WIDTH, HEIGHT = 720, 350
LEFT, RIGHT, TOP, BOTTOM = 62, 14, 82, 40
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
NAMED_DAYS = 3  # with more days than this, their dates stand in the table only
ROOMY = 34  # least width of a year in which its figure can be written, in pixels
TICKS = 5
STEPS: tuple[int, ...] = (
    1,
    2,
    5,
    *(m * 10**p for p in range(9) for m in (10, 15, 20, 30, 40, 50, 60, 80)),
)

# Fill of a bar by use; "hatch" is a pattern made for every plot.
FILL = {
    "counter-example": "#2b4a66",
    "supporting": "#2b4a66",
    "straddles": "hatch",
    "below the bar": "#b9c4cd",
    "later": "#ffffff",
    "context": "#e3e3e0",
}


@dataclass(frozen=True, slots=True)
class _Scale:
    """From years and deaths to pixels."""

    first: int
    years: int
    top: int  # the highest tick, in deaths

    @property
    def slot(self) -> int:
        return (WIDTH - LEFT - RIGHT) // self.years

    def x(self, year: int) -> int:
        return LEFT + (year - self.first) * self.slot

    def y(self, deaths: int) -> int:
        return HEIGHT - BOTTOM - deaths * (HEIGHT - TOP - BOTTOM) // self.top

    def day(self, value: date) -> int:
        share = (value - date(value.year, 1, 1)).days
        return self.x(value.year) + share * self.slot // 366


def plot(series: Series, number: int) -> str:
    """The SVG of one series; `number` keeps its ids apart from those of other plots."""
    scale = _scale(series)
    root = _root(series, number)
    _axes(root, scale)
    by_year: dict[int, list[Bar]] = {}
    for bar in series.bars:
        by_year.setdefault(bar.row.year, []).append(bar)
    for year, bars in by_year.items():
        for place, bar in enumerate(bars):
            width = scale.slot * 7 // 10 // len(bars)
            left = scale.x(year) + scale.slot * 15 // 100 + place * width
            _bar(root, scale, bar, (left, width), f"hatch-{number}")
    for place, value in enumerate(series.said_on):
        _day(root, scale, value, place, named=len(series.said_on) <= NAMED_DAYS)
    return ET.tostring(root, encoding="unicode")


def _scale(series: Series) -> _Scale:
    years = [bar.row.year for bar in series.bars] + [value.year for value in series.said_on]
    highest = max(max(_figures(bar), default=0) for bar in series.bars)
    first = min(years)
    return _Scale(first, max(max(years) - first + 1, 4), _round_up(max(highest, TICKS)))


def _figures(bar: Bar) -> list[int]:
    figures = (bar.row.low, bar.row.best, bar.row.high)
    return [value for value in figures if value is not None]


def _round_up(highest: int) -> int:
    """The least round figure, a whole number of ticks, that is not lower."""
    return next(TICKS * step for step in STEPS if TICKS * step >= highest)


def _root(series: Series, number: int) -> ET.Element:
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {WIDTH} {HEIGHT}",
            "width": str(WIDTH),
            "height": str(HEIGHT),
            "role": "img",
            "aria-labelledby": f"plot-title-{number} plot-description-{number}",
            "class": "plot",
            "font-family": FONT,
            "font-size": "12",
        },
    )
    _add(root, "title", {"id": f"plot-title-{number}"}, _title(series))
    _add(root, "desc", {"id": f"plot-description-{number}"}, _account(series))
    _hatch(root, f"hatch-{number}")
    return root


def _title(series: Series) -> str:
    pair = f"{series.first} and {series.second}"
    return one_line(f"Deaths a year, {pair}, by {series.dataset} {series.version}")


def _account(series: Series) -> str:
    bars = (
        f"{bar.row.year}: {bar.row.best} ({bar.row.low} to {bar.row.high}), {', '.join(bar.uses)}"
        for bar in series.bars
    )
    days = ", ".join(day(value) for value in series.said_on)
    return one_line("; ".join(bars) + (f". Said on {days}." if days else "."))


def _hatch(root: ET.Element, name: str) -> None:
    size = {"width": "6", "height": "6", "patternUnits": "userSpaceOnUse"}
    pattern = _add(root, "pattern", {"id": name, **size})
    _add(pattern, "rect", {"width": "6", "height": "6", "fill": "#ffffff", "class": "ground"})
    _add(pattern, "path", {"d": "M0 6L6 0", "stroke": "#2b4a66", "stroke-width": "2"})


def _axes(root: ET.Element, scale: _Scale) -> None:
    for tick in range(TICKS + 1):
        deaths = scale.top * tick // TICKS
        y = str(scale.y(deaths))
        ends = {"x1": str(LEFT), "x2": str(WIDTH - RIGHT), "y1": y, "y2": y}
        _add(root, "line", {**ends, "stroke": "#8a8a8a" if tick == 0 else "#dedede"})
        _text(root, LEFT - 8, int(y) + 4, f"{deaths:,}", "end")
    _text(root, LEFT, 14, "deaths, best estimate (line: low to high)", "start")
    step = -(-ROOMY // max(scale.slot, 1))
    for year in range(scale.first, scale.first + scale.years, step):
        _text(root, scale.x(year) + scale.slot // 2, HEIGHT - BOTTOM + 20, str(year), "middle")


def _bar(root: ET.Element, scale: _Scale, bar: Bar, across: tuple[int, int], hatch: str) -> None:
    left, width = across
    top, bottom = scale.y(bar.row.best or 0), scale.y(0)
    fill = FILL.get(bar.use, FILL["context"])
    box = {"x": str(left), "y": str(top), "width": str(width), "height": str(bottom - top)}
    look = {"fill": f"url(#{hatch})" if fill == "hatch" else fill, "stroke": "#2b4a66"}
    if bar.use == "later":
        look["stroke-dasharray"] = "4 3"
    group = _add(root, "g", {"class": f"bar {bar.use.replace(' ', '-')}"})
    _add(group, "title", {}, one_line(f"{bar.row.label}, {bar.row.year}: {', '.join(bar.uses)}"))
    _add(group, "rect", {**box, **look})
    middle = left + width // 2
    highest = _whisker(group, scale, bar, middle)
    if width >= ROOMY * 7 // 10:
        _text(group, middle, highest - 6, f"{bar.row.best:,}", "middle")


def _whisker(group: ET.Element, scale: _Scale, bar: Bar, middle: int) -> int:
    """Draw low to high; return the highest pixel used."""
    figures = _figures(bar)
    high, low = scale.y(max(figures)), scale.y(min(figures))
    path = (
        f"M{middle} {low}V{high}M{middle - 5} {high}H{middle + 5}M{middle - 5} {low}H{middle + 5}"
    )
    _add(group, "path", {"d": path, "class": "halo", "stroke": "#ffffff", "stroke-width": "4"})
    _add(group, "path", {"d": path, "class": "whisker", "stroke": "#1c1c1c", "fill": "none"})
    return high


def _day(root: ET.Element, scale: _Scale, value: date, place: int, *, named: bool) -> None:
    x = scale.day(value)
    y = 28 + 15 * place if named else 28
    group = _add(root, "g", {"class": "said"})
    _add(group, "title", {}, f"said on {day(value)}")
    ends = {"x1": str(x), "x2": str(x), "y1": str(y), "y2": str(HEIGHT - BOTTOM)}
    dash = {"stroke-dasharray": "2 3", "stroke-width": "2"}
    _add(group, "line", {**ends, "stroke": "#a63a0c", **dash})
    if named:
        anchor = "end" if x > WIDTH // 2 else "start"
        _text(group, x + (-6 if anchor == "end" else 6), y + 4, f"said {day(value)}", anchor)


def _text(parent: ET.Element, x: int, y: int, text: str, anchor: str) -> None:
    look = {"x": str(x), "y": str(y), "text-anchor": anchor, "fill": "#1c1c1c"}
    _add(parent, "text", look, text)


def _add(parent: ET.Element, tag: str, attributes: Mapping[str, str], text: str = "") -> ET.Element:
    element = ET.SubElement(parent, tag, dict(attributes))
    element.text = text
    return element
