from datetime import date

import pytest

from tieline.cli.days import first_day, last_day, span
from tieline.errors import InputError


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        (" 2018-11-28 ", date(2018, 11, 28), date(2018, 11, 28)),
    ],
)
def test_spans(given: str, first: date, last: date) -> None:
    """A date is a day, or all days of a month or year."""
    assert span(given) == (first, last)
    assert (first_day(given), last_day(given)) == (first, last)


@pytest.mark.parametrize("given", ["", "18", "2018-13", "2018-02-30", "0000", "28.11.2018", "٢٠١٨"])
def test_no_dates(given: str) -> None:
    """Anything else is refused with the forms that are known."""
    with pytest.raises(InputError, match="YYYY"):
        span(given)


def test_none_stays_none() -> None:
    """A date that was not given bounds nothing."""
    assert first_day(None) is None
    assert last_day(None) is None
