"""Stretches of days as texts mean them. Pure arithmetic, no words.

Where usage is loose a convention is fixed here: early, mid and late are the thirds of
a year, month or decade (years 0-3, 4-6, 7-9); seasons are those of the north, and a
bare winter may be either of the two that touch the year.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from tieline.model.period import Period

UNKNOWN = Period()
_LAST_YEAR = 9999
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_THIRDS = {"early": 0, "mid": 1, "late": 2}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_YEARS = {"year": 1, "decade": 10, "century": 100}


@dataclass(frozen=True, slots=True)
class Clock:
    """When a sentence speaks: the document's date, and whether its verb looks ahead.

    `ongoing` is true of a verb in the present perfect, which reaches to the present.
    """

    published: date | None = None
    future: bool = False
    ongoing: bool = False


def year(number: int) -> Period:
    """A calendar year."""
    return Period(date(number, 1, 1), date(number, 12, 31))


def years(first: int, last: int) -> Period:
    """From the first day of one year to the last day of another."""
    return Period(date(first, 1, 1), date(last, 12, 31)) if first <= last else UNKNOWN


def month(number: int, of: int) -> Period:
    """A calendar month of a year."""
    return Period(date(of, number, 1), date(of, number, monthrange(of, number)[1]))


def day(number: int, of_month: int, of_year: int) -> Period:
    """One day, or nothing if the calendar has no such day."""
    try:
        found = date(of_year, of_month, number)
    except ValueError:
        return UNKNOWN
    return Period(found, found)


def decade(first: int) -> Period:
    """Ten years from the one given."""
    return years(first, first + 9)


def century(number: int) -> Period:
    """The nth century as written, from the year 01."""
    return years((number - 1) * 100 + 1, number * 100)


def season(name: str, of: int) -> Period:
    """A season of a year."""
    if name == "winter":
        return Period(date(of - 1, 12, 1), month(2, of + 1).latest)
    first, last = _SEASONS[name]
    return span(month(first, of), month(last, of))


def span(first: Period, last: Period) -> Period:
    """From the start of one stretch to the end of another."""
    if first.earliest and last.latest and first.earliest > last.latest:
        return UNKNOWN
    return Period(first.earliest, last.latest)


def part(name: str, whole: Period) -> Period:
    """The early, mid or late third of a stretch."""
    if whole.earliest is None or whole.latest is None:
        return UNKNOWN
    third = _THIRDS[name]
    length = (whole.latest - whole.earliest).days + 1
    if length > 3_000:  # noqa: PLR2004 - a decade or more: cut by whole years
        return _part_by_years(third, whole.earliest.year, whole.latest.year)
    if length > 360:  # noqa: PLR2004 - a year: cut by whole months
        of = whole.earliest.year
        return span(month(third * 4 + 1, of), month(third * 4 + 4, of))
    begin = whole.earliest + timedelta(days=length * third // 3)
    end = whole.earliest + timedelta(days=length * (third + 1) // 3 - 1)
    return Period(begin, end)


def _part_by_years(third: int, first: int, last: int) -> Period:
    tenth = (last - first + 1) / 10
    begin, end = ((0, 4), (4, 7), (7, 10))[third]
    return years(first + round(begin * tenth), first + round(end * tenth) - 1)


def back(from_day: date, count: float, unit: str) -> date:
    """The day `count` units earlier; a fraction counts only for days and weeks."""
    if unit in _DAYS:
        return from_day - timedelta(days=round(count * _DAYS[unit]))
    months = round(count * (1 if unit == "month" else _YEARS[unit] * 12))
    index = from_day.year * 12 + from_day.month - 1 - months
    number, of = index % 12 + 1, index // 12
    if not 1 <= of <= _LAST_YEAR:
        return date.min if of < 1 else date.max
    return date(of, number, min(from_day.day, monthrange(of, number)[1]))


def ago(clock: Clock, count: float, unit: str) -> Period:
    """The day, week, month or year that lies so far back."""
    if clock.published is None:
        return UNKNOWN
    return around(back(clock.published, count, unit), unit)


def around(anchor: date, unit: str) -> Period:
    """The calendar unit a day lies in; a decade ago is known to the year only."""
    if unit == "day":
        return Period(anchor, anchor)
    if unit in _DAYS:
        monday = anchor - timedelta(days=anchor.weekday())
        return Period(monday, monday + timedelta(days=6))
    return month(anchor.month, anchor.year) if unit == "month" else year(anchor.year)


def recent(clock: Clock, count: float | None, unit: str) -> Period:
    """The last so many units up to the document's date."""
    if clock.published is None:
        return UNKNOWN
    begin = None if count is None else back(clock.published, count, unit)
    return Period(begin, clock.published)


def coming(clock: Clock, count: float | None, unit: str) -> Period:
    """The next so many units from the document's date."""
    if clock.published is None:
        return UNKNOWN
    end = None if count is None else back(clock.published, -count, unit)
    return Period(clock.published, end)


def whole(clock: Clock, step: int, unit: str) -> Period:
    """The current unit (0), the last (-1) or the next (1), as the calendar cuts it."""
    if clock.published is None:
        return UNKNOWN
    if unit == "decade":
        return decade(clock.published.year // 10 * 10 + 10 * step)
    if unit == "century":
        return century((clock.published.year - 1) // 100 + 1 + step)
    return around(back(clock.published, -step, unit), unit)


def yearless(clock: Clock, of_year: Callable[[int], Period]) -> Period:
    """The nearest occurrence of a day or month: the last one, or the next if ahead."""
    if clock.published is None:
        return UNKNOWN
    this = clock.published.year
    order = (this, this + 1) if clock.future else (this, this - 1)
    for number in order:
        found = of_year(number)
        if found.earliest is None or found.latest is None:
            continue
        fits = (
            found.latest >= clock.published if clock.future else found.earliest <= clock.published
        )
        if fits:
            return found
    return UNKNOWN


def weekday(clock: Clock, number: int, *, ahead: bool = False) -> Period:
    """The nearest such weekday at or before the document's date, or after it."""
    if clock.published is None:
        return UNKNOWN
    if ahead or clock.future:
        gap = (number - clock.published.weekday() - 1) % 7 + 1
        found = clock.published + timedelta(days=gap)
    else:
        found = clock.published - timedelta(days=(clock.published.weekday() - number) % 7)
    return Period(found, found)
