"""Tells an actor's name from a person, place or thing that is called the same."""

import re
from collections.abc import Iterable, Mapping

from tieline.actors import nouns
from tieline.actors.phrases import determiner, first_conjunct, is_announced
from tieline.actors.resolution import Reference
from tieline.model.actor import ActorKind, NameKind
from tieline.model.analysis import Analysis, Token

_WATER_AFTER = re.compile(r"\s+(?:Ocean|Sea|Gulf|Bay|River|Peninsula|Strait|Basin|Street|Avenue)\b")
_WATER_BEFORE = re.compile(r"\b(?:Gulf|Sea|Straits?|Bay|Horn|Isle) of (?:the )?$")
_OTHER_BEFORE = re.compile(
    r"(?:\bLatin|\bNew|\b(?:South|North|Central|African|Native|Anglo|Arab)[ -])\s*$"
)
_OWNED = nouns.GOVERNMENT | nouns.FORCE | nouns.load("capital_owns")
_AT = frozenset(["in", "at", "near", "inside", "outside"])
_DONE_TO = nouns.load("acting_objects")
# What a city may do or undergo without being its government.
_HAPPENING = frozenset(
    """be become burn celebrate empty experience fall fill flood grow have lie look lose mourn
    need remain rise see shake sit sleep spread stand stay stretch suffer undergo wake
    witness""".split()
)
_PARTNER = frozenset(["with", "against", "between", "to", "from", "by"])
_DEALINGS = frozenset(
    """accord agreement alliance ally appeal break ceasefire close compact cooperate cooperation
    deal dialogue friend hostile loyal loyalty mediate mediation message negotiate negotiation
    opposed pact peace pressure relation relationship side sign tie treaty talk truce war
    rivalry feud align work bow answer allegiance influence instruction order""".split()
)
_NAME_TAGS = frozenset(["NNP", "NNPS"])


def judged(
    text: str, references: Iterable[Reference], analyses: Mapping[int, Analysis]
) -> tuple[list[Reference], list[Reference]]:
    """Names that stand for their actor, and names of places.

    A country's name that is part of a person's is neither.
    """
    kept: list[Reference] = []
    places: list[Reference] = []
    for reference in references:
        analysis = analyses.get(reference.sentence)
        if analysis is not None and _is_part_of_person(reference, analysis):
            continue
        if _is_place(text, reference, analysis):
            places.append(reference)
        else:
            kept.append(reference)
    return kept, places


def _is_place(text: str, reference: Reference, analysis: Analysis | None) -> bool:
    """Without a parse, a metonym is taken for the place."""
    if reference.kind is ActorKind.STATE and _is_geography(text, reference):
        return True
    if reference.use is not NameKind.METONYM:
        return False
    return analysis is None or not _acts(reference, analysis)


def _is_geography(text: str, reference: Reference) -> bool:
    before = text[max(0, reference.begin - 20) : reference.begin]
    shared = reference.use is NameKind.DEMONYM or reference.name in {"Mexico", "Guinea"}
    if shared and _OTHER_BEFORE.search(before):
        return True
    after = text[reference.end : reference.end + 20]
    return bool(_WATER_AFTER.match(after) or _WATER_BEFORE.search(before))


def _is_part_of_person(reference: Reference, analysis: Analysis) -> bool:
    """A PERSON entity that goes on with capitals after the name, or before it."""
    if reference.kind is not ActorKind.STATE or reference.use is NameKind.DEMONYM:
        return False
    if " " in reference.name:
        return False
    inside = analysis.within(reference.begin, reference.end)
    if not inside or any(token.entity != "PERSON" for token in inside):
        return False
    following = inside[-1].index + 1
    if following >= len(analysis.tokens):
        return False
    token = analysis.tokens[following]
    return token.entity == "PERSON" and not token.entity_begins and token.tag in _NAME_TAGS


def _acts(reference: Reference, analysis: Analysis) -> bool:
    """Whether a capital stands for its government: it does something, or owns a body."""
    token = analysis.root_of(reference.begin, reference.end)
    if token is None:
        return False
    if determiner(analysis, token) == "the":  # the Kremlin, the Pentagon: seldom the house
        return token.dep != "pobj" or analysis.head(token).lemma not in _AT
    token = first_conjunct(analysis, token)
    head = analysis.head(token)
    if token.dep == "pobj":
        return head.dep == "agent" or is_announced(analysis, token) or _deals(analysis, head)
    if token.dep == "nsubj" and head.pos in {"VERB", "AUX"}:
        aims = analysis.children(head, "xcomp") or (head,)
        return any(verb.lemma not in _HAPPENING for verb in aims) or _is_someone(analysis, head)
    doings = {"nsubjpass": nouns.ACTING, "poss": _OWNED, "dobj": _DONE_TO}
    return head.lemma in doings.get(token.dep, frozenset())


def _is_someone(analysis: Analysis, verb: Token) -> bool:
    """ "Kabul is no friend of theirs"."""
    return verb.lemma == "be" and any(
        told.lemma in nouns.PEOPLE | _OWNED for told in analysis.children(verb, "attr")
    )


def _deals(analysis: Analysis, preposition: Token) -> bool:
    """ "a deal with Kabul", "to mediate between Kinshasa and Kigali", "loyal to Damascus"."""
    above = analysis.head(preposition)
    dealing = preposition.lemma in _PARTNER and above.lemma in _DEALINGS
    return dealing or (preposition.lemma == "between" and above.pos == "NOUN")
