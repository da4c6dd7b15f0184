"""Limits and how the environment sets them."""

import pytest

from tieline.errors import InputError
from tieline.settings import Limits


def test_limits_default_without_environment() -> None:
    """An empty environment leaves the documented defaults."""
    limits = Limits.from_environment({})
    assert limits == Limits()
    assert (limits.bytes, limits.pages, limits.characters) == (50_000_000, 2_000, 5_000_000)
    assert (limits.unpacked, limits.seconds) == (200_000_000, 60)


def test_each_limit_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """TIELINE_MAX_X sets the limit x, underscores allowed, and no other."""
    monkeypatch.setenv("TIELINE_MAX_PAGES", " 3_000 ")
    monkeypatch.setenv("TIELINE_MAX_MEMORY", "9")
    assert Limits.from_environment() == Limits(pages=3_000, memory=9)


@pytest.mark.parametrize("value", ["many", "", "0", "-1", "1.5", "٣", "1e6", "9" * 40])
def test_a_limit_that_is_no_number_is_refused(value: str) -> None:
    """Anything but a whole number above zero is refused by the variable's name."""
    with pytest.raises(InputError, match=r"TIELINE_MAX_BYTES is .*whole number above 0"):
        Limits.from_environment({"TIELINE_MAX_BYTES": value})
