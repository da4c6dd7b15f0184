import pytest

from tieline.evaluation.scoring import Tally
from tieline.evaluation.sureness import bins, calibration_error


def test_confidence_that_is_kept_has_no_error() -> None:
    """Of four claims at three quarters, three are right."""
    tally = Tally(sure=[(0.75, True), (0.75, True), (0.75, True), (0.75, False)])
    assert calibration_error(tally) == pytest.approx(0)


def test_error_is_weighted_by_claims() -> None:
    """Three claims off by .1 and one off by .5 make .2."""
    tally = Tally(sure=[(0.9, True)] * 3 + [(0.5, False)])
    assert calibration_error(tally) == pytest.approx(0.2)
    assert [(each.claims, each.right) for each in bins(tally)] == [(1, 0.0), (3, 1.0)]


def test_certainty_is_in_the_last_bin() -> None:
    """A confidence of exactly one does not fall out."""
    assert [each.claims for each in bins(Tally(sure=[(1.0, True), (0.95, True)]))] == [2]


def test_no_claims_no_error() -> None:
    """Nothing read: nothing to be sure of."""
    assert calibration_error(Tally()) is None
