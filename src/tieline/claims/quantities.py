"""The quantities a sentence states, and which noun or predicate each belongs to."""

import re
from collections.abc import Iterator, Sequence

from tieline.claims.amounts import Amount, amount_at
from tieline.claims.expressions import expressions
from tieline.claims.wordlists import words
from tieline.model.analysis import Analysis, Token
from tieline.model.claim import Quantity

_WORD = re.compile(r"(?<![\w.,/])(?=[\w$€£¥])")
_NAMED = frozenset(
    {"PERSON", "ORG", "LAW", "PRODUCT", "FAC", "EVENT", "WORK_OF_ART", "TIME", "NORP"}
)
_SPANS_OF_TIME = words(
    """
    year month week day hour minute decade century night
    """
)
_MODIFYING = frozenset(
    ["nummod", "quantmod", "amod", "det", "compound", "nmod", "advmod", "predet"]
)
_ADVERBIAL = frozenset({"advmod", "npadvmod", "nummod", "dep"})
_OBJECTS = ("dobj", "nsubjpass", "attr", "oprd", "dative")
_LABEL = re.compile(
    r"(?:resolutions?|orders?|nos?\.?|section|article|act|paragraph|page|number|res\.|e\.?o\.?"
    r"|chapter|title|annex|aged?|#|§)\s*$",
    re.IGNORECASE,
)
_AGE = re.compile(r"[\s-]*years?[\s-]+olds?\b", re.IGNORECASE)
_LISTING = re.compile(r"\s*\(?\d{1,3}[.)](?:\s|$)")


def find(analysis: Analysis, text: str) -> tuple[Quantity, ...]:
    """Every quantity of a sentence but dates, lengths of time, ages and labels."""
    begin, end = analysis.sentence.begin, analysis.sentence.end
    sentence = text[begin:end]
    dated = [(e.begin, e.end) for e in expressions(sentence)]
    found = []
    for amount in _amounts(sentence, dated):
        quantity = _quantity(analysis, text, amount, begin)
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def _amounts(sentence: str, dated: list[tuple[int, int]]) -> Iterator[Amount]:
    listing = _LISTING.match(sentence)
    done = listing.end() if listing else 0
    for word in _WORD.finditer(sentence):
        if word.start() < done:
            continue
        amount = amount_at(sentence, word.start())
        if amount is None:
            continue
        done = amount.end
        clear = not any(b < amount.end and amount.begin < e for b, e in dated)
        if clear and not _LABEL.search(sentence[: word.start()]) and not _AGE.match(sentence, done):
            yield amount


def _quantity(analysis: Analysis, text: str, amount: Amount, offset: int) -> Quantity | None:
    begin, end = offset + amount.begin, offset + amount.end
    root = _root(analysis, begin, end)
    if root is None or not _counts(analysis, root, amount, text[begin:end]):
        return None
    noun = _counted(analysis, root, end)
    if noun is not None and noun.lemma in _SPANS_OF_TIME:
        return None
    unit = amount.unit or (None if noun is None else _unit(analysis, text, noun, end))
    if amount.share:
        unit = f"share of {unit}" if unit else "share"
    return Quantity(text[begin:end], begin, end, amount.comparator, amount.value, unit)


def _root(analysis: Analysis, begin: int, end: int) -> Token | None:
    """The number itself, or else whatever heads the words of the amount."""
    inside = analysis.within(begin, end)
    figures = [t for t in inside if t.tag == "CD" or t.pos == "NUM"]
    return figures[-1] if figures else analysis.root_of(begin, end)


def _counts(analysis: Analysis, root: Token, amount: Amount, words: str) -> bool:
    """Whether the number counts something, rather than being part of a name or a pronoun."""
    if amount.unit or amount.share:
        return True
    if words.lower() == "one" or root.entity in _NAMED or _in_a_name(analysis, root):
        return False
    if root.tag == "CD" and root.dep == "nummod" and analysis.head(root).index < root.index:
        return analysis.head(root).pos != "PROPN"
    return not (
        root.tag == "CD" and root.dep in {"ROOT", "punct", "appos"} and "=" in amount.comparator
    )


def _in_a_name(analysis: Analysis, figure: Token) -> bool:
    """'The Flight 73 hijacking': a number after a name inside one noun phrase."""
    if figure.tag != "CD" or figure.index == 0:
        return False
    before = analysis.tokens[figure.index - 1]
    return before.pos == "PROPN" and before.head in {figure.index, figure.head}


def _counted(analysis: Analysis, root: Token, end: int) -> Token | None:
    """The noun that is counted."""
    node = root
    while node.dep in _MODIFYING and node.head != node.index:
        node = analysis.head(node)
        if node.begin >= end and node.pos in {"NOUN", "PROPN"}:
            return node
    for inner in (root, node):
        for of in analysis.children(inner, "prep"):
            if of.lemma == "of" and of.end >= end - 2:
                return next(iter(analysis.children(of, "pobj")), None)
    return _next_noun(analysis, end) if root.tag == "CD" else None


def _next_noun(analysis: Analysis, end: int) -> Token | None:
    """The noun that follows a number the parser hung elsewhere ("between 3 and 5 men")."""
    noun = None
    for token in (t for t in analysis.tokens if t.begin >= end):
        if token.pos not in {"NOUN", "ADJ"}:
            break
        noun = token
    return noun if noun is not None and noun.pos == "NOUN" else None


def _unit(analysis: Analysis, text: str, noun: Token, end: int) -> str:
    """The noun with its modifiers, as written after the number."""
    parts = [
        token
        for child in analysis.children(noun, "compound", "amod", "nmod", "conj", "cc")
        for token in analysis.subtree(child)
        if end <= token.begin < noun.begin
    ]
    first = min((token.begin for token in parts), default=noun.begin)
    return " ".join(text[first : noun.end].split())


def for_noun(analysis: Analysis, noun: Token, found: Sequence[Quantity]) -> Quantity | None:
    """The quantity that counts this noun: "six factions", "hundreds of fighters"."""
    for quantity in found:
        root = _root(analysis, quantity.begin, quantity.end)
        if root is not None and _belongs(analysis, root, quantity, noun):
            return quantity
    return None


def _belongs(analysis: Analysis, root: Token, quantity: Quantity, noun: Token) -> bool:
    if quantity.unit == "times":
        return False
    if quantity.begin <= noun.begin < quantity.end:
        return True
    counted = _counted(analysis, root, quantity.end)
    if counted is not None and counted.index == noun.index:
        return True
    above = analysis.head(root)
    return root.dep == "pobj" and above.lemma == "of" and above.head == noun.index


def for_predicate(
    analysis: Analysis, predicate: Token, found: Sequence[Quantity]
) -> Quantity | None:
    """The number of times a deed was done, or of those it was done to."""
    for quantity in found:
        root = analysis.root_of(quantity.begin, quantity.end)
        if root is not None and root.head == predicate.index and root.dep in _ADVERBIAL:
            return quantity
    nouns = [predicate] if predicate.pos == "NOUN" else []
    nouns.extend(analysis.children(predicate, *_OBJECTS))
    nouns.extend(other for noun in list(nouns) for other in analysis.children(noun, "conj"))
    for noun in nouns:
        quantity_of = for_noun(analysis, noun, found)
        if quantity_of is not None:
            return quantity_of
    return None
