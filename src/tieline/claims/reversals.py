"""Turns of phrase that reverse a sentence against its plain words.

"Makes no secret of", "did not hesitate to", "never … without", "the claim that … is
false", "not by X but by Y": each would else be read as its opposite.
"""

from tieline.claims.clauses import is_passive
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention

_DENYING = frozenset(["deny", "dispute", "refute", "rebut"])
UNDENIED = frozenset(["doubt", "secret", "question", "dispute", "denying", "choice", "mystery"])
_NEGATIVE = frozenset(["not", "n't", "never", "no", "hardly", "neither", "nor", "nobody", "none"])
_FALSE = frozenset(
    """false untrue wrong baseless unfounded groundless myth lie fiction nonsense fabrication
    invention fantasy propaganda fallacy misconception canard absurd ridiculous""".split()
)
_SAID = frozenset(
    """claim allegation accusation report idea notion story theory suggestion charge assertion
    contention belief rumor rumour assumption""".split()
)
_SAYING = frozenset(["say", "claim", "think", "believe", "suggest", "pretend", "argue", "assume"])
_TIRING = frozenset(["tire", "tired", "weary", "waver"])  # "never tired of arming"
PROOFS = frozenset(
    "evidence proof sign indication report record trace hint suggestion confirmation".split()
)
_PROVING = frozenset("prove confirm establish show substantiate verify demonstrate".split())
_KEPT_FROM = frozenset(
    """stop keep bar hold restrain prevent block dissuade deter discourage hinder prohibit
    ban""".split()
)
_BEGINNINGS = frozenset(["out", "up", "into"])
_DROPPED = frozenset(["bomb", "shell", "missile", "leaflet", "weapon", "ammunition", "charge"])
_UTTERING = frozenset(["say", "claim", "state", "tell", "suggest", "argue", "allege", "announce"])
_WRONGLY = frozenset(["wrongly", "falsely", "mistakenly", "wrongfully", "erroneously"])
_REPORTED = frozenset(["say", "report", "claim", "rumor", "rumour", "know", "hold"])


def really_ends(analysis: Analysis, below: Token, verb: Token) -> bool:
    """Whether an ending verb ends its complement: not in "broke out", "ended up", "drop bombs"."""
    particles = analysis.children(verb, "prt", "advmod", "prep")
    if any(t.text.casefold() in _BEGINNINGS for t in particles):
        return False
    return not (verb.lemma == "drop" and below.lemma in _DROPPED)


def is_cancelled(analysis: Analysis, token: Token, negation: Token) -> bool:
    """Whether a negation on this word denies nothing below it.

    "Did not deny", "no doubt that", "could not help", "X's support was never large",
    "has never … without".
    """
    undeniable = token.lemma in UNDENIED and token.pos == "NOUN"
    if token.lemma in _DENYING or undeniable or negation.head != token.index:
        return token.lemma in _DENYING or undeniable
    if token.lemma in _TIRING:
        return True
    if token.lemma == "help" and analysis.children(token, "xcomp"):
        return True
    absent = [t for t in analysis.children(token, "prep") if t.lemma == "without"]
    return bool(absent) and token.lemma != "be"


def is_only_qualified(analysis: Analysis, below: Token | None, token: Token) -> bool:
    """ "X's support was never large": the support is not denied."""
    if below is None or below.dep not in {"nsubj", "nsubjpass"} or token.lemma != "be":
        return False
    return bool(analysis.children(token, "acomp", "attr"))


def is_kept_from(analysis: Analysis, below: Token, token: Token) -> bool:
    """ "was stopped from attacking", "called off its attack", "warned against arming"."""
    if below.dep == "prep" and below.lemma == "from":
        return token.lemma in _KEPT_FROM
    if below.dep == "prep" and below.lemma == "against":
        return token.lemma in {"warn", "caution", "advise", "counsel"}
    off = any(t.lemma == "off" for t in analysis.children(token, "prt"))
    return off and token.lemma == "call" and below.dep in {"dobj", "nsubjpass"}


def is_past_habit(analysis: Analysis, below: Token, token: Token) -> bool:
    """ "used to fund"."""
    infinitive = any(t.lemma == "to" for t in analysis.children(below, "aux"))
    plain = not analysis.children(token, "dobj", "auxpass", "nsubjpass")
    return (
        token.lemma == "use"
        and (token.tag == "VBD" or bool(analysis.children(token, "nsubj")))
        and below.dep == "xcomp"
        and infinitive
        and plain
    )


def is_reported(analysis: Analysis, below: Token, token: Token) -> bool:
    """ "is said to fund", "said to be funded by"."""
    return below.dep == "xcomp" and token.lemma in _REPORTED and is_passive(analysis, token)


def is_unproven(analysis: Analysis, below: Token, token: Token) -> bool:
    """ "no trace of a link", "no link has been shown": not seen, which is less than not there."""
    if token.lemma in PROOFS and token.pos == "NOUN":
        return any(t.lemma == "no" for t in analysis.children(token, "det"))
    if token.lemma not in _PROVING or not is_passive(analysis, token):
        return False
    words = (*analysis.children(below), *analysis.children(token), *_of_subject(analysis, token))
    return any(t.text.casefold() in _NEGATIVE for t in words)


def _of_subject(analysis: Analysis, verb: Token) -> tuple[Token, ...]:
    subjects = analysis.children(verb, "nsubjpass")
    return tuple(t for subject in subjects for t in (subject, *analysis.children(subject)))


