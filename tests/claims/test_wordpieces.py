"""Words cut into the pieces the encoder knows."""

import pytest

from tieline.claims.wordpieces import WordPieces

SMALL = WordPieces.of("[UNK]\n[CLS]\n[SEP]\nfight\n##ers\n##er\n-\n'\ns\ncafe\n")


def _pieces(word: str) -> list[str]:
    names = {number: piece for piece, number in SMALL.numbers.items()}
    return [names[number] for number in SMALL.pieces(word)]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("fight", ["fight"]),
        ("Fighters", ["fight", "##ers"]),
        ("fighter's", ["fight", "##er", "'", "s"]),
        ("fight-fight", ["fight", "-", "fight"]),
        ("Café", ["cafe"]),
        ("zarvia", ["[UNK]"]),
        ("fightzz", ["[UNK]"]),
        (" ", []),
        ("\u200b", []),
    ],
)
def test_pieces(word: str, pieces: list[str]) -> None:
    """The longest known piece comes first; marks stand apart, case and accents go."""
    assert _pieces(word) == pieces


def test_a_word_too_long_to_be_one_is_unknown() -> None:
    """A run of a thousand letters is one unknown piece, found at once."""
    assert _pieces("fight" * 200) == ["[UNK]"]


def test_the_shipped_vocabulary_knows_common_words_whole() -> None:
    """Words that stand for actors are single pieces."""
    shipped = WordPieces.shipped()
    for word in ("country", "army", "militia", "organization", "person", "group", "faction"):
        assert len(shipped.pieces(word)) == 1
