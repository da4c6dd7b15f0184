"""Noun phrases in a parse: where they begin and end, and what they are called."""

from dataclasses import dataclass

from tieline.actors import nouns
from tieline.model.analysis import Analysis, Token

_LEFT = frozenset(["amod", "compound", "nmod", "nummod", "advmod", "quantmod", "punct", "npadvmod"])
_DROPPED_TAGS = frozenset(["DT", "PDT", "PRP$", "CD", "WDT", "WP$", "``", "''", "-LRB-", ":", ","])
_DROPPED = nouns.load("quantifiers")
_RANKED = frozenset(["commander", "leader", "cleric", "general", "head", "chief"])
_PLACING = frozenset(
    ["in", "from", "of", "at", "near", "behind", "inside", "outside", "around", "with"]
)
_SEVERAL = frozenset(["several", "some", "many", "most"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun and its modifiers to the left, without determiner, number or possessor."""

    tokens: tuple[Token, ...]

    @property
    def head(self) -> Token:
        """The noun itself."""
        return self.tokens[-1]

    @property
    def begin(self) -> int:
        """First code point."""
        return self.tokens[0].begin

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.tokens[-1].end

    @property
    def name(self) -> str:
        """The words in lower case unless they are proper."""
        words: list[str] = []
        for position, token in enumerate(self.tokens):
            if position and token.begin > self.tokens[position - 1].end:
                words.append(" ")
            kept = is_proper(token) or (token.text.isupper() and len(token.text) > 1)
            words.append(token.text if kept else token.text.lower())
        return "".join(words)


def phrase_of(analysis: Analysis, head: Token) -> Phrase:
    """The phrase a noun heads."""
    first = head.index
    while first > 0 and _belongs(analysis, analysis.tokens[first - 1], head):
        first -= 1
    tokens = analysis.tokens[first : head.index + 1]
    while len(tokens) > 1 and _is_dropped(tokens[0]):
        tokens = tokens[1:]
    return Phrase(tokens)


def is_proper(token: Token) -> bool:
    """Whether the token is part of a name, by its letters and its tag."""
    return token.text[:1].isupper() and (token.pos == "PROPN" or token.tag in {"JJ", "NNP", "NNPS"})


def is_plural(token: Token) -> bool:
    """Whether the noun is plural, by its tag or its sense."""
    return token.tag in {"NNS", "NNPS"} or token.lemma in {"police", "people", "personnel"}


def determiner(analysis: Analysis, head: Token) -> str:
    """The noun's determiner or possessive pronoun in lower case, "" if it has none."""
    for child in analysis.children(head, "det", "poss"):
        if child.tag in {"DT", "PRP$", "WP$"}:
            return child.text.lower()
    return ""


def possessor(analysis: Analysis, head: Token) -> Token | None:
    """The noun before 's: "Pakistan" of "Pakistan's spy agency"."""
    found = [child for child in analysis.children(head, "poss") if child.tag != "PRP$"]
    return found[0] if found else None


def of_complement(analysis: Analysis, head: Token) -> Token | None:
    """The noun after "of": "Taliban" of "members of the Taliban"."""
    for preposition in analysis.children(head, "prep"):
        if preposition.lemma == "of":
            objects = analysis.children(preposition, "pobj")
            return objects[0] if objects else None
    return None


def is_told_of(analysis: Analysis, head: Token) -> bool:
    """Whether the words say of whom a vague noun is meant: "nine families who left Sirte"."""
    if head.lemma in _RANKED:
        return _is_ranked(analysis, head)
    return _is_specified(analysis, head)


def _is_specified(analysis: Analysis, head: Token) -> bool:
    """Whether people or a body are counted, placed or told of: "a court in Basra"."""
    if _is_measure(analysis, head):
        return False
    if analysis.children(head, "relcl", "acl"):
        return True
    placing = _PLACING if is_plural(head) or head.lemma in nouns.BODIES else _PLACING - {"of"}
    if any(t.lemma in placing for t in analysis.children(head, "prep")):
        return True
    return is_plural(head) and _is_counted(analysis, head)


def _is_measure(analysis: Analysis, head: Token) -> bool:
    """Whether it only says what a body is made of: "a militia of 200 men"."""
    above = analysis.head(analysis.head(head))
    of = head.dep == "pobj" and analysis.head(head).lemma == "of"
    return of and above.lemma in nouns.BODIES and head.lemma in nouns.VAGUE


def _is_counted(analysis: Analysis, head: Token) -> bool:
    counts = analysis.children(head, "amod", "nummod", "quantmod")
    return any(t.text.lower() in _SEVERAL or t.tag == "CD" for t in counts)


def _is_ranked(analysis: Analysis, head: Token) -> bool:
    """Whether a "leader" is counted, or said to be somebody's by name."""
    if is_plural(head):
        return _is_counted(analysis, head)
    owner = of_complement(analysis, head)
    return owner is not None and owner.pos == "PROPN" and bool(determiner(analysis, head))


def first_conjunct(analysis: Analysis, token: Token) -> Token:
    """The first of the list the token stands in, which bears the list's place in the clause."""
    while token.dep == "conj" and token.head != token.index:
        token = analysis.head(token)
    return token


def is_announced(analysis: Analysis, token: Token) -> bool:
    """Whether what follows is about it: "As for Washington, …"."""
    before = [t.text.lower() for t in analysis.tokens[max(0, token.index - 2) : token.index]]
    return before == ["as", "for"]


def _belongs(analysis: Analysis, token: Token, head: Token) -> bool:
    """Whether a token left of a noun modifies it, directly or through another modifier."""
    if token.tag in {"DT", "PRP$", "POS"} or token.pos in {"VERB", "ADP"}:
        return False
    while token.head != token.index and token.index < head.index:
        if token.dep not in _LEFT and not _joins_modifiers(token):
            return False
        token = analysis.head(token)
        if token.index == head.index:
            return True
    return False


def _joins_modifiers(token: Token) -> bool:
    """Whether it is "and" or the second adjective of "Arab and European countries"."""
    return token.dep == "cc" or (token.dep == "conj" and token.pos in {"ADJ", "PROPN"})


def _is_dropped(token: Token) -> bool:
    return (
        token.tag in _DROPPED_TAGS
        or token.lemma in _DROPPED
        or token.text.lower() in _DROPPED
        or token.pos in {"PUNCT", "ADV"}
        or not token.text[0].isalpha()
    )
