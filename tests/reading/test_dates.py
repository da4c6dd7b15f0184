"""The day of publication in metadata."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieline.reading.dates import full_date


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2018-11-28", date(2018, 11, 28)),
        ("2026-05-17 (snapshot)", date(2026, 5, 17)),
        ("2018-11-28T23:30:00-05:00", date(2018, 11, 28)),
        ("20181128", date(2018, 11, 28)),
        ("2018-11-28, again 2018-11-28", date(2018, 11, 28)),
        (date(2018, 1, 2), date(2018, 1, 2)),
        (datetime(2018, 1, 2, 3, tzinfo=UTC), date(2018, 1, 2)),
    ],
)
def test_a_full_date_is_found(value: object, day: date) -> None:
    """A full ISO date counts, alone or among other words."""
    assert full_date(value) == day


@pytest.mark.parametrize(
    "value",
    ["2018-11", "2018", "November 2018", "2018-13-01", "2018-02-30", "2018-01-01 to 2018-02-01",
     "snapshot <= 2019-08-14", "1-2018-11-28", "2018-11-28-3", "12018-11-28", "", None, 20181128, ["2018-11-28"]],
)  # fmt: skip
def test_anything_less_gives_no_day(value: object) -> None:
    """A month, a year, an impossible or a doubtful day is never rounded to one."""
    assert full_date(value) is None


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    """Any text gives a date or nothing."""
    assert full_date(text) is None or isinstance(full_date(text), date)


@given(st.dates())
def test_iso_dates_round_trip(day: date) -> None:
    """Every day survives being written and read."""
    assert full_date(f"as of {day.isoformat()}.") == day
