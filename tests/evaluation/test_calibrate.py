import pytest

from tieline.claims.confidence import TABLE
from tieline.evaluation.calibrate import Outcome, table, written


def _claims(pattern: str, right: int, wrong: int, *, refers: bool = False) -> list[Outcome]:
    return [Outcome(pattern, refers, n < right) for n in range(right + wrong)]


def test_a_pattern_is_drawn_towards_the_overall_share() -> None:
    """Its own claims count beside ten of the overall share."""
    made = table(_claims("verb", 15, 5) + _claims("noun", 0, 5))
    assert made.overall == pytest.approx(0.6)
    assert made.patterns["verb"] == pytest.approx((15 + 6) / 30)
    assert made.patterns["noun"] == pytest.approx(6 / 15)
    assert made.counts == {"verb": 20, "noun": 5}


def test_a_pattern_seen_with_pronouns_only_has_the_overall_share() -> None:
    """Shares by pattern rest on claims that name both actors."""
    made = table(_claims("verb", 8, 2) + _claims("title", 0, 3, refers=True))
    assert made.patterns["title"] == pytest.approx(0.8)
    assert made.counts["title"] == 0


def test_what_referring_costs_is_measured() -> None:
    """It is what such claims miss of what their patterns promise."""
    made = table(_claims("verb", 8, 2) + _claims("verb", 5, 5, refers=True))
    assert made.referring == pytest.approx(0.3)


def test_referring_never_makes_surer() -> None:
    """Were such claims right more often, that would be chance."""
    assert table(_claims("verb", 5, 5) + _claims("verb", 9, 1, refers=True)).referring == 0


def test_the_table_in_use_is_one_that_was_made() -> None:
    """The shipped file opens as the command writes it and speaks of no test split."""
    head = written(table([]), ["set (dev)"]).split("\n", 1)[0]
    text = TABLE.read_text(encoding="utf-8")
    assert text.startswith(head)
    assert "test" not in text
