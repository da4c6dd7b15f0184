"""Quantities, their values and units, and what they count."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieline.claims import quantities
from tieline.claims.amounts import amount_at
from tieline.claims.numerals import number
from tieline.model.analysis import Analysis, Token

Parse = Callable[[str], Mapping[int, Analysis]]
Word = Callable[[Mapping[int, Analysis], str], tuple[int, Token]]

STATED = [
    ("At least six factions joined the front.", "At least six", "≥", 6, "factions"),
    ("The army killed more than 1,700 people.", "more than 1,700", ">", 1700, "people"),
    ("The army wounded up to 1.2 million others.", "up to 1.2 million", "≤", 1_200_000, "others"),
    ("Fewer than 40 rebels fled.", "Fewer than 40", "<", 40, "rebels"),
    ("An estimated 6,000 rebels fled.", "An estimated 6,000", "≈", 6000, "rebels"),
    ("Nearly fifty rebels fled.", "Nearly fifty", "≈", 50, "rebels"),
    ("More than forty (40) clans fled.", "More than forty (40)", ">", 40, "clans"),
    ("The army freed 150 hardcore cadres.", "150", "=", 150, "hardcore cadres"),
    ("Between 3,000 and 5,000 fighters fled.", "Between 3,000 and 5,000", "≥", 3000, "fighters"),
    ("The state sent 4,000\u20135,000 troops.", "4,000\u20135,000", "≥", 4000, "troops"),
    ("Tens of thousands of rebels fled.", "Tens of thousands", "≥", 20_000, "rebels"),
    ("Dozens were killed.", "Dozens", "≥", 24, None),
    ("Several hundred rebels fled.", "Several hundred", "≥", 200, "rebels"),
    ("Several factions fled.", "Several", "≈", None, "factions"),
    ("Exiles are one third of manpower.", "one third", "=", 1 / 3, "share of manpower"),
    ("It lost 30 percent of its men.", "30 percent", "=", 0.3, "share of men"),
    ("It holds half of the land.", "half", "=", 0.5, "share of land"),
    ("It holds nearly two thirds of the land.", "nearly two thirds", "≈", 2 / 3, "share of land"),
    ("Most of the clans agree.", "Most", ">", 0.5, "share of clans"),
    ("The state paid $2 million to the clan.", "$2 million", "=", 2_000_000, "USD"),
    ("The clan paid about 50,000 Chinese yuan.", "about 50,000 Chinese yuan", "≈", 50_000, "CNY"),
    ("The clan attacked the port three times.", "three times", "=", 3, "times"),
]


@pytest.mark.parametrize(("text", "words", "comparator", "value", "unit"), STATED)
def test_quantity(  # noqa: PLR0913, PLR0917 - a row of the table above
    parse: Parse, text: str, words: str, comparator: str, value: float | None, unit: str | None
) -> None:
    """A quantity keeps its words, how it is bounded, its value and what is counted."""
    (analysis,) = parse(text).values()

    (found,) = quantities.find(analysis, text)

    assert (found.text, found.comparator, found.unit) == (words, comparator, unit)
    assert found.value == (None if value is None else pytest.approx(value))
    assert text[found.begin : found.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "The council adopted Resolution 1373 in 2001.",
        "It fell under Section 7 of the act.",
        "A man aged 45 fled.",
        "A 30-year-old teacher fled.",
        "The war lasted 26 years.",
        "On 14 May 2015 the clan fled.",
        "The third faction fled.",
        "One employee fled.",
    ],
)
def test_no_quantity(parse: Parse, text: str) -> None:
    """Labels, ages, dates, lengths of time, ordinals and "one" count nothing."""
    (analysis,) = parse(text).values()

    assert quantities.find(analysis, text) == ()


@pytest.mark.parametrize(
    ("text", "wanted", "words"),
    [
        ("At least six factions joined two fronts.", "factions", "At least six"),
        ("At least six factions joined two fronts.", "fronts", "two"),
        ("Hundreds of fighters joined the front.", "fighters", "Hundreds"),
        ("Hundreds of fighters joined the front.", "front", None),
    ],
)
def test_noun(parse: Parse, word: Word, text: str, wanted: str, words: str | None) -> None:
    """A quantity belongs to the noun it counts and to no other."""
    analyses = parse(text)
    index, token = word(analyses, wanted)
    found = quantities.find(analyses[index], text)

    quantity = quantities.for_noun(analyses[index], token, found)

    assert (quantity and quantity.text) == words


@pytest.mark.parametrize(
    ("text", "wanted", "words"),
    [
        ("The army killed at least 40 rebels.", "killed", "at least 40"),
        ("Dozens were killed.", "killed", "Dozens"),
        ("The clan twice attacked the port.", "attacked", "twice"),
        ("Six factions attacked the port.", "attacked", None),
    ],
)
def test_predicate(parse: Parse, word: Word, text: str, wanted: str, words: str | None) -> None:
    """A predicate's quantity is of its object, or how often it happened."""
    analyses = parse(text)
    index, token = word(analyses, wanted)
    found = quantities.find(analyses[index], text)

    quantity = quantities.for_predicate(analyses[index], token, found)

    assert (quantity and quantity.text) == words


@given(st.integers(0, 10**12))
def test_figures(value: int) -> None:
    """Figures are read back, with or without separators."""
    assert number(str(value)) == value
    assert number(f"{value:,}") == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("two hundred and fifty", 250), ("twenty-five", 25), ("3 million", 3e6), ("many", None)],
)
def test_words(words: str, value: float | None) -> None:
    """Numbers in words are read, other words are none."""
    assert number(words) == value


@given(st.text(alphabet="0123456789,. -$%abtwo hundred", max_size=30))
def test_amounts_stay_inside(text: str) -> None:
    """An amount is a stretch of the text from the position asked, with a value of its own."""
    amount = amount_at(text, 0)

    assert amount is None or (amount.begin == 0 and 0 < amount.end <= len(text))
