"""The grammar of single dates and stretches: how a text writes a year, a day, a decade.

Each pattern has a reader, which turns its match and the clock into a period. A match
says what was written; only the clock, applied later, says when that was.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tieline.claims import calendar
from tieline.claims.calendar import UNKNOWN, Clock
from tieline.claims.numerals import NUMBER, number
from tieline.model.period import Period

Reader = Callable[[re.Match[str], Clock], Period]

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:1[89]|20)\d\d(?![\d%]|,\d|\.\d)"
_DASH = r"\s*[-\u2010-\u2015/]\s*"
_PART = r"(?:(?P<part>[Ee]arly|[Mm]id(?:dle)?|[Ll]ate)(?:\s*[-\u2010-\u2015]\s*|\s+))"
_UNIT = r"(?P<unit>day|week|fortnight|month|year|decade)"
_SOME = (
    r"several|(?:a\s+)?few|(?:a\s+)?couple(?:\s+of)?|many|a\s+number\s+of|some|countless"
    r"|dozens\s+of"
)
_ROUGH = (
    r"(?:(?:at\s+least|more\s+than|less\s+than|over|about|around|approximately|roughly|nearly|almost"
    r"|some|just|only|well\s+over|as\s+many\s+as|up\s+to)\s+)?"
)
_COUNT = rf"(?P<count>{NUMBER}|an?|{_SOME})"
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_NTH = {"nineteenth": 19, "twentieth": 20, "twenty-first": 21}
_TENS = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60}
_TENS |= {"seventies": 70, "eighties": 80, "nineties": 90}
_HALVES = {"first": (1, 6), "second": (7, 12), "last": (7, 12), "latter": (7, 12)}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


@dataclass(frozen=True, slots=True)
class Unit:
    """A date as written, before the clock. `weak` ones need a preposition to be dates."""

    begin: int
    end: int
    match: re.Match[str]
    reader: Reader
    weak: bool = False

    def read(self, clock: Clock) -> Period:
        """The days it covers."""
        return self.reader(self.match, clock)


def _of(month: str) -> int:
    return [m[:3] for m in _MONTHS].index(month[:3]) + 1


def _part(match: re.Match[str], whole: Period) -> Period:
    part = _group(match, "part")
    return calendar.part(part.lower()[:5].removesuffix("dl"), whole) if part else whole


def _group(match: re.Match[str], name: str) -> str | None:
    """What a group matched; None also where the pattern has no such group."""
    return match.groupdict().get(name)


def _number(digits: str) -> int:
    return int("".join(filter(str.isdigit, digits)))


def _dated(month: int, first: str, last: str | None, year: str | None, clock: Clock) -> Period:
    def of_year(number: int) -> Period:
        begin = calendar.day(_number(first), month, number)
        return calendar.span(begin, calendar.day(_number(last), month, number)) if last else begin

    return of_year(int(year)) if year else calendar.yearless(clock, of_year)


def _read_day(m: re.Match[str], clock: Clock) -> Period:
    return _dated(_of(m["month"]), m["first"], m["last"], m["year"], clock)


def _read_iso(m: re.Match[str], _: Clock) -> Period:
    return calendar.day(int(m["d"]), int(m["m"]), int(m["y"]))


def _read_months(m: re.Match[str], _: Clock) -> Period:
    year = int(m["year"])
    return calendar.span(
        calendar.month(_of(m["month"]), year), calendar.month(_of(m["last"]), year)
    )


def _read_month(m: re.Match[str], clock: Clock) -> Period:
    number = _of(m["month"])
    if year := _group(m, "year"):
        return _part(m, calendar.month(number, int(year)))
    return _part(m, calendar.yearless(clock, lambda year: calendar.month(number, year)))


def _read_year(m: re.Match[str], _: Clock) -> Period:
    return _part(m, calendar.year(int(m["year"])))


def _read_years(m: re.Match[str], _: Clock) -> Period:
    first, last = m["year"], m["last"]
    return calendar.years(int(first), int(first[: 4 - len(last)] + last))


def _read_season(m: re.Match[str], clock: Clock) -> Period:
    name, year = m["season"].lower(), _group(m, "year")
    if year and _group(m, "last"):  # the winter that joins two years
        return Period(date(int(year), 12, 1), calendar.month(2, int(year) + 1).latest)
    if year:
        return calendar.season(name, int(year))
    return calendar.yearless(clock, lambda number: calendar.season(name, number))


def _read_decade(m: re.Match[str], _: Clock) -> Period:
    digits = _group(m, "digits")
    if digits is None:
        return _part(m, calendar.decade(1900 + _TENS[m["tens"].lower()]))
    return _part(m, calendar.decade(int(digits.rjust(3, "9").rjust(4, "1"))))


def _read_century(m: re.Match[str], _: Clock) -> Period:
    nth = m["nth"].lower()
    return _part(m, calendar.century(_NTH.get(nth) or _number(nth)))


def _read_fraction(m: re.Match[str], _: Clock) -> Period:
    which, of = m["which"].lower(), int(m["year"])
    if m["piece"] == "half":
        first, last = _HALVES.get(which, (1, 12))
    else:
        first = _QUARTERS.get(which, 1) * 3 - 2
        last = first + 2
    return calendar.span(calendar.month(first, of), calendar.month(last, of))


def _read_weekday(m: re.Match[str], clock: Clock) -> Period:
    ahead = (_group(m, "which") or "").lower().startswith(("next", "coming"))
    return calendar.weekday(clock, _WEEKDAYS.index(m["weekday"].lower()), ahead=ahead)


def _read_whole(m: re.Match[str], clock: Clock) -> Period:
    which = m["which"].lower().split()[-1]
    step = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}.get(which)
    return UNKNOWN if step is None else _part(m, calendar.whole(clock, step, m["unit"]))


def _read_part_of_whole(m: re.Match[str], clock: Clock) -> Period:
    """'Earlier this year' ends, and 'later this year' begins, at the document's date."""
    year = calendar.whole(clock, 0, m["unit"])
    if m["which"].lower() == "earlier":
        return Period(year.earliest, clock.published)
    return Period(clock.published, year.latest)


