"""Folds names and running text to the same keys, keeping where each word stands."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Straight, curly, grave, acute and modifier apostrophes, prime; ain and hamza.
APOSTROPHES = "'\u2019\u2018`\u00b4\u02bf\u02be\u02bc\u2032"
_MARKS = f"[{APOSTROPHES}]"
# Dotted capitals ("U.S."), or letters and digits with inner apostrophes ("Qa'ida").
_WORD = re.compile(rf"(?:[A-Z]\.){{2,}}|(?:[A-Z]\.)+[A-Z]\b|[^\W_]+(?:{_MARKS}[^\W_]+)*")
_POSSESSIVE = re.compile(rf"{_MARKS}[sS]$")
_NOT_LETTERS = re.compile(rf"[{APOSTROPHES}.]")
# Letters without a decomposition: dotless i, o with stroke, l with stroke, d with stroke, eth.
_ODD = str.maketrans(
    {"\u0131": "i", "\u00f8": "o", "\u0142": "l", "\u0111": "d", "\u00f0": "d", "\u00e6": "ae"}
)
_HYPHENS = "-\u2010\u2011"
# Between the words of one name: a possessive, the point of an initial, blanks, hyphens, a soft
# line break, an opening bracket.
_GAP = re.compile(
    rf"(?:{_MARKS}[sS])?\.?[-\u2010\u2011\u2013 \t\u00a0{APOSTROPHES}]{{0,3}}"
    r"(?:\r?\n[ \t]*)?\(?"
)
ARTICLES = frozenset(["al", "el", "ul", "ash", "as", "ad", "ar", "an", "at", "az"])


class Word(NamedTuple):
    """A word of a text: `folded` for comparing, `exact` its capitals kept, dots dropped."""

    folded: str
    exact: str
    begin: int
    end: int


def words(text: str, begin: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of text, a possessive 's left off, with offsets into `text`."""
    found = []
    for match in _WORD.finditer(text, begin, len(text) if end is None else end):
        raw = match[0]
        if len(raw) > 2 and _POSSESSIVE.search(raw):  # noqa: PLR2004 - a letter and 's
            raw = raw[:-2]
        folded, exact = _fold(raw)
        found.append(Word(folded, exact, match.start(), match.start() + len(raw)))
    return _joined_articles(text, found)


@lru_cache(maxsize=10_000)
def key(name: str) -> str:
    """One folded string for a name, for comparing two names."""
    return " ".join(word.folded for word in without_article(words(name)))


def without_article(found: list[Word]) -> list[Word]:
    """The words of a name less a leading "the" or "al-", unless nothing would be left."""
    if len(found) > 1 and found[0].folded in {"the", "al"}:
        return found[1:]
    return found


def joined(text: str, left: Word, right: Word) -> bool:
    """Whether two words may belong to one name, by what stands between them."""
    return _GAP.fullmatch(text, left.end, right.begin) is not None


def hyphenated(text: str, left: Word) -> bool:
    """Whether a hyphen follows the word at once."""
    return left.end < len(text) and text[left.end] in _HYPHENS


@lru_cache(maxsize=100_000)
def _fold(raw: str) -> tuple[str, str]:
    exact = _NOT_LETTERS.sub("", raw)
    if exact.isascii():
        return exact.lower(), exact
    plain = unicodedata.normalize("NFKD", exact.translate(_ODD))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return plain.translate(_ODD).casefold(), exact


def _joined_articles(text: str, found: list[Word]) -> list[Word]:
    """With "ash-Sham" and "el-Sham" as "al-Sham", "Lashkar-i-Taiba" as "Lashkar-e-Taiba"."""
    for position, word in enumerate(found):
        if word.folded in ARTICLES and hyphenated(text, word):
            found[position] = word._replace(folded="al")
        elif word.exact in {"i", "e"} and position and _between_words(text, word):
            found[position] = word._replace(folded="e")
    return found


def _between_words(text: str, word: Word) -> bool:
    before, after = text[word.begin - 1 : word.begin], text[word.end : word.end + 1]
    return before != "" and before in _HYPHENS + " " and after != "" and after in _HYPHENS + " "
