from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieline.actors.folding import key, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Qa'ida", "Al Qa’ida"),
        ("al-Qa`ida", "el-Qaida"),
        ("Ahl al-Sham", "Ahl ash-Sham"),
        ("Lashkar-e-Taiba", "Lashkar-i-Taiba"),
        ("Türkiye", "turkiye"),
        ("the Taliban's", "Taliban"),
        ("U.S.", "US"),
    ],
)
def test_spellings_fold_alike(one: str, other: str) -> None:
    """Case, marks, hyphens, diacritics, articles and possessives make no difference."""
    assert key(one) == key(other)


def test_possessive_is_left_off_the_span() -> None:
    """A word's span ends before its possessive s."""
    text = "Iran’s allies"
    word = words(text)[0]
    assert text[word.begin : word.end] == "Iran"


@given(st.text(max_size=80))
def test_every_word_has_its_place(text: str) -> None:
    """Words lie in the text in order and never overlap."""
    found = words(text)
    assert all(0 <= w.begin < w.end <= len(text) for w in found)
    assert all(a.end <= b.begin for a, b in pairwise(found))
