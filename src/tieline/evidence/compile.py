"""From a claim to a plan of tests, or the reason why there is none."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from tieline.codebook.loader import codebook
from tieline.evidence.definitions import Definition, Relation, definitions
from tieline.model.claim import Claim, Kind, Modality, Party, Place, Polarity, Quantity
from tieline.model.finding import Verdict
from tieline.model.period import Period

_ASSERTABLE = {Modality.ASSERTED, Modality.HEDGED}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a claim is not tested, and what that makes of it."""

    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What to test: the default definition first.

    `letters` are the claimed kinds of support, empty for any. `stated` is the claim's own
    time, None if it gives none; `said_on` closes every period, None for an undated document.
    `number` is a stated number of deaths, `yearly` one for each year.
    """

    family: str
    source: Party
    target: Party
    symmetric: bool
    polarity: Polarity
    quantifier: str
    definitions: tuple[Definition, ...]
    letters: frozenset[str]
    undecided: str | None
    ever: bool
    stated: Period | None
    said_on: date | None
    place: Place | None
    number: Quantity | None
    yearly: bool

    @property
    def denied(self) -> bool:
        """Whether the claim says that it was not so, or is so no longer."""
        return self.polarity is not Polarity.AFFIRMED

    def period(self, definition: Definition) -> Period | None:
        """The days a definition looks at; None if nothing says which.

        An end needs a date, and so does a denial: "does not" of an undated document is of no
        year that is known.
        """
        if self.polarity is Polarity.ENDED:
            return self._after_the_end()
        if self.stated is not None:
            return Period(self.stated.earliest, self._closed(self.stated.latest))
        if self.denied and self.said_on is None and self.quantifier != "never":
            return None
        return Period(self._looking_back(definition), self.said_on)

    def _closed(self, day: date | None) -> date | None:
        return min((end for end in (day, self.said_on) if end), default=None)

    def _after_the_end(self) -> Period | None:
        if self.stated is None or self.quantifier == "never":
            return None
        latest = self.stated.latest
        if latest is None or (self.said_on is not None and latest >= self.said_on):
            return Period(self.stated.earliest, self.said_on) if self.stated.earliest else None
        return Period(latest + timedelta(days=1), self.said_on)

    def _looking_back(self, definition: Definition) -> date | None:
        """The first of January some years before, None where all years count."""
        if definition.ever or self.quantifier == "never" or self.said_on is None:
            return None
        if self.denied:
            return date(self.said_on.year - definitions().recent_years_denied, 1, 1)
        if self.ever:
            return None
        return date(self.said_on.year - definitions().recent_years, 1, 1)


def compile_claim(claim: Claim, said_on: date | None) -> Plan | Refusal:
    """The tests a claim calls for, or why it calls for none."""
    return _unassertable(claim) or _unrelated(claim) or _plan(claim, said_on)


def _unassertable(claim: Claim) -> Refusal | None:
    reasons = definitions().reasons
    if claim.kind.value in reasons["kind"]:
        return _not_testable(reasons["kind"][claim.kind.value])
    for modality in claim.modality:
        if modality not in _ASSERTABLE:
            return _not_testable(reasons["modality"][modality.value])
    return None


def _unrelated(claim: Claim) -> Refusal | None:
    if claim.relation is None or claim.target is None:
        return _not_testable("no relation between two actors")
    if claim.relation not in definitions().relations:
        wording = codebook().relation(claim.relation).wording
        return Refusal(Verdict.OUTSIDE_COVERAGE, f"no dataset here codes '{wording}'")
    return None


def _plan(claim: Claim, said_on: date | None) -> Plan | Refusal:
    if claim.relation is None or claim.target is None:
        return _not_testable("no relation between two actors")
    relation = definitions().relations[claim.relation]
    limits = _scope(claim, relation)
    if isinstance(limits, Refusal):
        return limits
    quantifier, chosen = limits
    if quantifier == "never" and claim.polarity is Polarity.AFFIRMED:
        quantifier = "always"  # "never refused", "never stopped"
    plan = Plan(
        family=relation.family,
        source=claim.source,
        target=claim.target,
        symmetric=codebook().relation(claim.relation).symmetric,
        polarity=claim.polarity,
        quantifier=quantifier,
        definitions=tuple(_worded(item, claim.relation) for item in chosen),
        letters=_letters(claim.relation, relation),
        undecided=relation.undecided,
        ever=relation.ever,
        stated=_stated(claim),
        said_on=said_on,
        place=claim.place,
        number=None,
        yearly=False,
    )
    if plan.stated and said_on and plan.stated.earliest and plan.stated.earliest > said_on:
        return _not_testable("not yet due: its time begins after it was said")
    return _with_number(_distinct(plan), claim)


def _stated(claim: Claim) -> Period | None:
    time = claim.time
    if time is None or (time.earliest is None and time.latest is None):
        return None
    return Period(time.earliest, time.latest)


def _letters(name: str, relation: Relation) -> frozenset[str]:
    claimed = any(definition.claimed for definition in relation.definitions)
    return frozenset(codebook().relation(name).esd) if claimed else frozenset()


def _scope(claim: Claim, relation: Relation) -> tuple[str, tuple[Definition, ...]] | Refusal:
    """The quantifier, and the definitions with a denied or affirmed quality's own first."""
    known, quantifier, chosen = definitions(), "some", relation.definitions
    plain = known.words["plain"]
    if claim.polarity is Polarity.AFFIRMED:
        plain |= known.words["entailing"]
    for word in claim.scope:
        folded = word.casefold()
        quality = known.qualities[relation.family].get(folded)
        named = [name for name in ("never", "always", "only") if folded in known.words[name]]
        if quality is not None:
            chosen = (quality, *(item for item in chosen if item != quality))
        elif named:
            quantifier = named[0]
        elif folded not in plain:
            return _not_testable(f"no definition here says what '{word}' would mean")
    return quantifier, chosen


def _worded(definition: Definition, relation: str) -> Definition:
    wording = codebook().relation(relation).wording
    return replace(definition, wording=definition.wording.replace("{kind}", wording))


def _distinct(plan: Plan) -> Plan:
    """Without definitions that look at the same years as another for this claim."""
    if plan.stated is None and plan.quantifier != "never" and plan.said_on is not None:
        return plan
    return replace(plan, definitions=tuple(item for item in plan.definitions if not item.ever))


def _with_number(plan: Plan, claim: Claim) -> Plan | Refusal:
    quantity, words = claim.quantity, definitions().words
    unit = (quantity.unit or "").casefold() if quantity else ""
    yearly = unit in words["deaths_a_year"]
    if quantity and plan.family == "fighting" and (yearly or unit in words["deaths"]):
        if plan.denied or quantity.value is None:
            return _not_testable("a denied or unstated number")
        return replace(plan, number=quantity, yearly=yearly, definitions=plan.definitions[:1])
    if claim.kind is Kind.QUANTITY:
        return _not_testable(f"no dataset here counts '{unit or 'that'}': units must match")
    return plan


def _not_testable(reason: str) -> Refusal:
    return Refusal(Verdict.NOT_TESTABLE, reason)
