"""Words that tie two actors only through another: "ceased dealings with", "asked X to join".

A pair may be found by the verb above the word that states its tie. That verb's own meaning
then counts as it would had the tie been found below it.
"""

from tieline.claims.clauses import is_calling
from tieline.claims.cues import cues
from tieline.claims.frames import Frame, frames
from tieline.claims.view import Outlook
from tieline.codebook.loader import codebook
from tieline.model.analysis import Analysis, Token

# What refusing, ending or denying may itself amount to.
_OF_REFUSAL = frozenset(
    """opposes cuts_ties_with denounces splintered_from sanctions expels rivals represses accuses
    threatens""".split()
)
_DENYING = frozenset(["deny", "disown", "disclaim", "repudiate"])
_ENDING_ANYTHING = frozenset(["end", "stop", "halt", "cease", "suspend"])
_CLAUSES = ("xcomp", "ccomp", "pcomp")
_DEEPEST = 4


def below_relay(analysis: Analysis, trigger: Token, relation: str) -> Token:
    """The word whose polarity and mood are the tie's: the trigger, or one that it governs."""
    token = trigger
    for _ in range(_DEEPEST):
        if states(token, relation) or not _relays(token):
            break
        inner = _governed(analysis, token, relation)
        if inner is None:
            break
        token = inner
    return token


def states(token: Token, relation: str) -> bool:
    """Whether a word may itself state the relation."""
    return any(frame.relation == relation for frame in _frames_of(token))


def own_effect(analysis: Analysis, trigger: Token, relation: str, found: Outlook) -> None:
    """What a word that is no relay's complement says of the tie by itself."""
    stating = [frame for frame in _frames_of(trigger) if frame.relation == relation]
    if stating:
        if all(frame.ends for frame in stating) and not found.ended:
            found.end(trigger)
    elif relation in _OF_REFUSAL:
        found.turned = False
    elif trigger.pos == "VERB" and trigger.lemma in _DENYING:
        found.turn(trigger)


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
    return token.lemma in {"have", "let", "use"} or any(token.lemma in g.verbs for g in groups)


def _governed(analysis: Analysis, token: Token, relation: str) -> Token | None:
    """The complement of a relay that may hold the tie."""
    clauses = analysis.children(token, *_CLAUSES)
    if is_calling(token):
        clauses += tuple(t for t in analysis.children(token, "advcl") if t.tag == "VB")
    after = [t for t in clauses if t.index > token.index]
    if after:
        return after[0]
    if token.lemma not in cues().ending.verbs | cues().negation.verbs:
        return None
    if codebook().relation(relation).sign < 0 and token.lemma not in _ENDING_ANYTHING:
        return None
    things = analysis.children(token, "dobj", "nsubjpass")
    return things[0] if things and relation not in _OF_REFUSAL else None
