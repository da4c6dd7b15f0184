from dataclasses import replace
from datetime import date
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

from tieline.reports.deaths import Series, series
from tieline.reports.entries import chapters
from tieline.reports.plot import plot

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def one(made_up: ModuleType) -> Series:
    """The only series of the made-up case."""
    claims = made_up.claims()
    parts = chapters(made_up.documents(), claims, made_up.findings(claims))
    (found,) = series([entry for part in parts for entry in part.entries])
    return found


def test_a_pair_is_one_series_whatever_the_direction(one: Series) -> None:
    """Claims of either direction share a series; each row stands in it once."""
    assert [entry.number for entry in one.entries] == [1, 6]
    assert [bar.row.year for bar in one.bars] == [2013, 2014, 2015, 2016, 2017]
    assert one.said_on == (date(2016, 11, 28),)


def test_uses_are_told_apart_without_colour(one: Series) -> None:
    """Counted, straddling, low and later rows differ in fill, pattern or outline."""
    root = ET.fromstring(plot(one, 0))  # noqa: S314 - our own output
    looks = {
        (rect.get("fill"), rect.get("stroke-dasharray"))
        for group in root.iter(f"{SVG}g")
        if "bar" in group.get("class", "")
        for rect in group.iter(f"{SVG}rect")
    }
    assert len(looks) == 4


def test_the_plot_has_a_name_and_says_its_figures(one: Series) -> None:
    """Title and description name the pair, every figure with its use, and the day said."""
    drawn = plot(one, 3)
    assert "Deaths a year, Hill Front and River League" in drawn
    assert "2014: 292 (210 to 420), counter-example" in drawn
    assert "said 28 November 2016" in drawn
    assert 'id="hatch-3"' in drawn
    assert "style" not in drawn


def test_bars_are_as_high_as_their_figures(one: Series) -> None:
    """Heights are proportional to the best estimates, to the pixel."""
    root = ET.fromstring(plot(one, 0))  # noqa: S314 - our own output
    groups = [g for g in root.iter(f"{SVG}g") if "bar" in g.get("class", "")]
    heights = [int(next(g.iter(f"{SVG}rect")).get("height", "")) for g in groups]
    scale = heights[3] / 577
    figures = [6, 292, 181, 577, 51]
    assert all(abs(h - f * scale) <= 1.5 for h, f in zip(heights, figures, strict=True))


@pytest.mark.parametrize("best", [0, 1, 7, 99, 1_000_000, 800_000_000])
def test_any_figure_fits_the_plot(one: Series, best: int) -> None:
    """Bars stay inside the plot whatever the figures, zero included."""
    bars = tuple(
        replace(bar, row=replace(bar.row, low=best, best=best, high=best)) for bar in one.bars
    )
    root = ET.fromstring(plot(replace(one, bars=bars), 0))  # noqa: S314 - our own output
    tops = [int(rect.get("y", "0")) for rect in root.iter(f"{SVG}rect")]
    assert min(tops) >= 0


def test_thirty_years_and_many_days_fit(one: Series) -> None:
    """With many years the figures give way and every bar keeps a width."""
    row = one.bars[0].row
    bars = tuple(replace(one.bars[0], row=replace(row, year=1989 + n, row=n)) for n in range(35))
    days = tuple(date(1990 + n, 5, 1) for n in range(9))
    root = ET.fromstring(plot(replace(one, bars=bars, said_on=days), 0))  # noqa: S314 - our own output
    groups = [g for g in root.iter(f"{SVG}g") if "bar" in g.get("class", "")]
    assert all(int(next(g.iter(f"{SVG}rect")).get("width", "0")) > 5 for g in groups)