def is_negative_phrase(analysis: Analysis, noun: Token) -> bool:
    """ "Not a single fighter", "not one of them"."""
    first = min(analysis.subtree(noun), key=lambda t: t.index)
    return first.text.casefold() == "not" and first.index != noun.index


def opens_with_nor(analysis: Analysis, verb: Token) -> bool:
    """ "Nor did X fund Y", "X has not armed Y, nor has it funded Z"."""
    near = analysis.children(verb, "cc", "advmod", "preconj", "neg", "dep")
    if verb.dep == "conj" and analysis.children(verb, "nsubj", "nsubjpass", "aux"):
        before = analysis.children(analysis.head(verb), "cc")
        near = (*near, *(t for t in before if t.index > verb.head))
    ahead = sorted((t for t in near if t.index < verb.index), key=lambda t: t.index)
    linked = [t for t in ahead if t.dep in {"cc", "preconj"}] or ahead
    if verb.dep != "conj" and _follows_nor(analysis, verb):
        return not any(t.text.casefold() in _NEGATIVE for t in ahead)
    return any(t.text.casefold() == "nor" for t in linked[-1:])


def _follows_nor(analysis: Analysis, verb: Token) -> bool:
    """ "neither arms nor harbours X", where "arms" is taken for a noun."""
    before = analysis.tokens[verb.index - 1].text.casefold() if verb.index else ""
    return verb.pos == "VERB" and before in {"nor", "neither"}


def is_falsified(analysis: Analysis, trigger: Token) -> bool:
    """ "The claim that … is false", "it is a myth that …", "it is wrong to say that …"."""
    below = trigger
    for token in analysis.ancestors(trigger):
        if below.dep in {"ccomp", "acl", "csubj", "xcomp", "relcl", "advcl"} and _says_false(
            analysis, below, token
        ):
            return True
        if token.lemma in _FALSE and token.pos == "NOUN" and below.dep in {"acl", "ccomp", "relcl"}:
            return True
        if token.lemma in _SAID and below.dep in {"acl", "ccomp"}:
            judged = analysis.head(token)
            if token.dep in {"nsubj", "nsubjpass"} and _complement_is_false(analysis, judged):
                return True
        below = token
    return False


def _says_false(analysis: Analysis, below: Token, verb: Token) -> bool:
    if verb.lemma != "be" or not _complement_is_false(analysis, verb):
        return False
    return below.dep in {"ccomp", "csubj", "acl"} or below.lemma in _SAYING


def _complement_is_false(analysis: Analysis, verb: Token) -> bool:
    false = [t for t in analysis.children(verb, "acomp", "attr", "oprd") if t.lemma in _FALSE]
    return bool(false) and not analysis.children(verb, "neg")


def is_contrasted(analysis: Analysis, mention: Mention) -> bool | None:
    """True for "…, not (with) X"; False for "but (by) X" after a negation; None otherwise."""
    echoed = _echoed(analysis, mention)
    if echoed is not None:
        return echoed
    before = [t for t in analysis.tokens if t.end <= mention.begin]
    while before and (before[-1].pos in {"DET", "ADP"} or before[-1].tag == "TO"):
        before.pop()
    if not before:
        return None
    last = before[-1]
    if last.text.casefold() == "not" and not _negates_verb(analysis, last):
        return True
    earlier = any(t.text.casefold() in {"not", "n't"} for t in before)
    return False if last.text.casefold() == "but" and earlier else None


def _echoed(analysis: Analysis, mention: Mention) -> bool | None:
    """ "as X did not", "stood by Y, who did not": whether the bare verb denies it."""
    noun = analysis.root_of(mention.begin, mention.end)
    if noun is None:
        return None
    above = (analysis.head(noun),) if noun.dep == "nsubj" else ()
    for verb in (*above, *analysis.children(noun, "relcl")):
        if verb.lemma in {"do", "have"} and verb.dep in {"advcl", "relcl"}:
            inner = analysis.children(verb)
            if all(t.dep in {"nsubj", "neg", "mark", "punct", "advmod"} for t in inner):
                return any(t.dep == "neg" for t in inner)
    return None


def _negates_verb(analysis: Analysis, negation: Token) -> bool:
    """Whether "not" stands with its verb: "did not fund X", "was not X's ally"."""
    previous = analysis.tokens[negation.index - 1] if negation.index else negation
    return previous.pos == "AUX" and previous.index != negation.index


def is_undenied(analysis: Analysis, trigger: Token) -> bool:
    """ "Did not deny", "refuses to deny", "neither confirmed nor denied": nobody affirms it."""
    for verb in analysis.ancestors(trigger):
        if verb.lemma not in _DENYING or verb.pos != "VERB":
            continue
        above = analysis.head(verb)
        refused = above.lemma in {"refuse", "decline"} and verb.dep == "xcomp"
        before = [t.text.casefold() for t in analysis.tokens[max(0, verb.index - 3) : verb.index]]
        return refused or not _NEGATIVE.isdisjoint(before)
    return False


def is_unsaid(analysis: Analysis, trigger: Token) -> bool:
    """ "X never said that Y funds Z": nobody here says that Y does."""
    below = trigger
    for verb in analysis.ancestors(trigger):
        saying = verb.lemma in _UTTERING and below.dep == "ccomp"
        if saying and any(t.lemma in _NEGATIVE for t in analysis.children(verb, "neg", "advmod")):
            return True
        below = verb
    return False


def is_wrongly(analysis: Analysis, token: Token) -> bool:
    """ "was wrongly accused of", "falsely claims"."""
    return any(t.lemma in _WRONGLY for t in analysis.children(token, "advmod"))
