"""Whole time expressions of a text: prepositions, single dates, and the two ends of a stretch."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from tieline.claims.calendar import UNKNOWN, Clock
from tieline.claims.dates import Unit, unit_at
from tieline.model.period import Period

_PREPOSITION = re.compile(
    r"(?P<prep>as\s+of|as\s+early\s+as|as\s+late\s+as|as\s+recently\s+as|as\s+far\s+back\s+as"
    r"|prior\s+to|up\s+to|up\s+until|(?:beginning|starting|dating)\s+(?:in|from|back\s+to|on)"
    r"|some\s*times?\s+(?:in|during|around|after|before)|back\s+in|since|from|between|until|till"
    r"|before|after|following|by|through|throughout|during|in|on|at|around|circa|over|within|for)"
    r"(?:\s+(?:at\s+least|about|around|approximately|roughly|nearly|almost|early\s+in|late\s+in)(?=\s))?"
    r"\s+(?:the\s+(?=\d|\w+day\b|period|night|morning)(?:(?:period|night|morning)\s+(?:of\s+)?)?)?",
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"(?P<prep>post|pre)\s?[-\u2010-\u2013]\s?", re.IGNORECASE)
_TO = re.compile(
    r"\s*(?:,\s*)?(?:to|until|till|through|up\s+to|up\s+until|into|[-\u2010-\u2015])\s*"
    r"(?:at\s+least\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_ONWARD = re.compile(r"\s+(?:on|onwards?|forward)\b(?!\s+the\b)", re.IGNORECASE)
_WORD = re.compile(r"(?<![\w'\u2019])(?=[\w'\u2019])|(?=\b\w)")
_NUMBERED = re.compile(
    r"(?:resolutions?|orders?|nos?\.?|section|article|act|paragraph|page|number|res\.|e\.?o\.?|[$€£#§])"
    r"\s*$",
    re.IGNORECASE,
)
_WITH_WEAK = frozenset(
    ["in", "since", "until", "till", "by", "before", "after", "from", "during", "throughout", "for"]
)
_MONTHS_NOT_WORDS = re.compile(r"(?:early|mid|late|[A-Z])", re.ASCII)
_DURATION = frozenset({"for", "over", "within", "during", "throughout", "after", "in"})


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression as written; `read` dates it by the clock."""

    begin: int
    end: int
    preposition: str
    first: Unit
    last: Unit | None = None
    onward: bool = False

    def read(self, clock: Clock) -> Period:
        """The days it covers; an open end is None."""
        first = self.first.read(clock)
        if self.last is not None:
            return _stretch(first, self.last.read(clock))
        if self.onward:
            return Period(first.earliest, None)
        return _bounded(self.preposition, first)


def expressions(text: str) -> Iterator[Expression]:
    """All time expressions of a text, left to right, without overlap."""
    done = 0
    for word in _WORD.finditer(text):
        if word.start() < done:
            continue
        found = _expression_at(text, word.start())
        if found is not None:
            yield found
            done = found.end


def _expression_at(text: str, position: int) -> Expression | None:
    for pattern in (_PREPOSITION, _COMPOUND):
        lead = pattern.match(text, position)
        if lead is not None:
            found = _with_preposition(text, lead)
            if found is not None:
                return found
    unit = unit_at(text, position)
    if unit is None or unit.weak or _NUMBERED.search(text[:position]):
        return None
    return _extended(text, position, "", unit)


def _with_preposition(text: str, lead: re.Match[str]) -> Expression | None:
    unit = unit_at(text, lead.end())
    preposition = " ".join(lead["prep"].lower().split())
    if unit is None or (unit.weak and not _strong(unit, preposition)):
        return None
    return _extended(text, lead.start(), preposition, unit)


def _strong(unit: Unit, preposition: str) -> bool:
    """A month needs a preposition of time, a length of time one of duration."""
    if "month" in unit.match.groupdict():
        return preposition.rsplit(maxsplit=1)[-1] in _WITH_WEAK - {"for"}
    return preposition in _DURATION


def _extended(text: str, begin: int, preposition: str, unit: Unit) -> Expression:
    joiner = _AND if preposition == "between" else _TO
    joint = joiner.match(text, unit.end)
    if joint is not None and (
        preposition in {"between", "from", "since", ""} or "until" in joint[0]
    ):
        last = unit_at(text, joint.end())
        if last is not None and (not last.weak or "month" in last.match.groupdict()):
            return Expression(begin, last.end, preposition, unit, last)
    onward = _ONWARD.match(text, unit.end) if preposition in {"from", "since"} else None
    end = onward.end() if onward else unit.end
    return Expression(begin, end, preposition, unit, onward=onward is not None)


def _stretch(first: Period, last: Period) -> Period:
    """Both ends; a first month without a year takes the year of the last."""
    begin, end = first.earliest, last.latest
    if begin is not None and end is not None and begin > end:
        return UNKNOWN
    return Period(begin, end)


def _bounded(preposition: str, unit: Period) -> Period:
    if preposition in {"since", "from", "dating from", "dating back to", "starting in"} or (
        preposition.startswith(("beginning", "starting", "as early", "as far"))
    ):
        return Period(unit.earliest, None)
    if preposition in {"until", "till", "by", "up to", "up until", "through"}:
        return Period(None, unit.latest)
    if preposition in {"before", "prior to", "pre", "sometime before"}:
        return Period(None, unit.earliest and unit.earliest - timedelta(days=1))
    if preposition in {"after", "following", "post", "sometime after"}:
        return Period(unit.latest and unit.latest + timedelta(days=1), None)
    return unit
