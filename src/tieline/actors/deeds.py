"""Whether a noun is said to act, as only actors do."""

from tieline.actors import nouns
from tieline.actors.phrases import first_conjunct
from tieline.model.analysis import Analysis, Token

_DEEDS = nouns.ACTING | nouns.load("harming_verbs") | nouns.load("reporting_verbs")
_OWNED = nouns.load("owned_by_actors")
_VERBAL = frozenset(["AUX", "VERB"])


def does(analysis: Analysis, noun: Token) -> bool:
    """Whether the noun does something, has it done by it, or owns what actors own."""
    noun = first_conjunct(analysis, noun)
    head = analysis.head(noun)
    if noun.dep == "pobj":
        return head.dep == "agent" and analysis.head(head).lemma in _DEEDS
    if noun.dep == "poss":
        return head.lemma in _OWNED
    if noun.dep != "nsubj" or head.pos not in _VERBAL:
        return False
    return any(verb.lemma in _DEEDS for verb in (head, *analysis.children(head, "xcomp")))
