"""Dates as a user gives them: a day, a month or a year."""

import re
from calendar import monthrange
from datetime import date

from tieline.errors import InputError

_GIVEN = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


def span(text: str) -> tuple[date, date]:
    """First and last day of "2018", "2018-11" or "2018-11-28". Raises InputError."""
    found = _GIVEN.fullmatch(text.strip())
    try:
        year, month, day = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
        return _span(year, month or None, day or None)
    except ValueError:
        raise InputError(f"'{text}' is no date: write YYYY, YYYY-MM or YYYY-MM-DD") from None


def _span(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def first_day(text: str | None) -> date | None:
    """The first day of a date given, if one is."""
    return None if text is None else span(text)[0]


def last_day(text: str | None) -> date | None:
    """The last day of a date given, if one is."""
    return None if text is None else span(text)[1]
