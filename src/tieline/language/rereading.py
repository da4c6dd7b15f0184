"""Finds verbs that the parser took for nouns because it had never met the name before them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENERS = frozenset(["DT", "PRP$", "NNP", "NNPS", "PRP"])
_AFTER_PLURAL = frozenset(["with", "against", "from", "for", "alongside"])


def misread_verbs(doc: "Doc", starts: set[int]) -> list[int]:
    """Indices of nouns right after a known name that look like its verb.

    Such a noun is followed by the opening of another noun phrase ("the X attack the
    army"), or has a third person's ending before a preposition ("X cooperates with Y").
    """
    return [token.i for name in doc if name.idx in starts for token in _after(doc, name)]


def _after(doc: "Doc", name: "Token") -> Iterator["Token"]:
    place = name.i + 1
    while place < len(doc) and doc[place].tag_ in {"RB", "RBR"}:
        place += 1
    if place + 1 >= len(doc):
        return
    token, following = doc[place], doc[place + 1]
    if token.tag_ not in {"NN", "NNS"} or not token.text.islower():
        return
    clash = following.tag_ in _OPENERS and following.dep_ not in {"appos", "relcl"}
    third = token.tag_ == "NNS" and following.lower_ in _AFTER_PLURAL
    if clash or third:
        yield token


def familiar(name: "Token") -> str:
    """A name the parser knows; after an article, one that takes it."""
    article = name.i > 0 and name.doc[name.i - 1].lower_ == "the"
    return "Republicans" if article else "Russia"
