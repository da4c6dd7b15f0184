"""The words above a statement that bear on its polarity and mood."""

from collections.abc import Iterator

from tieline.claims.clauses import is_calling
from tieline.claims.cues import cues
from tieline.model.analysis import Analysis, Token

# Links that carry polarity and modality from a word to the one above it.
_CARRIES = frozenset(
    """xcomp dobj pobj prep attr acomp pcomp oprd acl nsubj nsubjpass agent conj dative
    ccomp advcl relcl amod csubj aux""".split()
)


_STOPS = frozenset(["relcl", "parataxis", "appos", "poss", "dep", "compound", "nmod"])


_RAISING = frozenset(
    [
        "think",
        "believe",
        "expect",
        "suppose",
        "imagine",
        "seem",
        "be",
        "let",
        "make",
        "help",
        "see",
        "have",
        "keep",
        "mean",
        "ensure",
        "allow",
    ]
)


_WORDS_OF = frozenset(
    """accusation allegation assertion charge claim contention denial insistence report rumor
    rumour statement suggestion warning""".split()
)


def carrying_path(analysis: Analysis, trigger: Token) -> Iterator[Token]:
    """The trigger and the words above it that bear on it."""
    token = trigger
    yield token
    while token.head != token.index and token.dep in _CARRIES and token.dep not in _STOPS:
        head = analysis.head(token)
        if token.dep == "conj" and not _shares(analysis, token):
            return
        if token.dep == "advcl" and not (is_calling(head) and token.tag == "VB"):
            return
        if token.dep == "acl" and token.tag != "VB" and not _is_content_of(analysis, token):
            return
        if token.dep in {"relcl", "amod"}:
            return
        if token.dep == "ccomp" and not (token.index > head.index and _raises(head)):
            return
        yield head
        token = head


def _is_content_of(analysis: Analysis, token: Token) -> bool:
    """ "no evidence that X …": what is said of the evidence bears on the clause.

    Of somebody's word ("rejects claims that X …") the holders see to denials.
    """
    if analysis.head(token).lemma in _WORDS_OF:
        return False
    return any(t.lemma == "that" for t in analysis.children(token, "mark"))


def _raises(verb: Token) -> bool:
    """Whether a verb's own negation or mood is really its clause's ("does not think that")."""
    book = cues()
    return verb.lemma in _RAISING or verb.lemma in (
        book.hedge.verbs | book.demand.verbs | book.prediction.verbs | book.ending.verbs
    )


def _shares(analysis: Analysis, token: Token) -> bool:
    """A coordinated word takes the first one's negation unless it starts afresh."""
    if token.pos not in {"VERB", "AUX"}:
        return True
    fresh = analysis.children(token, "nsubj", "nsubjpass", "aux", "neg")
    contrast = [t for t in analysis.children(analysis.head(token), "cc") if t.lemma == "but"]
    return not fresh and not contrast
