"""Finds registry names in running text with a trie over folded words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from tieline.actors import nouns
from tieline.actors.folding import Word, hyphenated, joined, without_article, words
from tieline.model.actor import ActorKind, NameKind
from tieline.model.period import Period

# Acronyms that are words too: in a line of capitals nobody can tell which is meant.
_WORDS_TOO = nouns.load("words_too")
_PARTICLES = nouns.load("particles")
_SHORT = 4  # a single word without its article must be longer than this
_SHOUT = 0.6
_LONGEST_ACRONYM = 7
_END = ""


class Entry(NamedTuple):
    """What a name leads to. `article` says the name is written with al- before it."""

    actor_id: str
    actor_kind: ActorKind
    kind: NameKind
    period: Period
    article: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A registry name in a text: `text[begin:end]`, and every actor it may be."""

    begin: int
    end: int
    entries: tuple[Entry, ...]


class Named(NamedTuple):
    """A name to be found, and what it leads to."""

    text: str
    entry: Entry


class Gazetteer:
    """A trie of names. Scanning costs one look-up a word."""

    def __init__(self, names: Iterable[Named]) -> None:
        self._root: dict[str, Any] = {}
        for name in names:
            self._add(name)

    def _add(self, name: Named) -> None:
        written = words(name.text)
        if not written:
            return
        kept = without_article(written)
        if written[0].folded == "the" and len(kept) == 1:
            kept = written
        entry = name.entry._replace(article=written[0].folded == "al" and kept is not written)
        for keys in _keys(kept, entry.kind):
            node = self._root
            for key in keys:
                node = node.setdefault(key, {})
            if entry not in node.setdefault(_END, []):
                node[_END].append(entry)

    def scan(self, text: str, begin: int, end: int) -> Iterator[Hit]:
        """Names in a stretch of text, the longest first where they overlap."""
        found = words(text, begin, end)
        loud = _shouts(found)
        position = 0
        while position < len(found):
            length, entries = self._longest(text, found, position)
            kept = tuple(e for e in entries if _fits(e, text, found, position, length, loud=loud))
            if kept:
                yield _hit(text, found, position, length, kept)
            position += length if kept else 1

    def _longest(self, text: str, found: list[Word], start: int) -> tuple[int, list[Entry]]:
        best: tuple[int, list[Entry]] = (0, [])
        nodes = [self._root]
        for position in range(start, len(found)):
            word = found[position]
            if position > start and not joined(text, found[position - 1], word):
                break
            keys = (word.folded, "=" + word.exact)
            nodes = [node[key] for node in nodes for key in keys if key in node]
            if not nodes:
                break
            entries = [entry for node in nodes for entry in node.get(_END, ())]
            if entries:
                best = (position - start + 1, entries)
        return best


def _keys(kept: list[Word], kind: NameKind) -> Iterator[list[str]]:
    """Acronyms keep their case; a demonym in -n or -i has its plural too."""
    whole = kind is NameKind.ACRONYM
    keys = ["=" + w.exact if whole or _is_acronym(w.exact) else w.folded for w in kept]
    yield keys
    if kind is NameKind.DEMONYM and keys[-1][-1] in "in":
        yield [*keys[:-1], keys[-1] + "s"]


def _is_acronym(exact: str) -> bool:
    return 1 < len(exact) <= _LONGEST_ACRONYM and exact.isupper()


def _shouts(found: list[Word]) -> bool:
    """Whether most words of a stretch are in capitals, as in a heading."""
    letters = [word for word in found if word.exact[0].isalpha()]
    capital = sum(word.exact.isupper() and len(word.exact) > 1 for word in letters)
    return len(letters) > 1 and capital >= _SHOUT * len(letters)


def _fits(  # noqa: PLR0913 - a name, where it stands, and in what kind of line
    entry: Entry, text: str, found: list[Word], position: int, length: int, *, loud: bool
) -> bool:
    matched = found[position : position + length]
    if loud and length == 1 and matched[0].exact.lower() in _WORDS_TOO:
        return False
    if not _is_written_as_name(matched):
        return False
    needs_article = entry.article and length == 1 and len(matched[0].folded) <= _SHORT
    return not needs_article or _article_before(text, found, position)


def _is_written_as_name(matched: list[Word]) -> bool:
    """A capital or digit first, or after a particle: "bin Laden", never "taliban"."""
    first = matched[0]
    if first.folded in _PARTICLES and len(matched) > 1:
        first = matched[1]
    return first.exact[0].isupper() or first.exact[0].isdigit()


def _article_before(text: str, found: list[Word], position: int) -> bool:
    if position == 0 or not joined(text, found[position - 1], found[position]):
        return False
    before = found[position - 1]
    return before.folded in {"al", "el"} or (before.folded == "al" and hyphenated(text, before))


def _hit(text: str, found: list[Word], position: int, length: int, kept: tuple[Entry, ...]) -> Hit:
    begin = found[position].begin
    end = found[position + length - 1].end
    if _article_before(text, found, position):
        begin = found[position - 1].begin
    if found[position].folded == "the" and length > 1:
        begin = found[position + 1].begin
    if "(" in text[begin:end] and text[end : end + 1] == ")":
        end += 1
    return Hit(begin, end, kept)
