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
_ON_CIVILIANS = {"attacks": "attacks_civilians"}


def refined(candidate: Candidate) -> str | None:
    """The relation's name, or None where the actors rule the frame out."""
    relation = candidate.frame.relation
    source, target = candidate.source, candidate.target
    if _is_civilian(target) and relation in _ON_CIVILIANS:
        return _ON_CIVILIANS[relation]
    if relation == "part_of" and source.kind is ActorKind.PERSON:
        return "member_of"
    if relation == "member_of" and source.kind in {ActorKind.ARMED_GROUP, ActorKind.ORGANISATION}:
        return "part_of"
    if relation == "hosts" and target.text.split()[-1].casefold() in _VISITORS:
        return "communicates_with"
    if relation == "hosts" and target.kind is ActorKind.PERSON:
        return "shelters"
    if relation == "shelters" and target.kind is ActorKind.ARMED_GROUP:
        return "hosts"
    return relation


def _is_civilian(mention: Mention) -> bool:
    return mention.kind is ActorKind.GROUP and any(
        word.rstrip("s") in _CIVILIANS or word in _CIVILIANS
        for word in mention.name.casefold().split()
    )
