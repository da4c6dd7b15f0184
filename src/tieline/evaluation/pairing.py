"""Which labels of two passes are of one claim, and which mentions of one actor."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from tieline.codebook.loader import codebook
from tieline.evaluation.gold import GoldClaim, Span
from tieline.evaluation.matching import overlap, signs
from tieline.evaluation.passes import Label, Mentioned

T = TypeVar("T")
Closeness = tuple[float, ...]


def paired(
    ones: Sequence[T], others: Sequence[T], closeness: Callable[[T, T], Closeness | None]
) -> list[tuple[int, int]]:
    """Pairs of indices, each index once at most: the closest first, None never."""
    near = [
        (found, -i, -j)
        for i, one in enumerate(ones)
        for j, other in enumerate(others)
        if (found := closeness(one, other)) is not None
    ]
    pairs: dict[int, int] = {}
    for _, i, j in sorted(near, reverse=True):
        if -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return sorted(pairs.items())


def of_one_claim(one: Label, other: Label) -> Closeness | None:
    """How close two labels are whose quotes and both actors overlap, in either order."""
    a, b = one.claim, other.claim
    if not meet(a, b):
        return None
    return (
        same_sign(a, b) and same_polarity(a, b) and same_direction(a, b),
        a.relations[0] == b.relations[0],
        accepted(a, b),
        set(a.modality) == set(b.modality),
        sum(_shared(x, y) for x, y in zip(_spans(a), _spans(b), strict=True)),
    )


def of_one_mention(one: Mentioned, other: Mentioned) -> Closeness | None:
    """How close two stretches are that share a character."""
    if not overlap(one.span, other.span):
        return None
    return _shared(one.span, other.span), one.actor_id == other.actor_id


def meet(a: GoldClaim, b: GoldClaim) -> bool:
    """Whether quotes and both actors overlap, in either order."""
    return overlap((a.begin, a.end), (b.begin, b.end)) and (
        in_order(a, b) or in_order(a, b, turned=True)
    )


def in_order(a: GoldClaim, b: GoldClaim, *, turned: bool = False) -> bool:
    """Whether source overlaps source and target target; no words are met by any."""
    source, target = (b.target, b.source) if turned else (b.source, b.target)
    return _meets(a.source, source) and _meets(a.target, target)


def directed(a: GoldClaim, b: GoldClaim) -> bool:
    """Whether the order of the actors means something in both."""
    return not any(codebook().relation(each.relations[0]).symmetric for each in (a, b))


def same_direction(a: GoldClaim, b: GoldClaim) -> bool:
    """Whether they have the same source, where that means something."""
    return in_order(a, b) or not directed(a, b)


def same_polarity(a: GoldClaim, b: GoldClaim) -> bool:
    """Negated and ended count as one."""
    return (a.polarity == "affirmed") == (b.polarity == "affirmed")


def same_sign(a: GoldClaim, b: GoldClaim) -> bool:
    """Whether their first relations are both cooperative, both conflictual, or neither."""
    return sign(a) == sign(b)


def accepted(a: GoldClaim, b: GoldClaim) -> bool:
    """Whether one has the other's first relation, if only as an alternative."""
    return a.relations[0] in b.relations or b.relations[0] in a.relations


def finds(found: GoldClaim, wanted: GoldClaim) -> bool:
    """Whether a label has another's quote and actors, in order if both are directed."""
    return meet(found, wanted) and same_direction(found, wanted)


def agrees(found: GoldClaim, wanted: GoldClaim) -> bool:
    """Whether it also has a sign that the other accepts, and its polarity."""
    return finds(found, wanted) and sign(found) in signs(wanted) and same_polarity(found, wanted)


def sign(label: GoldClaim) -> int:
    """The sign of the first relation."""
    return codebook().relation(label.relations[0]).sign


def _meets(one: Span | None, other: Span | None) -> bool:
    return one is None or other is None or overlap(one, other)


def _spans(claim: GoldClaim) -> tuple[Span | None, ...]:
    return (claim.begin, claim.end), claim.source, claim.target


def _shared(one: Span | None, other: Span | None) -> float:
    """Characters in both by characters in either."""
    if one is None or other is None or not overlap(one, other):
        return 0.0
    both = min(one[1], other[1]) - max(one[0], other[0])
    return both / (max(one[1], other[1]) - min(one[0], other[0]))
