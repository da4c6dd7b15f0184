"""Where two labels of one claim say the same."""

from collections.abc import Callable

from tieline.evaluation.gold import Span
from tieline.evaluation.matching import overlap
from tieline.evaluation.pairing import accepted, same_direction
from tieline.evaluation.passes import Label

Same = Callable[[Label, Label], bool]


def same_words(one: Span | None, other: Span | None) -> bool:
    """Whether neither has words, or they overlap."""
    return one == other or overlap(one, other)


def same_holder(a: Label, b: Label) -> bool:
    """Whether both say it is the author's, or the same speaker's.

    A speaker without words in the passage is known by the name that the coder gave.
    """
    if a.claim.holder is None and b.claim.holder is None:
        return speaker(a) == speaker(b)
    return overlap(a.claim.holder, b.claim.holder)


def speaker(label: Label) -> str | None:
    """The name of the holder, None for the author."""
    name: str | None = label.row["holder"]["name"]
    return name and name.casefold()


SAME: dict[str, Same] = {
    "kind": lambda a, b: a.claim.kind == b.claim.kind,
    "relation": lambda a, b: accepted(a.claim, b.claim),
    "polarity": lambda a, b: a.claim.polarity == b.claim.polarity,
    "direction": lambda a, b: same_direction(a.claim, b.claim),
    "modality": lambda a, b: set(a.claim.modality) == set(b.claim.modality),
    "holder": same_holder,
    "time": lambda a, b: same_words(a.claim.time, b.claim.time),
    "quantity": lambda a, b: same_words(a.claim.quantity, b.claim.quantity),
    "optional": lambda a, b: a.claim.optional == b.claim.optional,
}


def disagreed(a: Label, b: Label) -> list[str]:
    """Names of the fields in which they differ."""
    return [name for name, same in SAME.items() if not same(a, b)]
