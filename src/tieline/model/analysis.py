"""A sentence as a parser sees it, free of any parser's own classes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a sentence stands in the document; `paragraph` counts from 0."""

    begin: int
    end: int
    paragraph: int
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `head` is an index into the sentence; a root is its own head.

    `begin` and `end` are code points into the document's text. `tag` is the Penn
    tag, `pos` the universal one, `dep` spaCy's English dependency label, `entity`
    an OntoNotes entity label or "".
    """

    index: int
    text: str
    begin: int
    end: int
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    entity: str = ""
    entity_begins: bool = False


@dataclass(frozen=True)
class Analysis:
    """One parsed sentence."""

    sentence: Sentence
    tokens: tuple[Token, ...]

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                children[token.head].append(token.index)
        return tuple(tuple(indices) for indices in children)

    def head(self, token: Token) -> Token:
        """The token's syntactic head (itself for a root)."""
        return self.tokens[token.head]

    def children(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """Direct dependants in text order, of the given labels if any are given."""
        found = (self.tokens[index] for index in self._children[token.index])
        return tuple(child for child in found if not deps or child.dep in deps)

    def subtree(self, token: Token) -> Iterator[Token]:
        """The token and everything below it, in no particular order."""
        stack = [token.index]
        while stack:
            index = stack.pop()
            yield self.tokens[index]
            stack.extend(self._children[index])

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Heads from the nearest up to the root, without the token itself."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def within(self, begin: int, end: int) -> tuple[Token, ...]:
        """Tokens that overlap the stretch [begin, end) of the document."""
        return tuple(t for t in self.tokens if t.begin < end and begin < t.end)

    def root_of(self, begin: int, end: int) -> Token | None:
        """The token of the stretch whose head lies outside it (None if empty)."""
        inside = self.within(begin, end)
        indices = {token.index for token in inside}
        for token in inside:
            if token.head == token.index or token.head not in indices:
                return token
        return inside[-1] if inside else None
