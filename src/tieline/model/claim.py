"""The atom of everything: an attributed statement about actors at one place in a document."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tieline.model.identity import content_id


class Kind(StrEnum):
    """What sort of statement it is, decided first."""

    TIE = "tie"
    DEMAND = "demand"
    PREDICTION = "prediction"
    QUANTITY = "quantity"
    ASSESSMENT = "assessment"


class Polarity(StrEnum):
    """Whether the sentence affirms the relation."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"
    ENDED = "ended"


class Modality(StrEnum):
    """In what mood; `asserted` stands alone."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    DEMANDED = "demanded"
    PREDICTED = "predicted"
    CONDITIONAL = "conditional"
    QUESTIONED = "questioned"


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """What a claim carries of its document."""

    id: str
    path: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A party to a claim: `document.text[begin:end] == text`."""

    actor_id: str | None
    name: str
    kind: str
    text: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Third(Party):
    """A third party and its role: against, with, on_orders_of or between."""

    role: str = "with"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who says it. The author by default: then text, begin and end are None.

    `chain` names the nested holders from the innermost (this one) to the outermost;
    it is empty for the author.
    """

    name: str | None = None
    actor_id: str | None = None
    text: str | None = None
    begin: int | None = None
    end: int | None = None
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and the dates it covers; None is an open or unknown end."""

    text: str
    begin: int
    end: int
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place expression, its plain name and ISO 3166-1 alpha-3 country if known."""

    text: str
    begin: int
    end: int
    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number said of an actor or tie.

    `comparator` is one of = ≈ ≥ > ≤ <; `unit` is what is counted ("factions"), or for
    a share "share of manpower" with `value` in 0–1; `value` None if only "several".
    """

    text: str
    begin: int
    end: int
    comparator: str
    value: float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim; field meanings are the codebook's. Only an assessment may lack a relation.

    Where one pronoun stands for several actors there is a claim for each; the antecedents
    are then the spans of the names it stands for, and None otherwise.
    """

    document: DocumentRef
    kind: Kind
    relation: str | None
    family: str | None
    sign: int
    polarity: Polarity
    modality: tuple[Modality, ...]
    source: Party
    target: Party | None
    quote: str
    begin: int
    end: int
    holder: Holder
    engine: str
    confidence: float
    scope: tuple[str, ...] = ()
    third: Third | None = None
    time: Time | None = None
    place: Place | None = None
    quantity: Quantity | None = None
    predicate: str | None = None
    debtor: Party | None = None
    addressee: Party | None = None
    source_antecedent: tuple[int, int] | None = None
    target_antecedent: tuple[int, int] | None = None

    @property
    def id(self) -> str:
        """Content id: never engine, confidence, actor id or path."""
        return content_id(
            "claim",
            self.document.id,
            self.kind,
            self.relation,
            (self.begin, self.end),
            _span(self.source),
            _span(self.target),
            _span(self.third),
            self.polarity,
            tuple(sorted(self.modality)),
            (self.holder.begin, self.holder.end),
            tuple(sorted(self.scope)),
            *self._antecedents,
        )

    @property
    def _antecedents(self) -> tuple[tuple[int, int], ...]:
        """Nothing for most claims, so that better coreference leaves their ids alone."""
        both = (self.source_antecedent, self.target_antecedent)
        return tuple(span for span in both if span is not None)


def _span(party: Party | None) -> tuple[int, int] | None:
    return None if party is None else (party.begin, party.end)
