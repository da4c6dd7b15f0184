"""What two coders say of one claim, field by field, as values that are the same or not."""

from collections.abc import Callable
from typing import Any

from tieline.codebook.loader import codebook
from tieline.evaluation.fields import same_holder, speaker
from tieline.evaluation.pairing import directed, in_order, sign
from tieline.evaluation.passes import Label

Values = tuple[str, str]
Of = Callable[[Label, Label], Values | None]


def _each(of: Callable[[Label], Any]) -> Of:
    return lambda a, b: (str(of(a)), str(of(b)))


def _relation(label: Label) -> str:
    return label.claim.relations[0]


def _direction(a: Label, b: Label) -> Values | None:
    """Which actor of the first label is the source; None where that means nothing."""
    source, target = a.claim.source, a.claim.target
    if not directed(a.claim, b.claim) or source is None or target is None:
        return None
    if b.claim.source is None or b.claim.target is None:
        return None
    first, second = ("earlier", "later") if source <= target else ("later", "earlier")
    return first, first if in_order(a.claim, b.claim) else second


def _holder(a: Label, b: Label) -> Values:
    first = _told(a)
    return first, first if same_holder(a, b) else _told(b)


def _told(label: Label) -> str:
    return "author" if speaker(label) is None else f"{speaker(label)} {label.claim.holder}"


FIELDS: dict[str, Of] = {
    "relation": _each(_relation),
    "family": _each(lambda label: codebook().relation(_relation(label)).family),
    "sign": _each(lambda label: sign(label.claim)),
    "polarity": _each(lambda label: label.claim.polarity),
    "kind": _each(lambda label: label.claim.kind),
    "modality": _each(lambda label: "+".join(sorted(label.claim.modality))),
    "direction": _direction,
    "holder given": _each(lambda label: speaker(label) is not None),
    "holder": _holder,
    "time given": _each(lambda label: label.claim.time is not None),
    "quantity given": _each(lambda label: label.claim.quantity is not None),
    "optional": _each(lambda label: label.claim.optional),
}
"""Values of a field in either pass; None where the field has no meaning for the two."""
