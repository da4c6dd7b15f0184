"""The words above a statement that bear on its polarity and mood."""

from collections.abc import Iterator

from tieline.claims.absences import empty_part
from tieline.claims.clauses import is_calling
from tieline.claims.cues import cues
from tieline.claims.reversals import PROOFS
from tieline.model.analysis import Analysis, Token

# Links that carry polarity and modality from a word to the one above it.
_CARRIES = frozenset(
    """xcomp dobj pobj prep attr acomp pcomp oprd acl nsubj nsubjpass agent conj dative
    ccomp advcl relcl amod csubj aux""".split()
)


_STOPS = frozenset(["parataxis", "appos", "poss", "dep", "compound", "nmod"])


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


_CASES = PROOFS | frozenset("instance case example question prospect danger risk talk".split())
# With an infinitive of purpose: who did not set out did not do it.
_SETTING_OUT = frozenset(
    "send deploy dispatch come go move march intervene do lift raise cross travel volunteer".split()
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
        above = _next(analysis, token)
        if above is None:
            return
        yield above
        token = above


def _next(analysis: Analysis, token: Token) -> Token | None:
    """The word above that bears on this one, if any."""
    head = analysis.head(token)
    if token.dep == "conj":
        if _shares(analysis, token):
            return _first_conjunct(analysis, token)
        return _above_infinitives(analysis, token, head)
    if token.dep in {"advcl", "ccomp", "relcl"}:
        proof = _missing_proof(analysis, token)
        if proof is not None:
            return proof
    if token.dep == "advcl":
        return head if _is_aim(analysis, token, head) else None
    if token.dep == "acl" and token.tag != "VB":
        return head if _is_content_of(analysis, token) or _is_case(analysis, head) else None
    if token.dep == "relcl":
        return head if _is_none(analysis, head) else None
    if token.dep == "amod":
        return None
    if token.dep == "ccomp" and not _rises(analysis, token, head):
        return None
    return head


def _rises(analysis: Analysis, clause: Token, verb: Token) -> bool:
    """Whether the verb's negation and mood are its clause's; never of what is only asked."""
    asked = any(t.lemma == "whether" for t in analysis.children(clause, "mark"))
    return clause.index > verb.index and _raises(verb) and not asked


def has_to(analysis: Analysis, verb: Token) -> bool:
    """Whether it is an infinitive with "to"."""
    return any(t.lemma == "to" for t in analysis.children(verb, "aux"))


def _above_infinitives(analysis: Analysis, token: Token, head: Token) -> Token | None:
    """ "urged X to disband and to join": the urging; each infinitive has its own negation."""
    both = has_to(analysis, token) and has_to(analysis, head)
    return analysis.head(head) if both and head.dep in {"xcomp", "ccomp"} else None


def _first_conjunct(analysis: Analysis, token: Token) -> Token:
    """ "must stop parading X and start Y": a bare verb is no second gerund but goes with "stop"."""
    head = analysis.head(token)
    mistaken = token.tag == "VB" and head.tag == "VBG" and head.dep in {"xcomp", "pcomp"}
    return analysis.head(head) if mistaken else head


def _is_aim(analysis: Analysis, token: Token, head: Token) -> bool:
    """ "called on X to …", "sent no soldier to fight X": what was to be done."""
    if token.tag != "VB" or analysis.children(token, "nsubj"):
        return is_calling(head) and token.tag == "VB"
    return is_calling(head) or head.lemma in _SETTING_OUT


def _missing_proof(analysis: Analysis, token: Token) -> Token | None:
    """ "no evidence has surfaced that …": the evidence, which stands before the verb."""
    if not any(t.lemma == "that" for t in analysis.children(token, "mark")):
        return None
    subjects = analysis.children(analysis.head(token), "nsubj", "nsubjpass")
    return next((t for t in subjects if t.lemma in PROOFS and _is_no(analysis, t)), None)


def _is_no(analysis: Analysis, noun: Token) -> bool:
    determiners = cues().negation.determiners
    return any(t.lemma in determiners for t in analysis.children(noun, "det", "neg"))


def _is_none(analysis: Analysis, noun: Token) -> bool:
    """ "there is no group that X funds", "there is not one whom X armed"."""
    verb = analysis.head(noun)
    there = any(t.lemma == "there" for t in analysis.children(verb, "expl"))
    return noun.dep == "attr" and there


def _is_case(analysis: Analysis, noun: Token) -> bool:
    """ "found no instance of X's men attacking Y"."""
    of = analysis.head(noun)
    return noun.dep == "pobj" and of.lemma == "of" and analysis.head(of).lemma in _CASES


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
        return not _is_no(analysis, token)
    fresh = analysis.children(token, "nsubj", "nsubjpass", "aux", "auxpass", "neg")
    contrast = [t for t in analysis.children(analysis.head(token), "cc") if t.lemma == "but"]
    adverbs = analysis.children(token, "advmod")
    denied = any(t.lemma in cues().negation.adverbs for t in adverbs)
    return not (fresh or contrast or denied or empty_part(analysis, token) is not None)
