"""Numbers in figures and in words."""

import re

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: value for value, word in enumerate(_ONES)} | {
    word: 20 + 10 * index for index, word in enumerate(_TENS)
}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
    "score": 20,
}
_WORD = "|".join([*_TENS, *sorted(_ONES, key=len, reverse=True)])
_SCALE = "|".join(name for name in _SCALES if name != "score")
_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"

NUMBER = (
    rf"(?:(?:{_FIGURE})(?:[\s-]+(?:hundred|thousand|million|billion|trillion|dozen)\b)?"
    rf"|(?:(?:an?[\s-]+)?(?:{_SCALE})\b|(?:{_WORD})\b)"
    rf"(?:(?:[\s-]+and)?[\s-]+(?:{_WORD}|{_SCALE})\b)*)"
)
_PIECE = re.compile(rf"{_FIGURE}|[a-z]+", re.IGNORECASE)


def number(words: str) -> float | None:
    """The value of a number in figures or words; None if it is none."""
    total, current, seen = 0.0, 0.0, False
    for piece in _PIECE.findall(words.lower()):
        if piece[0].isdigit():
            current, seen = current + float(piece.replace(",", "")), True
        elif piece in _SMALL:
            current, seen = current + _SMALL[piece], True
        elif piece in _SCALES:
            current, seen = (current or 1) * _SCALES[piece], True
            if piece not in {"hundred", "dozen", "score"}:
                total, current = total + current, 0.0
        elif piece not in {"and", "a", "an"}:
            return None
    return total + current if seen else None
