"""What a text says a name is: "X, a money-changer", "his deputy, X", "a force known as X"."""

from collections.abc import Callable, Iterator

from tieline.actors.phrases import is_plural
from tieline.actors.salience import SUBJECTS
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention, MentionForm

_NAMING = frozenset(["know", "call", "name", "dub", "style"])
_ABBREVIATED = {"gen": "general", "col": "colonel", "sheik": "sheikh", "shaykh": "sheikh"}
_TITLES = frozenset("general colonel sheikh emir president minister governor commander".split())
_NOTHING: frozenset[str] = frozenset()
_TOLD = SUBJECTS | {"appos"}
_BEFORE = ("compound", "nmod", "amod")


def called(analysis: Analysis, name: Token) -> frozenset[str]:
    """Lemmas of the nouns that are said of a name in its sentence."""
    if not analysis.children(name) and name.dep not in _TOLD:
        return _NOTHING
    nouns = frozenset(token.lemma for token in _said_of(analysis, name) if token.pos == "NOUN")
    return nouns | frozenset(_titles(analysis, name))


def _titles(analysis: Analysis, name: Token) -> Iterator[str]:
    """Titles before a name: "Gen. X", "Sheikh X"."""
    for token in (*analysis.children(name, *_BEFORE), name):
        word = token.text.lower().rstrip(".")
        if token.text[0].isupper() and (word in _ABBREVIATED or word in _TITLES):
            yield _ABBREVIATED.get(word, word)


def _said_of(analysis: Analysis, name: Token) -> Iterator[Token]:
    yield from analysis.children(name, "appos", *_BEFORE)
    above = analysis.head(name)
    if name.dep == "appos":
        yield above
    if name.dep in SUBJECTS and above.lemma == "be":
        yield from analysis.children(above, "attr")


def named_by(
    analysis: Analysis, noun: Token, mention_at: Callable[[Token], Mention | None]
) -> Mention | None:
    """The name that says at once who a singular description is."""
    if is_plural(noun) or not _may_be_named(analysis, noun):
        return None
    found = (mention_at(token) for token in _names_for(analysis, noun))
    names = [m for m in found if m is not None and m.form is MentionForm.NAME]
    return names[0] if len(names) == 1 else None


def _may_be_named(analysis: Analysis, noun: Token) -> bool:
    return noun.dep in SUBJECTS or any(c.dep in {"appos", "acl"} for c in analysis.children(noun))


def _names_for(analysis: Analysis, noun: Token) -> Iterator[Token]:
    yield from analysis.children(noun, "appos")
    above = analysis.head(noun)
    if noun.dep in SUBJECTS and above.lemma == "be":
        yield from analysis.children(above, "attr")
    for clause in analysis.children(noun, "acl"):
        if clause.lemma in _NAMING:
            yield from analysis.children(clause, "oprd")
            for preposition in analysis.children(clause, "prep"):
                yield from analysis.children(preposition, "pobj")
