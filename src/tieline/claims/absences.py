"""Nobody and nothing: words that deny a statement by leaving one of its parts empty."""

from collections.abc import Iterator

from tieline.claims.cues import cues
from tieline.claims.reversals import UNDENIED, is_negative_phrase
from tieline.model.analysis import Analysis, Token

_NOBODY = frozenset(["none", "nobody", "neither", "few", "nothing", "nowhere"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_OBJECTS = frozenset(["dobj", "dative", "attr", "oprd"])
# Not "with" or "without": "attacked X with no warning".
_REACHING = frozenset("to from by against at under in on into for of".split())
_IDLE = frozenset(["time", "reason", "doubt", "case", "circumstance", "use", "way", "moment"])
_STILL_DENIED = frozenset(["at time", "in case", "under circumstance", "in way", "at moment"])


def empty_part(analysis: Analysis, token: Token, below: Token | None = None) -> Token | None:
    """The first of a word's parties and things that is said to be none, but for the one `below`.

    One is enough: "no court, no commission has …" is not denied twice.
    """
    return next(_empty_parts(analysis, token, below), None)


def _empty_parts(analysis: Analysis, token: Token, below: Token | None) -> Iterator[Token]:
    """Of two coordinated words only the subject of the first serves the second."""
    shared = below is not None and below.dep in {"conj", "nsubj", "nsubjpass"}
    for child in analysis.children(token):
        if below is not None and child.index == below.index:
            continue
        if child.dep in _SUBJECTS or (child.dep in _OBJECTS and not shared):
            if _is_empty(analysis, child):
                yield child
        elif child.dep in {"prep", "agent"} and not shared:
            yield from _of_preposition(analysis, child)


def _of_preposition(analysis: Analysis, preposition: Token) -> Iterator[Token]:
    """ "belonged to no party", "clashed neither with X nor with Y", "at no time"."""
    if _opens_with_neither(analysis, preposition):
        yield preposition
        return
    for noun in analysis.children(preposition, "pobj"):
        phrase = f"{preposition.lemma} {noun.lemma}"
        if noun.lemma in _IDLE and phrase not in _STILL_DENIED:
            continue
        if preposition.lemma in _REACHING and _is_empty(analysis, noun):
            yield noun


def _opens_with_neither(analysis: Analysis, word: Token) -> bool:
    own = analysis.children(word, "preconj", "cc", "neg", "advmod", "det")
    before = analysis.tokens[word.index - 1 : word.index] if word.index else ()
    return any(t.lemma == "neither" and t.index < word.index for t in (*own, *before))


def _is_empty(analysis: Analysis, noun: Token) -> bool:
    if noun.lemma in UNDENIED or _has_exception(analysis, noun):
        return False
    if is_negative_phrase(analysis, noun) or _is_no_one(analysis, noun):
        return True
    if noun.lemma in _NOBODY:
        return noun.lemma != "few" or noun.text.casefold() == "few"
    return any(
        t.lemma in cues().negation.determiners for t in analysis.children(noun, "det", "preconj")
    )


def _is_no_one(analysis: Analysis, noun: Token) -> bool:
    before = analysis.tokens[noun.index - 1].text.casefold() if noun.index else ""
    return noun.lemma == "one" and before == "no"


def _has_exception(analysis: Analysis, noun: Token) -> bool:
    """ "nobody but X", "none other than X", "no fewer than": somebody after all."""
    after = analysis.tokens[noun.index + 1 : noun.index + 2]
    if any(t.text.casefold() in {"but", "except", "other", "less"} for t in after):
        return noun.lemma in _NOBODY or _is_no_one(analysis, noun)
    return any(
        t.text.casefold() in {"fewer", "less", "more", "other"}
        and analysis.tokens[t.index + 1 : t.index + 2]
        and analysis.tokens[t.index + 1].text.casefold() == "than"
        for t in analysis.subtree(noun)
    )
