"""Compares read claims with labelled ones.

A read and a labelled claim meet if their quotes overlap and both actors overlap, in
either order. They agree if sign, polarity and, for types with a direction, the order
agree too. Optional labels count neither as missed nor as wrong.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tieline.codebook.loader import codebook
from tieline.evaluation.gold import GoldClaim, Span
from tieline.model.claim import Claim


@dataclass(slots=True)
class Tally:
    """Counts over a set; ratios are None where nothing was counted."""

    gold: int = 0
    met: int = 0
    agreed: int = 0
    typed: int = 0
    read: int = 0
    read_met: int = 0
    read_agreed: int = 0
    read_typed: int = 0
    wrong_sign: int = 0
    wrong_polarity: int = 0
    wrong_direction: int = 0
    directed: int = 0
    holders: int = 0
    holders_right: int = 0
    modality_right: int = 0
    times: int = 0
    times_right: int = 0
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
    tally.gold += 1
    candidates = [claim for claim in read if meets(claim, label)]
    if not candidates:
        tally.missed.append(label)
        return
    tally.met += 1
    tally.agreed += any(agrees(claim, label) for claim in candidates)
    tally.typed += any(types(claim, label) for claim in candidates)


def _score_claim(tally: Tally, claim: Claim, gold: Sequence[GoldClaim]) -> None:
    tally.read += 1
    labels = [label for label in gold if meets(claim, label)]
    if not labels:
        tally.wrong.append(claim)
        return
    tally.read_met += 1
    best = max(labels, key=lambda label: _closeness(claim, label))
    tally.read_agreed += agrees(claim, best)
    tally.read_typed += types(claim, best)
    _score_fields(tally, claim, best)
    if not agrees(claim, best):
        tally.disputed.append((claim, best))


def _score_fields(tally: Tally, claim: Claim, label: GoldClaim) -> None:
    same_sign = claim.sign in _signs(label)
    tally.wrong_sign += not same_sign
    tally.wrong_polarity += not _same_polarity(claim, label)
    if same_sign and not _either_way(label):
        tally.directed += 1
        tally.wrong_direction += not _in_order(claim, label)
    tally.modality_right += set(claim.modality) == set(label.modality)
    if label.holder is not None:
        tally.holders += 1
        begin, end = claim.holder.begin, claim.holder.end
        tally.holders_right += begin is not None and end is not None and _overlap(
            (begin, end), label.holder
        )
    if label.time is not None:
        tally.times += 1
        tally.times_right += claim.time is not None and _overlap(
            (claim.time.begin, claim.time.end), label.time
        )


def meets(claim: Claim, label: GoldClaim) -> bool:
    """Whether quotes and both actors overlap, in either order."""
    return _overlap((claim.begin, claim.end), (label.begin, label.end)) and (
        _in_order(claim, label) or _in_order(claim, label, turned=True)
    )


def agrees(claim: Claim, label: GoldClaim) -> bool:
    """Whether sign, polarity and direction agree as well."""
    return (
        claim.sign in _signs(label)
        and _same_polarity(claim, label)
        and (_in_order(claim, label) or _either_way(label))
    )


def types(claim: Claim, label: GoldClaim) -> bool:
    """Whether the relation is the label's, or one a careful coder would accept."""
    return agrees(claim, label) and claim.relation in label.relations


def _closeness(claim: Claim, label: GoldClaim) -> tuple[bool, bool, bool]:
    return types(claim, label), agrees(claim, label), not label.optional


def _signs(label: GoldClaim) -> set[int]:
    relations = codebook().relations
    return {relations[name].sign for name in label.relations if name in relations}


def _either_way(label: GoldClaim) -> bool:
    relations = codebook().relations
    return any(relations[name].symmetric for name in label.relations if name in relations)


def _same_polarity(claim: Claim, label: GoldClaim) -> bool:
    """Ended and negated are told apart only in their own figure."""
    return (claim.polarity == "affirmed") == (label.polarity == "affirmed")


def _in_order(claim: Claim, label: GoldClaim, *, turned: bool = False) -> bool:
    source = (claim.source.begin, claim.source.end)
    target = None if claim.target is None else (claim.target.begin, claim.target.end)
    if turned:
        source, target = target, source  # type: ignore[assignment] # either may be empty here
    return _same_span(source, label.source) and _same_span(target, label.target)


def _same_span(read: Span | None, label: Span | None) -> bool:
    return label is None or (read is not None and _overlap(read, label))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def grouped(
    rows: Iterable[tuple[str, Tally]], key: Callable[[str], str] = lambda name: name
) -> dict[str, Tally]:
    """Sum tallies by a key, such as the genre."""
    sums: dict[str, Tally] = {}
    for name, tally in rows:
        sums.setdefault(key(name), Tally()).add(tally)
    return sums
