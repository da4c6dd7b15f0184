"""Words that tie two actors only through another: "ceased dealings with", "asked X to join".

A pair may be found by the verb above the word that states its tie. That verb's own meaning
then counts as it would had the tie been found below it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tieline.claims.clauses import is_calling
from tieline.claims.cues import cues
from tieline.claims.endings import ends_with_particle, refuses_with_particle
from tieline.claims.frames import Frame, frames
from tieline.claims.view import Outlook
from tieline.codebook.loader import codebook
from tieline.model.analysis import Analysis, Token
from tieline.model.claim import Modality

# What not accepting somebody amounts to.
_OF_REFUSAL = frozenset(["opposes", "cuts_ties_with", "rivals", "denounces"])
_REFUSING = frozenset(["refuse", "decline", "reject", "withhold", "disavow"])
_ACCEPTING = frozenset(
    """accept recognize recognise tolerate stomach abide brook know trust forgive welcome obey heed
    love like suffer acknowledge want""".split()
)
_TELLING = frozenset("have let use say tell know report show claim insist state announce".split())
_PROMISING = frozenset(["offer", "pledge", "promise", "vow"])
_PARTY = frozenset(["nsubj", "nsubjpass", "conj", "poss", "compound", "nmod", "dep"])
_DENYING = frozenset(["deny", "disown", "disclaim", "repudiate"])
_ENDING_ANYTHING = frozenset(["end", "stop", "halt", "cease", "suspend"])
_CLAUSES = ("xcomp", "ccomp", "pcomp")
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Between:
    """A tie told by a word between two actors, which need not state it; where both begin."""

    relation: str
    begins: tuple[int, ...]


def below_relay(analysis: Analysis, trigger: Token, between: Between) -> Token:
    """The word whose polarity and mood are the tie's: the trigger, or one that it governs."""
    token = _verb_of(analysis, trigger, between)
    for _ in range(_DEEPEST):
        asks = token.lemma in cues().demand.verbs
        if states(analysis, token, between.relation) and not asks:
            break
        inner = _second_deed(analysis, token, between)
        if inner is None and _relays(token):
            inner = _governed(analysis, token, between)
        if inner is None:
            break
        token = inner
    return token


def _verb_of(analysis: Analysis, token: Token, between: Between) -> Token:
    """ "X and Y do not agree" found by a noun that says nothing: its verb."""
    while token.pos not in {"VERB", "AUX"} and token.dep in _PARTY and not _frames_of(token):
        if token.dep != "poss" and _is_whole(analysis, token, between):
            break
        token = analysis.head(token)
    return token


def takes_for_granted(analysis: Analysis, start: Token, between: Between) -> bool:
    """ "X's bandits", "the faction under X": no verb above denies whose they are."""
    noun = analysis.head(start) if start.pos == "ADP" else start
    if noun.pos not in {"NOUN", "PROPN"} or noun.dep in {"attr", "conj"}:
        return False
    return not _frames_of(noun) and _is_whole(analysis, noun, between)


def _is_whole(analysis: Analysis, noun: Token, between: Between) -> bool:
    """ "X's government": both actors stand in one phrase, which says the tie by itself."""
    parts = [
        noun,
        *(t for c in analysis.children(noun) if c.dep != "conj" for t in analysis.subtree(c)),
    ]
    return all(any(t.begin <= begin < t.end for t in parts) for begin in between.begins)


def states(analysis: Analysis, token: Token, relation: str) -> bool:
    """Whether a word may itself state the relation."""
    return any(frame.relation == relation for frame in _stating(analysis, token))


def _stating(analysis: Analysis, token: Token) -> Iterator[Frame]:
    """Its frames, but for those of objects that it does not have."""
    near = {t.lemma for t in analysis.children(token)}
    return (f for f in _frames_of(token) if not f.objects or f.objects & near)


def own_effect(analysis: Analysis, trigger: Token, relation: str, found: Outlook) -> None:
    """What a word that is no relay's complement says of the tie by itself."""
    stating = [f for f in _stating(analysis, trigger) if f.relation == relation]
    if stating:
        if all(frame.ends for frame in stating) and not found.ended:
            found.end(trigger)
    elif relation in _OF_REFUSAL and _refuses(trigger, found):
        found.turned = False
    elif trigger.lemma in _DENYING and trigger.pos == "VERB":
        found.turn(trigger)
    elif trigger.pos == "VERB" and trigger.lemma in _PROMISING:
        found.note(trigger, Modality.PREDICTED)
    elif trigger.pos == "VERB" and codebook().relation(relation).sign >= 0:
        _by_itself(analysis, trigger, found)


def _refuses(trigger: Token, found: Outlook) -> bool:
    """ "will not accept X", "refused X's orders"."""
    return trigger.lemma in _ACCEPTING or any(cue.lemma in _REFUSING for cue in found.cues)


def _by_itself(analysis: Analysis, verb: Token, found: Outlook) -> None:
    """ "turned X down", "cut X off"."""
    if refuses_with_particle(analysis, verb):
        found.turn(verb)
    elif verb not in found.cues and ends_with_particle(analysis, verb):
        found.end(verb)


def _frames_of(token: Token) -> tuple[Frame, ...]:
    book = frames()
    if token.pos in {"VERB", "AUX"}:
        return book.verbs.get(token.lemma, ())
    return (*book.nouns.get(token.lemma, ()), *book.adjectives.get(token.lemma, ()))


def _relays(token: Token) -> bool:
    book = cues()
    groups = (book.negation, book.ending, book.hedge, book.demand, book.prediction)
    if token.pos not in {"VERB", "AUX"}:
        return False
    return token.lemma in _TELLING or any(token.lemma in g.verbs for g in groups)


def _second_deed(analysis: Analysis, token: Token, between: Between) -> Token | None:
    """ "X is old and has never met Y", "X is a man who never met Y": the verb beside Y."""
    verbs = [t for t in analysis.children(token, "conj") if t.pos in {"VERB", "AUX"}]
    shared = [t for t in verbs if not analysis.children(t, "nsubj", "nsubjpass")]
    told = [
        t for attr in analysis.children(token, "attr") for t in analysis.children(attr, "relcl")
    ]
    return next((t for t in (*shared, *told) if _holds(analysis, t, between)), None)


def _governed(analysis: Analysis, token: Token, between: Between) -> Token | None:
    """The complement of a relay that holds one of the actors, and so the tie."""
    clauses = analysis.children(token, *_CLAUSES)
    if is_calling(token):
        clauses += tuple(t for t in analysis.children(token, "advcl") if t.tag == "VB")
    held = [t for t in clauses if t.index > token.index and _holds(analysis, t, between)]
    if held:
        return held[0]
    if between.relation in _OF_REFUSAL or token.lemma not in _denying_or_ending():
        return None
    things = analysis.children(token, "dobj", "nsubjpass")
    return next((t for t in things if _may_end(token, t, between)), None)


def _holds(analysis: Analysis, clause: Token, between: Between) -> bool:
    return any(
        t.begin <= begin < t.end for t in analysis.subtree(clause) for begin in between.begins
    )


def _denying_or_ending() -> frozenset[str]:
    return cues().ending.verbs | cues().negation.verbs


def _may_end(verb: Token, thing: Token, between: Between) -> bool:
    """Of hostile ties, only deeds end: "halted the shelling", not "stopped the police"."""
    if codebook().relation(between.relation).sign >= 0:
        return True
    return verb.lemma in _ENDING_ANYTHING and bool(_frames_of(thing))
