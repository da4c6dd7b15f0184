"""When a read claim and a labelled one are about the same thing, and when they agree."""

from tieline.codebook.loader import codebook
from tieline.evaluation.gold import GoldClaim, Span
from tieline.model.claim import Claim


def meets(claim: Claim, label: GoldClaim) -> bool:
    """Whether quotes and both actors overlap, in either order."""
    return overlap((claim.begin, claim.end), (label.begin, label.end)) and (
        in_order(claim, label) or in_order(claim, label, turned=True)
    )


def finds(claim: Claim, label: GoldClaim) -> bool:
    """Whether they meet, in the label's order where both relations have a direction."""
    return meets(claim, label) and (in_order(claim, label) or not both_directed(claim, label))


def agrees(claim: Claim, label: GoldClaim) -> bool:
    """Whether sign, polarity and direction are the same."""
    return (
        claim.sign in signs(label)
        and same_polarity(claim, label)
        and (in_order(claim, label) or not both_directed(claim, label))
    )


def types(claim: Claim, label: GoldClaim) -> bool:
    """Whether they agree and the relation is the label's, or one a coder would accept."""
    return agrees(claim, label) and claim.relation in label.relations


def signs(label: GoldClaim) -> set[int]:
    """Signs of the relations a coder would accept."""
    return {codebook().relation(name).sign for name in label.relations}


def both_directed(claim: Claim, label: GoldClaim) -> bool:
    """Whether the order of the actors means something in both."""
    names = {label.relations[0], claim.relation or label.relations[0]}
    return not any(codebook().relation(name).symmetric for name in names)


def same_polarity(claim: Claim, label: GoldClaim) -> bool:
    """Ended and negated are told apart only in their own figure."""
    return (claim.polarity == "affirmed") == (label.polarity == "affirmed")


def in_order(claim: Claim, label: GoldClaim, *, turned: bool = False) -> bool:
    """Whether source overlaps source and target target; one span may be both."""
    source: Span | None = (claim.source.begin, claim.source.end)
    target = None if claim.target is None else (claim.target.begin, claim.target.end)
    if turned:
        source, target = target, source
    return _same_actor(source, label.source) and _same_actor(target, label.target)


def _same_actor(read: Span | None, label: Span | None) -> bool:
    """An actor that the text leaves out is met by any."""
    return label is None or (read is not None and overlap(read, label))


def overlap(one: Span | None, other: Span | None) -> bool:
    """Whether two stretches share a character; one that is not there shares none."""
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]
