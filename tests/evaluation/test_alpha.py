import sys

import pytest

from tieline.errors import InstallError
from tieline.evaluation.alpha import alpha


def test_alpha_is_that_of_the_published_example() -> None:
    """Krippendorff's example of nominal data by two observers without gaps: .692.

    K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section B.
    """
    assert alpha(zip("aabbdcccedda", "babbbccceddd", strict=True)) == pytest.approx(
        0.692, abs=0.0005
    )


@pytest.mark.parametrize("values", [[], [("x", "x")], [("x", "x"), ("x", "x")]])
def test_alpha_is_undefined_where_nothing_varies(values: list[tuple[str, str]]) -> None:
    """Without a second value there is no chance to measure agreement against."""
    assert alpha(values) is None


def test_alpha_of_full_agreement_is_one() -> None:
    """Two coders who always say the same agree."""
    assert alpha([("x", "x"), ("y", "y")]) == 1


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who installed only what runs the program is told how to get the rest."""
    monkeypatch.setitem(sys.modules, "nltk.metrics.agreement", None)
    with pytest.raises(InstallError, match="development tools"):
        alpha([("x", "y")])
