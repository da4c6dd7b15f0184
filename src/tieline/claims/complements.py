"""What verbs, nouns and adjectives do to their complements: deny, end or colour them."""

from tieline.claims.carrying import has_to
from tieline.claims.clauses import is_calling
from tieline.claims.cues import CueBook, cues
from tieline.claims.endings import ENDING_PARTICLES, ends_with_particle, refuses_with_particle
from tieline.claims.reversals import (
    is_kept_from,
    is_past_habit,
    is_reported,
    is_unproven,
    is_wrongly,
    really_ends,
)
from tieline.claims.view import Outlook
from tieline.model.analysis import Analysis, Token
from tieline.model.claim import Modality

_WORD_KINDS = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "ADJ": "adjectives"}


_SPEECH = frozenset(
    """say tell claim report state announce declare note argue maintain insist assert warn
    write add explain reveal disclose confirm acknowledge admit contend testify deny
    accuse""".split()
)


# "is seen as X's proxy": somebody's judgement, hence hedged.
_SEEING = frozenset(["see", "view", "consider", "regard", "perceive", "portray", "deem"])


_BLAMING = frozenset(["accuse", "suspect", "blame", "believe", "think", "charge"])


_REMOVING = frozenset("dismiss remove strip oust sack fire depose suspend exclude eject".split())


def effect_on_complement(
    analysis: Analysis, below: Token, token: Token, found: Outlook, book: CueBook
) -> None:
    """What a word does to its complement: "failed to", "lacks", "stopped", "is likely to"."""
    below = _first_infinitive(analysis, below, token)
    if token.pos in {"ADP", "SCONJ", "ADV"}:
        _preposition(token, found, book)
    if _is_planned(analysis, below, token):
        found.note(token, Modality.PREDICTED)
    if is_kept_from(analysis, below, token):
        found.turn(token)
        if token.lemma in {"warn", "caution", "advise"}:
            found.note(token, Modality.DEMANDED)
        return
    if is_past_habit(analysis, below, token):
        found.end(token)
    if is_reported(analysis, below, token) or is_unproven(analysis, below, token):
        found.note(token, Modality.HEDGED)
    kind = _WORD_KINDS.get(token.pos)
    if kind is not None and _is_complement(below, token):
        _have(analysis, below, token, found)
        _denies_or_ends(analysis, (below, token), kind, found, book)
        _moods(analysis, (below, token), kind, found, book)


def _first_infinitive(analysis: Analysis, below: Token, token: Token) -> Token:
    """ "expects X to talk but not to fight": both hang on the expectation."""
    skipped = below.dep == "conj" and below.head != token.index
    return analysis.head(below) if skipped and has_to(analysis, below) else below


def _is_planned(analysis: Analysis, below: Token, token: Token) -> bool:
    """ "X is to meet Y", "troops are to leave": arranged, not done."""
    if token.lemma != "be" or below.dep != "xcomp" or not has_to(analysis, below):
        return False
    subjects = analysis.children(token, "nsubj")
    return token.tag in {"VBZ", "VBP"} and any(
        t.pos in {"PROPN", "PRON"} or t.tag == "NNS" for t in subjects
    )


def _have(analysis: Analysis, below: Token, token: Token, found: Outlook) -> None:
    """ "has yet to arm X", "has to stop arming X"."""
    if token.lemma != "have":
        return
    if _yet(analysis, token):
        found.turn(token)
    elif below.dep == "xcomp":
        found.note(token, Modality.DEMANDED)


def _denies_or_ends(
    analysis: Analysis, step: tuple[Token, Token], kind: str, found: Outlook, book: CueBook
) -> None:
    below, token = step
    if below.dep == "prep" and below.lemma == "from" and token.lemma in _REMOVING:
        found.end(token)
    elif token.lemma in getattr(book.ending, kind):
        if kind == "nouns" or (below.dep != "prep" and really_ends(analysis, below, token)):
            found.end(token)
    elif kind == "verbs" and ends_with_particle(analysis, token):
        found.end(token)
    elif token.lemma in getattr(book.negation, kind) or refuses_with_particle(analysis, token):
        found.turn(token)