def _count(words: str | None) -> float | None:
    """How many; None for "several" and its like."""
    if words is None or words.lower() in {"a", "an"}:
        return 1
    return number(words)


def _read_ago(m: re.Match[str], clock: Clock) -> Period:
    count = _count(m["count"]) if m["count"] else None
    if count is None:
        return Period(None, clock.published)
    return calendar.ago(clock, count, m["unit"])


def _read_recent(m: re.Match[str], clock: Clock) -> Period:
    if (m["which"] or "").lower() in {"next", "coming"}:
        return calendar.coming(clock, _count(m["count"]), m["unit"])
    count = _count(m["count"]) if m["count"] else None
    return calendar.recent(clock, count, m["unit"])


def _read_duration(m: re.Match[str], clock: Clock) -> Period:
    """'For four years' is dated only where the verb reaches to the present."""
    count = _count(m["count"]) if m["count"] else None
    return calendar.recent(clock, count, m["unit"]) if clock.ongoing and count else UNKNOWN


def _read_unknown(_: re.Match[str], __: Clock) -> Period:
    return UNKNOWN


def _read_today(_: re.Match[str], clock: Clock) -> Period:
    return Period(clock.published, clock.published)


def _read_near_day(m: re.Match[str], clock: Clock) -> Period:
    return calendar.ago(clock, 1 if m[0].lower() == "yesterday" else -1, "day")


def _read_past(_: re.Match[str], clock: Clock) -> Period:
    return Period(None, clock.published)


def _read_september_11(_: re.Match[str], __: Clock) -> Period:
    return calendar.day(11, 9, 2001)


def _any_case(pattern: str) -> str:
    return f"(?i:{pattern})"


_RELATIVE = (
    r"last|this\s+past|past|this|the\s+current|next"
    r"|the\s+(?:coming|previous|preceding|following|same)"
)
_TODAY = (
    r"now|today|currently|presently|nowadays|tonight|these\s+days|at\s+present|at\s+the\s+moment"
    r"|right\s+now|at\s+this\s+(?:time|moment|point)|as\s+of\s+now"
)
_PAST = (
    r"to\s+date|so\s+far|until\s+now|up\s+to\s+now|to\s+this\s+day|thus\s+far|(?:most\s+)?recently"
    r"|lately|previously|formerly|in\s+the\s+(?:recent\s+|distant\s+)?past|long\s+ago"
)
_VAGUE = r"at\s+the\s+(?:same\s+)?time|(?:on\s+)?that\s+(?:same\s+)?(?:day|week|month|year)"
_AFTERWARDS = r"later|earlier|before(?:hand)?|afterwards?|prior(?!\s+to)|hence|after\s+that"

