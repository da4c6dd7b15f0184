"""A passage made readable for the parser keeps its length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieline.language.masking import for_parser, with_whole_names

# Letters whose capital is two letters long would move what follows them.
SINGLE = st.characters().filter(lambda c: len(c.upper()) == 1)
SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4)


@given(st.text(max_size=200))
def test_same_length(passage: str) -> None:
    """Whatever the passage, no character moves."""
    assert len(for_parser(passage)) == len(passage)


@given(st.text(alphabet=SINGLE, min_size=60, max_size=90), SPANS)
def test_names_keep_their_length(text: str, spans: list[tuple[int, int]]) -> None:
    """Names become one word each without moving anything behind them."""
    names = [(min(span), max(span)) for span in spans]

    assert len(with_whole_names(text, names)) == len(text)


def test_names_become_words() -> None:
    """A name of several words or with marks inside is one capitalised word."""
    text = "The Al-Noor Front met it."
    begin, end = text.index("Al"), text.index(" met")

    assert with_whole_names(text, [(begin, end)]) == "The AlxNoorxFront met it."
    assert with_whole_names(text, [(0, 3)]) == text


@pytest.mark.parametrize(
    ("passage", "plain"),
    [
        ("“Yes”, it’s", '"Yes", it\'s'),
        ("one\r\ntwo\tthree", "one  two three"),
        ("**bold** word", "  bold   word"),
    ],
)
def test_plain(passage: str, plain: str) -> None:
    """Curly quotes, line ends and markup are made plain."""
    assert for_parser(passage) == plain


def test_formula() -> None:
    """Of a legal formula the words that only list variants are blanked."""
    text = "for having acted or purported to act for or on behalf of, directly or indirectly, Acme"

    assert for_parser(text).split() == ["for", "having", "acted", "for", "Acme"]


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        ("They fought [the Front](https://a.example/x_(y)) there.", "They fought the Front there."),
        ('See ![a map](map.png "Title") of it.', "See a map of it."),
        ("He [sic] said (so).", "He [sic] said (so)."),
    ],
)
def test_links_leave_their_words(passage: str, words: str) -> None:
    """Of a Markdown link the parser sees the words, and nothing moves."""
    plain = for_parser(passage)

    assert plain.split() == words.split()
    assert plain.find("Front") == passage.find("Front")
