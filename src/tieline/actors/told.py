"""What the words beside an unknown name say it is: "the charity X", "X, a trader"."""

import re

from tieline.actors import nouns
from tieline.actors.phrases import is_plural
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Token

_ACRONYM = re.compile(r"\s?\([\"“]?([A-Z][A-Z-]{1,7})[\"”]?\)")
_ARMED = frozenset(["militia", "faction", "group", "insurgency", "brigade", "battalion", "gang"])
_CALLED = frozenset(["call", "name", "dub", "nickname"])
_BODIES = (nouns.BODIES | {"umbrella"}) - nouns.load("vague") - {"country", "nation", "state"}


def kind_told(text: str, analysis: Analysis, begin: int, end: int) -> ActorKind | None:
    """The kind that the acronym behind a name says it has, or a noun that is said of it."""
    if _is_spelled_out(text, begin, end):
        return ActorKind.ORGANISATION
    root = analysis.root_of(begin, end)
    if root is None:
        return None
    first = analysis.within(begin, end)[0]
    for said in (*_before(analysis, root, first), *_after(analysis, root)):
        kind = _kind_of(said) or _kind_by_title(said, len(analysis.within(begin, end)))
        if kind is not None:
            return kind
    return None


def _is_spelled_out(text: str, begin: int, end: int) -> bool:
    acronym = _ACRONYM.match(text, end)
    initials = [word[0] for word in re.findall(r"[A-Z]\w+", text[begin:end])]
    return acronym is not None and len(initials) > 1 and acronym[1][0] == initials[0]


def _before(analysis: Analysis, root: Token, first: Token) -> tuple[Token, ...]:
    if root.dep == "appos":
        return (analysis.head(root),)
    before = analysis.tokens[max(0, first.index - 1)]
    if before.lemma in _CALLED and before.tag == "VBN":
        before = analysis.tokens[max(0, before.index - 1)]
    return (before,)


def _after(analysis: Analysis, root: Token) -> tuple[Token, ...]:
    """ "X, an umbrella of six parties" and "X is an accountant"."""
    told = analysis.children(root, "appos")
    verb = analysis.head(root)
    if root.dep == "nsubj" and verb.lemma == "be":
        told = (*told, *analysis.children(verb, "attr"))
    return told


def _kind_of(said: Token) -> ActorKind | None:
    if said.pos != "NOUN":
        return None
    if said.lemma in _BODIES | {"group"}:
        return ActorKind.ARMED_GROUP if said.lemma in _ARMED else ActorKind.ORGANISATION
    single = said.lemma in nouns.PEOPLE and not is_plural(said)
    return ActorKind.PERSON if single else None


def _kind_by_title(said: Token, length: int) -> ActorKind | None:
    """ "The President of Kenya, X Y"."""
    office = said.pos == "PROPN" and said.text.lower() in nouns.PEOPLE
    return ActorKind.PERSON if office and length > 1 else None
