"""Counts how read claims compare with labelled ones.

A label is found if a read claim overlaps its quote and both its actors, in either order
where a relation is symmetric. They agree if sign, polarity and direction agree too.
Optional labels count neither as missed nor as wrong.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tieline.evaluation.gold import GoldClaim, Span
from tieline.evaluation.matching import (
    agrees,
    both_directed,
    finds,
    in_order,
    meets,
    overlap,
    same_polarity,
    signs,
    types,
)
from tieline.model.claim import Claim, Holder, Quantity, Time

__all__ = ["Tally", "agrees", "grouped", "meets", "score", "types"]


@dataclass(slots=True)
class Tally:
    """Counts over a set. A pair is a read claim with the label it meets, in either order.

    Of labels: `gold` required, `met` in either order, `found`, `agreed`, `typed`; and of
    those negated or ended, how many are `negatives_required` and `negatives_agreed`. Of
    read claims, which may meet optional labels too: the same with `read_`. Of pairs: the
    rest; for a field `xs` are labelled, `xs_read` read, `xs_right` read at the labelled
    words. `sure` has each read claim's confidence, and whether it agrees with a label.
    """

    gold: int = 0
    met: int = 0
    found: int = 0
    agreed: int = 0
    typed: int = 0
    read: int = 0
    read_met: int = 0
    read_found: int = 0
    read_agreed: int = 0
    read_typed: int = 0
    type_right: int = 0
    wrong_sign: int = 0
    wrong_polarity: int = 0
    wrong_direction: int = 0
    wrong_holder: int = 0
    directed: int = 0
    negatives: int = 0
    negatives_read: int = 0
    negatives_right: int = 0
    negatives_named: int = 0
    negatives_required: int = 0
    negatives_agreed: int = 0
    modality_right: int = 0
    holders: int = 0
    holders_read: int = 0
    holders_right: int = 0
    times: int = 0
    times_read: int = 0
    times_right: int = 0
    quantities: int = 0
    quantities_read: int = 0
    quantities_right: int = 0
    sure: list[tuple[float, bool]] = field(default_factory=list)
    missed: list[GoldClaim] = field(default_factory=list)
    wrong: list[Claim] = field(default_factory=list)
    disputed: list[tuple[Claim, GoldClaim]] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Sum another tally into this one."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def score(read: Sequence[Claim], gold: Sequence[GoldClaim]) -> Tally:
    """Tally one passage; `read` are the claims whose quotes overlap it."""
    tally = Tally()
    for label in gold:
        if not label.optional:
            _score_label(tally, label, read)
    for claim in read:
        _score_claim(tally, claim, gold)
    return tally


def _score_label(tally: Tally, label: GoldClaim, read: Sequence[Claim]) -> None:
    negative = label.polarity != "affirmed"
    tally.gold += 1
    tally.negatives_required += negative
    candidates = [claim for claim in read if meets(claim, label)]
    if not candidates:
        tally.missed.append(label)
        return
    tally.met += 1
    tally.found += any(finds(claim, label) for claim in candidates)
    agreed = any(agrees(claim, label) for claim in candidates)
    tally.agreed += agreed
    tally.negatives_agreed += negative and agreed
    tally.typed += any(types(claim, label) for claim in candidates)


def _score_claim(tally: Tally, claim: Claim, gold: Sequence[GoldClaim]) -> None:
    tally.read += 1
    labels = [label for label in gold if meets(claim, label)]
    tally.sure.append((claim.confidence, any(agrees(claim, label) for label in labels)))
    if not labels:
        tally.wrong.append(claim)
        return
    tally.read_met += 1
    best = max(labels, key=lambda label: _closeness(claim, label))
    tally.read_found += finds(claim, best)
    tally.read_agreed += agrees(claim, best)
    tally.read_typed += types(claim, best)
    _score_tie(tally, claim, best)
    _score_polarity(tally, claim, best)
    _score_fields(tally, claim, best)
    if not agrees(claim, best):
        tally.disputed.append((claim, best))


def _closeness(claim: Claim, label: GoldClaim) -> tuple[bool, bool, bool, bool]:
    return types(claim, label), agrees(claim, label), finds(claim, label), not label.optional


def _score_tie(tally: Tally, claim: Claim, label: GoldClaim) -> None:
    tally.type_right += claim.relation in label.relations
    tally.wrong_sign += claim.sign not in signs(label)
    if both_directed(claim, label):
        tally.directed += 1
        tally.wrong_direction += not in_order(claim, label)


def _score_polarity(tally: Tally, claim: Claim, label: GoldClaim) -> None:
    """Negated and ended are one class here, but for `negatives_named`."""
    tally.wrong_polarity += not same_polarity(claim, label)
    labelled, read = label.polarity != "affirmed", claim.polarity != "affirmed"
    tally.negatives += labelled
    tally.negatives_read += read
    tally.negatives_right += labelled and read
    tally.negatives_named += labelled and claim.polarity == label.polarity


def _score_fields(tally: Tally, claim: Claim, label: GoldClaim) -> None:
    tally.modality_right += set(claim.modality) == set(label.modality)
    holder = _span(claim.holder)
    _score_span(tally, "holders", holder, label.holder)
    _score_span(tally, "times", _span(claim.time), label.time)
    _score_span(tally, "quantities", _span(claim.quantity), label.quantity)
    tally.wrong_holder += holder != label.holder and not overlap(holder, label.holder)


def _score_span(tally: Tally, name: str, read: Span | None, label: Span | None) -> None:
    counts = {"": label is not None, "_read": read is not None, "_right": overlap(read, label)}
    for suffix, count in counts.items():
        setattr(tally, name + suffix, getattr(tally, name + suffix) + count)


def _span(words: Holder | Time | Quantity | None) -> Span | None:
    if words is None or words.begin is None or words.end is None:
        return None
    return words.begin, words.end


def grouped(
    rows: Iterable[tuple[str, Tally]], key: Callable[[str], str] = lambda name: name
) -> dict[str, Tally]:
    """Sum tallies by a key, such as the genre."""
    sums: dict[str, Tally] = {}
    for name, tally in rows:
        sums.setdefault(key(name), Tally()).add(tally)
    return sums
