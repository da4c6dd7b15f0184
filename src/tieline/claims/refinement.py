"""The relation that a frame states once it is known who the two actors are."""

from tieline.claims.candidate import Candidate
from tieline.model.actor import ActorKind
from tieline.model.mention import Mention

_CIVILIANS = frozenset(
    """civilian people villager resident worshipper worshiper pilgrim journalist worker child
    children woman women man men protester demonstrator passenger student tourist teacher farmer
    bystander refugee inhabitant population citizen person family shopper aid""".split()
)
# Whoever hosts a delegation gives no sanctuary.
_VISITORS = frozenset(
    """delegation delegations envoy envoys negotiators representatives summit officials diplomats
    leaders ministers team""".split()
)
_GROUPS = frozenset([ActorKind.ARMED_GROUP, ActorKind.GROUP])
_ARMED = frozenset(
    """insurgent militant fighter rebel terrorist faction militia guerrilla jihadist extremist
    combatant group network organization organisation gunman""".split()
)
_ON_CIVILIANS = {"attacks": "attacks_civilians"}


def refined(candidate: Candidate) -> str | None:
    """The relation's name, or None where the actors rule the frame out."""
    relation = candidate.frame.relation
    source, target = candidate.source, candidate.target
    if relation == "fights" and _is_civilian(target):
        return "attacks_civilians"
    if _is_civilian(target) and relation in _ON_CIVILIANS:
        return _ON_CIVILIANS[relation]
    if _is_senseless(relation, source, target) or _is_departure(candidate):
        return None
    if relation == "directs" and target.kind is ActorKind.STATE and source.kind in _GROUPS:
        return None  # an armed group that controls a country holds land, not its government
    if relation == "part_of" and source.kind is ActorKind.PERSON:
        return "member_of"
    if relation == "member_of" and source.kind in {ActorKind.ARMED_GROUP, ActorKind.ORGANISATION}:
        return "part_of"
    if relation == "hosts" and target.text.split()[-1].casefold() in _VISITORS:
        return "communicates_with"
    if relation == "hosts" and target.kind is ActorKind.PERSON:
        return "shelters"
    if relation == "shelters" and (target.kind is ActorKind.ARMED_GROUP or _is_armed(target)):
        return "hosts"
    return relation


def _is_departure(candidate: Candidate) -> bool:
    """Whoever leaves a country had not joined it."""
    left = candidate.frame.ends and candidate.frame.relation == "member_of"
    return left and candidate.target.kind is ActorKind.STATE


def _is_senseless(relation: str, source: Mention, target: Mention) -> bool:
    """What the two kinds of actor cannot be to each other."""
    state, person = ActorKind.STATE, ActorKind.PERSON
    if relation == "leads":
        return target.kind is person or (source.kind is state and target.kind is state)
    if relation == "founded":
        return target.kind is state or target.kind is person
    if relation == "shelters":
        return target.kind is state
    return relation in {"part_of", "member_of"} and target.kind is person


def _is_armed(mention: Mention) -> bool:
    words = mention.name.casefold().split()
    return mention.kind is ActorKind.GROUP and not _ARMED.isdisjoint(w.rstrip("s") for w in words)


def _is_civilian(mention: Mention) -> bool:
    return mention.kind is ActorKind.GROUP and any(
        word.rstrip("s") in _CIVILIANS or word in _CIVILIANS
        for word in mention.name.casefold().split()
    )
