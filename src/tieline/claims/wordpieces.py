"""Cuts words into the pieces the encoder knows: WordPiece (Wu et al. 2016), longest first."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

UNKNOWN, BEGIN, END = "[UNK]", "[CLS]", "[SEP]"
_LONGEST = 60  # code points; a longer word is one unknown piece


@dataclass(frozen=True)
class WordPieces:
    """An uncased vocabulary: piece to number; pieces inside a word begin with "##"."""

    numbers: dict[str, int]

    @classmethod
    def shipped(cls) -> "WordPieces":
        """The vocabulary of the shipped encoder."""
        return cls.of(read_shipped("vocabulary.txt"))

    @classmethod
    def of(cls, lines: str) -> "WordPieces":
        """From the vocabulary's file: one piece a line, numbered from 0."""
        return cls({piece: number for number, piece in enumerate(lines.splitlines())})

    def begin(self) -> int:
        """What every sentence opens with."""
        return self.numbers[BEGIN]

    def end(self) -> int:
        """What every sentence closes with."""
        return self.numbers[END]

    def pieces(self, word: str) -> tuple[int, ...]:
        """Numbers of the pieces of a word, with marks apart; none for white space."""
        return _pieces(self, word)

    def __hash__(self) -> int:
        return id(self)


def read_shipped(name: str) -> str:
    """A text that came with the encoder."""
    return files("tieline.claims").joinpath("scorer_data", name).read_text(encoding="utf-8")


@lru_cache(maxsize=50_000)
def _pieces(vocabulary: WordPieces, word: str) -> tuple[int, ...]:
    return tuple(n for part in _parts(word) for n in _cut(vocabulary.numbers, part))


def _parts(word: str) -> Iterator[str]:
    """Lower case without accents; each punctuation mark is a part of its own."""
    plain = "".join(
        c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn"
    )
    begin = 0
    for at, character in enumerate(plain):
        if not character.isalnum():
            if begin < at:
                yield plain[begin:at]
            if not character.isspace() and unicodedata.category(character)[0] != "C":
                yield character
            begin = at + 1
    if begin < len(plain):
        yield plain[begin:]


def _cut(numbers: dict[str, int], part: str) -> list[int]:
    found: list[int] = []
    begin = 0
    while begin < len(part) <= _LONGEST:
        opening = "##" if begin else ""
        size = next(
            (e for e in range(len(part), begin, -1) if opening + part[begin:e] in numbers), 0
        )
        if not size:
            return [numbers[UNKNOWN]]
        found.append(numbers[opening + part[begin:size]])
        begin = size
    return found or [numbers[UNKNOWN]]
