"""What is measured: each a share of something counted, said in words."""

from collections.abc import Callable
from dataclasses import dataclass

from tieline.evaluation.scoring import Tally

Share = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure's name, what it is, and how many of how many in a tally."""

    name: str
    meaning: str
    share: Callable[[Tally], Share]

    def of(self, tally: Tally) -> float | None:
        """The share; None where there was nothing to count."""
        part, whole = self.share(tally)
        return part / whole if whole else None


MEASURES = (
    Measure(
        "pair_recall",
        "of required labels: quote and both actors are read, in order if directed",
        lambda t: (t.found, t.gold),
    ),
    Measure(
        "pair_precision",
        "of claims read: a label, required or optional, has quote and actors",
        lambda t: (t.read_found, t.read),
    ),
    Measure(
        "agreed_recall",
        "of required labels: also with their sign, direction and polarity",
        lambda t: (t.agreed, t.gold),
    ),
    Measure(
        "agreed_precision",
        "of claims read: also with a label's sign, direction and polarity",
        lambda t: (t.read_agreed, t.read),
    ),
    Measure(
        "typed_recall",
        "of required labels: also with a relation the coder accepts",
        lambda t: (t.typed, t.gold),
    ),
    Measure(
        "typed_precision",
        "of claims read: also with a relation the coder accepts",
        lambda t: (t.read_typed, t.read),
    ),
    Measure(
        "type_accuracy",
        "of pairs: a relation the coder accepts",
        lambda t: (t.type_right, t.read_met),
    ),
    Measure(
        "direction",
        "of pairs of two directed relations: source and target not exchanged",
        lambda t: (t.directed - t.wrong_direction, t.directed),
    ),
    Measure(
        "negated_precision",
        "of pairs read as negated or ended: labelled as either",
        lambda t: (t.negatives_right, t.negatives_read),
    ),
    Measure(
        "negated_recall",
        "of pairs labelled negated or ended: read as either",
        lambda t: (t.negatives_right, t.negatives),
    ),
    Measure(
        "negated_f1",
        "harmonic mean of the two",
        lambda t: (2 * t.negatives_right, t.negatives_read + t.negatives),
    ),
    Measure(
        "negated_agreed",
        "of required labels negated or ended: read, with sign and direction",
        lambda t: (t.negatives_agreed, t.negatives_required),
    ),
    Measure(
        "ended_told",
        "of pairs read and labelled as negated or ended: the same of the two",
        lambda t: (t.negatives_named, t.negatives_right),
    ),
    Measure(
        "modality",
        "of pairs: exactly the labelled set",
        lambda t: (t.modality_right, t.read_met),
    ),
    Measure(
        "holder",
        "of pairs: the author if labelled so, else the labelled words",
        lambda t: (t.read_met - t.wrong_holder, t.read_met),
    ),
    Measure(
        "holder_precision",
        "of pairs read with a speaker: the labelled words",
        lambda t: (t.holders_right, t.holders_read),
    ),
    Measure(
        "holder_recall",
        "of pairs labelled with a speaker: the labelled words",
        lambda t: (t.holders_right, t.holders),
    ),
    Measure(
        "time_precision",
        "of pairs read with a time: the labelled words",
        lambda t: (t.times_right, t.times_read),
    ),
    Measure(
        "time_recall",
        "of pairs labelled with a time: the labelled words",
        lambda t: (t.times_right, t.times),
    ),
    Measure(
        "quantity_precision",
        "of pairs read with a quantity: the labelled words",
        lambda t: (t.quantities_right, t.quantities_read),
    ),
    Measure(
        "quantity_recall",
        "of pairs labelled with a quantity: the labelled words",
        lambda t: (t.quantities_right, t.quantities),
    ),
)
BY_GENRE = ("pair_recall", "pair_precision", "agreed_recall", "typed_recall")
WRONG = {  # counts over pairs
    "sign": "wrong_sign",
    "polarity": "wrong_polarity",
    "direction": "wrong_direction",
    "holder": "wrong_holder",
}
