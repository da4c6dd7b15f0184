"""Makes a passage readable for the parser without moving a single character.

Everything here returns text of the same length, so offsets hold.
"""

import re
from collections.abc import Iterable

Span = tuple[int, int]

_WHITE = re.compile(r"\s")
_MARKUP = re.compile(r"[*_`#|]{1,3}")
# A Markdown link: its words are read, its brackets and its target are not.
_LINK = re.compile(
    r"(?P<open>!?\[)(?P<words>[^\[\]]{1,300})"
    r"(?P<target>\]\((?:[^()\s]|\([^()\s]{0,200}\)){1,2000}(?: \"[^\"]{0,300}\")?\))"
)
_CURLY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00ad": " ", "\u200b": " "})
# Legal formulas whose coordinations no parser survives: the named group is kept.
_FORMULAS = (
    re.compile(
        r"assist(?:ed|ing)(?P<cut>,? (?:in,? )?sponsor(?:ed|ing),? (?:or|and) provid(?:ed|ing)"
        r" (?:(?:financial|material|technological|logistical|other),? (?:or |and )?)+"
        r"support (?:for|to|of),?(?: or)?(?: or)?(?: (?:financial or )?(?:other )?"
        r"(?:goods? (?:or|and) services?|financial services?|goods?|services?)"
        r"(?: to| for)?,?(?: or)?(?: to)?,?(?: or)?(?: in support of)?,?)?)"
    ),
    re.compile(r"act(?:ed|ing)?(?P<cut> or purport(?:ed|ing) to act) for"),
    re.compile(r" for(?P<cut> or on behalf of),?"),
    re.compile(r"(?P<cut>,? directly or indirectly,?)"),
    re.compile(r"(?P<cut>,? and/or )"),
)

# What the first formula leaves of "having materially assisted, sponsored, or provided …".
_PERFECT = re.compile(r"having (?:materially )?assisted  ")


def _as_gerund(match: re.Match[str]) -> str:
    return "assisting ".rjust(len(match[0]))


def for_parser(passage: str) -> str:
    """Plain quotes and blanks, no markup, no legal formulas."""
    plain = _MARKUP.sub(_blank, _LINK.sub(_words_alone, passage.translate(_CURLY)))
    for formula in _FORMULAS:
        plain = formula.sub(_without_cut, plain)
    plain = _PERFECT.sub(_as_gerund, plain)
    return _WHITE.sub(" ", plain)


def with_whole_names(text: str, names: Iterable[Span]) -> str:
    """The text with every name of several words or marks turned into one capitalised word."""
    characters = list(text)
    for begin, end in names:
        inner = text[begin:end]
        if inner.isalnum():
            continue
        word = "".join(c if c.isalnum() else "x" for c in inner)
        characters[begin:end] = word[:1].upper() + word[1:]
    return "".join(characters)


def _words_alone(match: re.Match[str]) -> str:
    return " " * len(match["open"]) + match["words"] + " " * len(match["target"])


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _without_cut(match: re.Match[str]) -> str:
    begin, end = match.start("cut") - match.start(), match.end("cut") - match.start()
    return match[0][:begin] + " " * (end - begin) + match[0][end:]