_TABLE: tuple[tuple[str, Reader, bool], ...] = (
    (
        rf"(?:the\s+)?September\s+11(?:th)?(?=(?:,?\s+{_YEAR})?(?:\s+terrorist)?\s+attacks)",
        _read_september_11,
        False,
    ),
    (rf"(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>\d\d)(?!\d)", _read_iso, False),
    (
        (
            rf"(?P<first>{_DAY})(?:(?:{_DASH}|\s+(?:to|and)\s+)(?P<last>{_DAY}))?\s+(?:of\s+)?"
            rf"(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR}))?"
        ),
        _read_day,
        False,
    ),
    (
        (
            rf"(?P<month>{_MONTH})\s+(?P<first>{_DAY})(?:(?:{_DASH}|\s+and\s+)(?P<last>{_DAY}))?"
            rf"(?:,?\s+(?P<year>{_YEAR}))?(?![\d:]|,\d)"
        ),
        _read_day,
        False,
    ),
    (
        rf"(?P<month>{_MONTH})(?:{_DASH}|\s+(?:to|and|through)\s+)(?P<last>{_MONTH}),?\s+(?P<year>{_YEAR})",
        _read_months,
        False,
    ),
    (
        rf"(?:the\s+)?{_PART}?(?P<month>{_MONTH})(?:,?|\s+of)\s+(?P<year>{_YEAR})",
        _read_month,
        False,
    ),
    (rf"{_PART}?(?P<month>{_MONTH})(?!\s+\d)", _read_month, True),
    (rf"(?P<year>{_YEAR}){_DASH}(?P<last>(?:(?:1[89]|20)\d\d|\d\d)(?!\d))", _read_years, False),
    (
        rf"(?:the\s+)?{_PART}?{_SEASON}(?:\s+of)?,?\s+(?P<year>{_YEAR})(?:{_DASH}(?P<last>\d\d(?:\d\d)?)(?!\d))?",
        _read_season,
        False,
    ),
    (
        rf"(?:[Ll]ast|[Tt]his(?:\s+past)?)\s+{_SEASON}\b",
        _read_season,
        False,
    ),
    (
        rf"(?:the\s+)?(?P<which>first|second|third|fourth|last|latter)\s+(?P<piece>half|quarter)\s+of\s+(?P<year>{_YEAR})",
        _read_fraction,
        False,
    ),
    (rf"(?:the\s+)?{_PART}(?P<year>{_YEAR})", _read_year, False),
    (rf"(?:the\s+year\s+)?(?P<year>{_YEAR})", _read_year, False),
    (
        rf"(?:the\s+)?{_PART}?(?:(?P<digits>(?:1[89]|20)\d0)['\u2019]?s)",
        _read_decade,
        False,
    ),
    (rf"(?:the\s+)?{_PART}?['\u2018\u2019](?P<digits>\d0)s", _read_decade, False),
    (
        rf"the\s+{_PART}?(?P<tens>{'|'.join(_TENS)})\b",
        _read_decade,
        False,
    ),
    (
        rf"(?:the\s+)?{_PART}?(?P<nth>{'|'.join(_NTH)}|(?:1\d|2[01])(?:st|nd|rd|th))[-\s]century",
        _read_century,
        False,
    ),
    (r"9/11(?:/(?:20)?01)?(?!\d)", _read_september_11, False),
    (
        (
            rf"(?:(?P<which>{_any_case(_RELATIVE)})\s+)?"
            rf"{_WEEKDAY}(?:\s+(?:morning|afternoon|evening|night))?"
        ),
        _read_weekday,
        False,
    ),
    (
        _any_case(
            rf"{_PART}?(?P<which>{_RELATIVE})\s+(?P<unit>day|week|month|year|decade|century)(?!s)\b"
        ),
        _read_whole,
        False,
    ),
    (
        _any_case(r"(?P<which>earlier|later)\s+this\s+(?P<unit>week|month|year|decade)"),
        _read_part_of_whole,
        False,
    ),
    (_any_case(rf"{_ROUGH}(?:{_COUNT}\s+)?{_UNIT}s?\s+ago"), _read_ago, False),
    (
        _any_case(
            rf"(?:(?:the|these)\s+)?(?P<which>last|past|previous|recent|next|coming)\s+"
            rf"(?:{_COUNT}\s+)?(?P<unit>day|week|month|year|decade)s\b"
        ),
        _read_recent,
        False,
    ),
    (_any_case(rf"{_ROUGH}(?:{_COUNT}\s+)?{_UNIT}s?\s+(?:{_AFTERWARDS})"), _read_unknown, False),
    (_any_case(rf"{_ROUGH}(?:{_COUNT}(?:\s+|-))?{_UNIT}s?\b"), _read_duration, True),
    (_any_case(_TODAY), _read_today, False),
    (r"(?i:yesterday|tomorrow)", _read_near_day, False),
    (_any_case(_PAST), _read_past, False),
    (_any_case(_VAGUE), _read_unknown, False),
)
_PATTERNS = tuple(
    (re.compile(rf"(?<![\w$€£.,/])(?:{pattern})(?!\w)"), reader, weak)
    for pattern, reader, weak in _TABLE
)


def unit_at(text: str, position: int) -> Unit | None:
    """The longest date written at this position."""
    found = [
        Unit(match.start(), match.end(), match, reader, weak)
        for pattern, reader, weak in _PATTERNS
        if (match := pattern.match(text, position))
    ]
    return max(found, key=lambda unit: unit.end) if found else None
