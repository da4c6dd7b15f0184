"""Runs of capitalised words in a parse, which are names whatever a recogniser says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tieline.actors import nouns
from tieline.actors.folding import ARTICLES
from tieline.model.analysis import Analysis, Token

_HYPHENED = ARTICLES - {"al", "el", "ul"}
_QUOTES = frozenset(["'", "\u2019", "\u2018"])
_PARTICLES = ARTICLES | _QUOTES | nouns.load("particles")
_LINKS = frozenset(["of", "for", "the", "and", "in", "&"])
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th|d)")
_POPULAR = frozenset(["people", "women", "workers", "peoples", "students", "farmers"])
_MAX_LINKS = 3
_FIELDS = frozenset(["intelligence", "affairs", "treasury", "defense", "defence", "security"])
# Capitalised words that open no name at the start of a sentence.
_OPENERS = frozenset(["PRON", "DET", "ADP", "SCONJ", "CCONJ", "ADV", "AUX", "VERB", "PART", "INTJ"])
BODY_WORDS = nouns.load("body_words")
_OF_BODIES = BODY_WORDS | nouns.load("banner_words")
# Tokens in capitals that end a name.
_STOPS = frozenset(["AKA", "A.K.A.", "FKA", "DOB", "POB", "E.O.", "P.L.", "ID", "NA"])


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring tokens that are one name."""

    tokens: tuple[Token, ...]

    @property
    def begin(self) -> int:
        """First code point."""
        return self.tokens[0].begin

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.tokens[-1].end


def runs(analysis: Analysis) -> Iterator[Run]:
    """The runs of a sentence from left to right, none overlapping another."""
    tokens = analysis.tokens
    start = 0
    while start < len(tokens):
        stop = _stop(tokens, start)
        if stop > start:
            yield Run(_trimmed(tokens[start:stop]))
        start = max(stop, start + 1)


def is_capital(token: Token) -> bool:
    """Whether the token may be a word of a name."""
    if not token.text[:1].isupper() or token.text in _STOPS:
        return False
    if token.entity in {"DATE", "TIME", "ORDINAL", "CARDINAL"}:
        return False
    if token.pos == "PROPN" or token.entity:
        return token.pos not in {"PRON", "DET", "SCONJ"}
    return token.index > 0 and token.pos not in _OPENERS


def _stop(tokens: tuple[Token, ...], start: int) -> int:
    """Where a run that begins at `start` stops; `start` itself if none begins there."""
    if not (is_capital(tokens[start]) or _opens_with(tokens, start)):
        return start
    stop = start + 1
    while stop < len(tokens):
        step = _step(tokens, start, stop)
        if not step:
            break
        stop += step
    return stop


def _opens_with(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether a name opens with an article or a number: "al-Kabi", "48th Brigade"."""
    following = tokens[start + 1 : start + 3]
    if len(following) > 1 and following[0].text == "-":
        return tokens[start].text.lower() in ARTICLES and is_capital(following[1])
    return bool(following) and is_ordinal(tokens[start]) and is_capital(following[0])


def is_ordinal(token: Token) -> bool:
    """Whether it is a number in figures such as a unit bears: "48th"."""
    return token.text[0].isdigit() and _ORDINAL.fullmatch(token.text) is not None


def _step(tokens: tuple[Token, ...], start: int, stop: int) -> int:
    """How many more tokens belong to the run: up to the next capital, 0 if none."""
    if is_capital(tokens[stop]):
        return 0 if _is_apposed(tokens, stop) else 1
    if tokens[stop].tag == "POS" and tokens[stop - 1].text.lower() in _POPULAR:
        return 2 if stop + 1 < len(tokens) and is_capital(tokens[stop + 1]) else 0
    if tokens[stop].tag == "POS" and tokens[stop + 1 : stop + 2]:
        return 2 if tokens[stop + 1].text == "Office" else 0
    words: list[str] = []
    for ahead in range(stop, min(stop + _MAX_LINKS + 1, len(tokens))):
        if is_capital(tokens[ahead]) and ahead > stop:
            return ahead - stop + 1 if _links(words, tokens[start:stop]) else 0
        words.append(tokens[ahead].text.lower())
    return 0


def _is_apposed(tokens: tuple[Token, ...], stop: int) -> bool:
    """Two entities side by side are two names: "Prime Minister Sharif" is not cut."""
    token, before = tokens[stop], tokens[stop - 1]
    if not token.entity_begins or before.text == "-" or before.entity == token.entity:
        return False
    following = tokens[stop + 1 : stop + 2]
    full = bool(following) and following[0].entity == "PERSON" == token.entity
    return bool(before.entity) or (full and before.text.lower() in BODY_WORDS | _FIELDS)


def _links(words: list[str], before: tuple[Token, ...]) -> bool:
    if all(word in _PARTICLES for word in words):
        return "-" in words or not _HYPHENED.intersection(words)
    opens_body = any(token.text.lower() in _OF_BODIES for token in before)
    return opens_body and words[0] in {"of", "for"} and all(word in _LINKS for word in words)


def _trimmed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    while len(tokens) > 1 and tokens[-1].text in _QUOTES | {"-"}:
        tokens = tokens[:-1]
    return tokens
