"""The day a document was published, as its metadata give it.

Only a full ISO date counts, alone or inside other words ("snapshot of 2026-05-17").
A month or a year alone gives no day: `published` stays None, since any day put in its
place would be one nobody wrote. So does a bound ("<= 2019-08-14"), and so do two
different days.
"""

import re
from datetime import date, datetime

_DAY = re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?!\d|-\d)")
_BOUND = re.compile(r"[<>≤≥]")
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})")


def full_date(value: object) -> date | None:
    """The one full date a value holds, else None."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    if _BOUND.search(value):
        return None
    found = _DAY.findall(value) or [m.groups() for m in [_BASIC.fullmatch(value.strip())] if m]
    days = {day for parts in found if (day := _valid(*map(int, parts)))}
    return days.pop() if len(days) == 1 else None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
