"""Judgements of one actor that tie it to nobody: "X has not changed", "X is divided"."""

from collections.abc import Iterator
from dataclasses import dataclass

from tieline.claims.clauses import logical_objects, logical_subjects
from tieline.claims.referents import Referents
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention

_BECOMING = frozenset(
    """change moderate soften reform harden radicalize weaken strengthen collapse disintegrate
    fragment fracture regroup resurge evolve mature splinter disband dissolve""".split()
)
_BEING = frozenset(
    """weak weaker strong stronger divided united defeated moderate radical resilient isolated
    legitimate illegitimate fragmented resurgent corrupt brutal ruthless popular unpopular
    disciplined cohesive incoherent reformed unreformed bankrupt extremist""".split()
)
_JUDGED = frozenset([ActorKind.ARMED_GROUP, ActorKind.FORCE, ActorKind.ORGANISATION])


@dataclass(frozen=True, slots=True)
class Assessment:
    """Who is judged, the word that judges, the verb that carries it, and the judgement."""

    subject: Mention
    trigger: Token
    governor: Token
    predicate: str


def assessments(analysis: Analysis, referents: Referents) -> Iterator[Assessment]:
    """All judgements of named groups and bodies in a sentence."""
    for token in analysis.tokens:
        verb = _carrier(analysis, token)
        if verb is None:
            continue
        for subject in logical_subjects(analysis, verb):
            for mention in referents.of(subject):
                if mention.actor_id is not None and mention.kind in _JUDGED:
                    yield Assessment(mention, token, verb, token.lemma)


def _carrier(analysis: Analysis, token: Token) -> Token | None:
    """The verb whose subject is judged, None if the word judges nobody here."""
    if token.pos == "VERB" and token.lemma in _BECOMING:
        return None if logical_objects(analysis, token) else token
    head = analysis.head(token)
    if token.lemma in _BEING and token.dep == "acomp" and head.lemma in {"be", "remain", "become"}:
        return head
    return None