def _moods(
    analysis: Analysis, step: tuple[Token, Token], kind: str, found: Outlook, book: CueBook
) -> None:
    below, token = step
    for group, mood in (
        (book.hedge, Modality.HEDGED),
        (book.demand, Modality.DEMANDED),
        (book.prediction, Modality.PREDICTED),
    ):
        if token.lemma in getattr(group, kind):
            _mood_of_complement(analysis, below, token, found, mood)


def _mood_of_complement(
    analysis: Analysis, below: Token, token: Token, found: Outlook, mood: Modality
) -> None:
    """The mood is the complement's only if the complement is a deed, not a thing."""
    if below.dep in {"dobj", "nsubj", "nsubjpass"} and token.lemma not in {"suspect", "allege"}:
        return
    if token.lemma in {"want", "wish", "expect", "like"} and _has_own_subject(analysis, below):
        mood = Modality.DEMANDED
    if token.lemma == "go" and below.tag != "VB":
        return
    if token.lemma == "call" and below.dep == "oprd":  # "calls X an ally of Y"
        return
    if below.dep == "prep" and below.lemma == "as":
        found.note(token, mood)
        return
    if below.dep == "prep" and token.lemma not in {
        "accuse",
        "blame",
        "suspect",
        "charge",
        "call",
        "plan",
        "attempt",
        "commit",
        "seek",
    }:
        return
    if is_wrongly(analysis, token):
        found.turn(token)
    if found.ended and token.lemma in _BLAMING:  # "no longer accused of": the blame has ended
        found.ended = False
        found.note(token, Modality.QUESTIONED)
    found.note(token, mood)


def _has_own_subject(analysis: Analysis, verb: Token) -> bool:
    """ "wants X to fight": the wish is about somebody else."""
    return bool(analysis.children(verb, "nsubj"))


def _is_complement(below: Token, token: Token) -> bool:
    if below.dep == "prep" and below.lemma == "as":
        return token.lemma in _SEEING
    if below.dep in {"conj", "amod", "relcl"}:
        return False
    if below.dep == "advcl" and not is_calling(token):
        return False
    if below.dep in {"nsubj", "nsubjpass"}:
        return token.lemma in cues().ending.verbs or token.lemma in {"lack", "suspect", "deny"}
    if below.dep == "prep" and below.lemma == ENDING_PARTICLES.get(token.lemma):
        return True
    if below.dep == "prep":
        return below.lemma in {"from", "to", "of", "in", "for", "against", "about", "on", "with"}
    if token.lemma == "insist" and below.tag == "VB":  # "insists that X answer to Y"
        return True
    return not (below.dep == "ccomp" and token.lemma in _SPEECH)


def _yet(analysis: Analysis, token: Token) -> bool:
    return any(t.lemma == "yet" for t in analysis.children(token, "advmod"))


def _preposition(token: Token, found: Outlook, book: CueBook) -> None:
    far = token.lemma == "far" and token.pos == "ADV"
    if far or token.lemma in book.negation.prepositions:
        found.turn(token)


def judgement_of_clause(analysis: Analysis, below: Token, token: Token, found: Outlook) -> None:
    """ "It is unlikely that …", "it is far from clear that …", "it is not true that …"."""
    if below.dep not in {"ccomp", "csubj"} or token.lemma != "be":
        return
    for adjective in analysis.children(token, "acomp"):
        doubted = any(
            t.lemma in {"far", "not", "n't", "hardly"}
            for t in analysis.subtree(token)
            if t.index < adjective.index
        )
        if adjective.lemma in {
            "unlikely",
            "doubtful",
            "unclear",
            "uncertain",
            "possible",
            "likely",
        }:
            found.note(adjective, Modality.HEDGED)
        elif adjective.lemma in {"clear", "certain", "evident", "obvious"} and doubted:
            found.note(adjective, Modality.HEDGED)
            found.turned = found.turned and any(
                t.dep == "neg" and t.lemma == "never" for t in analysis.children(token)
            )
