"""Sentences by rule: where they begin and end, and what they are not cut at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieline.language.segments import sentences


def _texts(text: str) -> list[str]:
    return [text[s.begin : s.end] for s in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Adan Warsame met Dr. Hodan Ali in Baidoa.",
        "The U.S. Treasury named No. 4 on the list.",
        "He spoke of arms, fuel, etc. and left.",
        "The force grew by 3.5 per cent in Jan. 2015.",
        "J. K. Odhiambo led the unit.",
        "It cost $1.2 million, i.e. more than planned.",
        "The envoy asked a question (see Fig. 2) and left.",
    ],
)
def test_one_sentence(text: str) -> None:
    """Abbreviations, initials and decimals end no sentence."""
    assert _texts(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("They fled. The army came.", ["They fled.", "The army came."]),
        ("Did they flee? Yes! All did.", ["Did they flee?", "Yes!", "All did."]),
        ("“They fled.” The army came.", ["“They fled.”", "The army came."]),
        ("  They fled.  ", ["They fled."]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_cut(text: str, parts: list[str]) -> None:
    """A full stop, question or exclamation mark before a new beginning cuts."""
    assert _texts(text) == parts


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_hard_wrapped_lines(newline: str) -> None:
    """A line break inside a sentence cuts nothing, whichever kind it is."""
    text = newline.join(
        [
            "The brigade crossed the river at dawn and held the bridge for as long as",
            "the garrison stayed away. It left at noon.",
        ]
    )

    assert len(_texts(text)) == 2
    assert _texts(text)[1] == "It left at noon."


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_heading(newline: str) -> None:
    """A heading is a sentence of its own and known as one; the paragraphs are counted."""
    text = newline.join(["Background", "", "The brigade fled.", "", "The army came."])
    found = sentences(text)

    assert _texts(text) == ["Background", "The brigade fled.", "The army came."]
    assert [s.heading for s in found] == [True, False, False]
    assert [s.paragraph for s in found] == [0, 1, 2]


@pytest.mark.parametrize("mark", ["-", "*", "•", "1.", "(a)"])
def test_list(mark: str) -> None:
    """Every item of a list stands alone."""
    text = f"The force has\n{mark} two drones\n{mark} nine boats\n"

    assert len(_texts(text)) == 3


def test_a_long_stretch_is_cut() -> None:
    """No sentence is too long for a parser."""
    assert all(len(part) <= 2000 for part in _texts("and so on, " * 1000))


@given(st.text(alphabet=st.sampled_from(list("Ab1 .,;!?\n\r\t“”'()-*#•\u00a0é")), max_size=400))
def test_spans(text: str) -> None:
    """Spans are in order, do not overlap, hold no outer blanks and lose no word."""
    found = sentences(text)
    ends = [0, *(s.end for s in found)]

    assert all(before <= s.begin < s.end for before, s in zip(ends, found, strict=False))
    assert all(part == part.strip() for part in _texts(text))
    assert "".join("".join(_texts(text)).split()) == "".join(text.split())
