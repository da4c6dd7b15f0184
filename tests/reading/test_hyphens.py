"""Words broken at the end of a line."""

import pytest

from tieline.reading.parsing.hyphens import Mender


@pytest.mark.parametrize(
    ("left", "right", "elsewhere", "joint"),
    [
        ("in any mean", "ingful way", "", ""),
        ("the al", "Shabab men", "", "-"),
        ("the al", "qaeda men", "", "-"),
        ("of non", "state groups", "", "-"),
        ("of non", "sense", "such nonsense", ""),
        ("its long", "term aims", "a long-term aim", "-"),
        ("its long", "term aims", "a long-term and longterm and longterm aim", ""),
        ("from 2014", "2016", "", "-"),
        ("a cross", "border raid", "Cross-border raids", "-"),
        ("an odd", "", "", "-"),
    ],
)
def test_a_hyphen_stays_where_the_word_has_it(
    left: str, right: str, elsewhere: str, joint: str
) -> None:
    """The rest of the document decides, then capitals, digits and prefixes."""
    assert Mender([elsewhere]).joint(left, right) == joint
