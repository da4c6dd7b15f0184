"""One definition applied to one dataset: which rows count for what, and the verdict."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from tieline.evidence.compile import Plan
from tieline.evidence.coverage import Coverage
from tieline.evidence.crosswalk import inside
from tieline.evidence.definitions import Definition
from tieline.evidence.places import Where
from tieline.evidence.sources import Match
from tieline.model.claim import Polarity
from tieline.model.finding import Verdict
from tieline.model.observation import Observation
from tieline.model.period import Period


class Answer(Enum):
    """Whether a row meets a definition."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class Spot(Enum):
    """Where a row lies to the days and the country asked about."""

    INSIDE = "inside"
    STRADDLES = "straddles"
    LATER = "later"
    ELSEWHERE = "context"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A row, where it lies, and what it says."""

    row: Observation
    spot: Spot
    answer: Answer


@dataclass(frozen=True, slots=True)
class Question:
    """A plan narrowed to one definition, dataset and stretch of days.

    `hidden` says why some of these days could not be seen, None if all could.
    """

    plan: Plan
    definition: Definition
    cover: Coverage
    period: Period
    where: Where
    hidden: str | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict and its reason."""

    verdict: Verdict
    reason: str


def sightings(question: Question, matches: Iterable[Match]) -> list[Sighting]:
    """What each row is to the question."""
    return [
        Sighting(match.row, _spot(question, match), answer(question, match.row))
        for match in matches
    ]


def answer(question: Question, row: Observation) -> Answer:
    """Whether a row meets the definition by itself."""
    if row.kind == "fighting":
        return _deadly_enough(question.definition, row)
    if not question.definition.claimed or not question.plan.letters.isdisjoint(row.categories):
        return Answer.YES
    return Answer.NO if question.plan.letters.isdisjoint(row.pooled) else Answer.MAYBE


def rule(question: Question, seen: Sequence[Sighting]) -> Ruling:
    """The verdict on what was seen. A row that is missing decides nothing."""
    plan = question.plan
    if plan.undecided and any(item.spot is Spot.INSIDE for item in seen):
        return _undetermined(plan.undecided)
    if question.where.reason:
        return _undetermined(question.where.reason)
    if plan.quantifier == "always":
        return _always(question, seen)
    ruling = _denied(question, seen) if plan.denied else _affirmed(question, seen)
    if plan.quantifier == "only" and ruling.verdict is not Verdict.UNDETERMINED:
        return _undetermined("what 'only' limits cannot be told from the rows")
    return ruling


def _spot(question: Question, match: Match) -> Spot:
    row, said_on = match.row, question.plan.said_on
    if match.role != "tie" and not (match.role == "reverse" and question.plan.symmetric):
        return Spot.ELSEWHERE
    if said_on and row.period.earliest and row.period.earliest > said_on:
        return Spot.LATER
    if not question.where.fits(row):
        return Spot.ELSEWHERE
    if inside(row.period, question.period) and not question.where.partly(row):
        return Spot.INSIDE
    return Spot.STRADDLES if row.period.overlaps(question.period) else Spot.ELSEWHERE


def _deadly_enough(definition: Definition, row: Observation) -> Answer:
    estimate = row.low if definition.estimate == "low" else row.best
    if estimate is not None and estimate >= definition.bar:
        return Answer.YES
    return Answer.NO if row.high is not None and row.high < definition.bar else Answer.MAYBE


def _years(
    question: Question, seen: Sequence[Sighting]
) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
    """Calendar years that meet the definition, that perhaps do, and that surely do not.

    Several rows of a year are several dyads of one actor: together they may pass a bar that
    each stays below.
    """
    years: defaultdict[int, list[Sighting]] = defaultdict(list)
    for sighting in seen:
        if sighting.spot in {Spot.INSIDE, Spot.STRADDLES}:
            years[sighting.row.year].append(sighting)
    found: dict[Answer, set[int]] = {item: set() for item in Answer}
    for year, group in years.items():
        found[_year(question.definition, group)].add(year)
    return (
        frozenset(found[Answer.YES]),
        frozenset(found[Answer.MAYBE]),
        frozenset(found[Answer.NO]),
    )


def _year(definition: Definition, group: Sequence[Sighting]) -> Answer:
    if any(item.spot is Spot.INSIDE and item.answer is Answer.YES for item in group):
        return Answer.YES
    together = sum(item.row.high or 0 for item in group)
    unsure = any(item.answer is not Answer.NO for item in group)
    return Answer.MAYBE if unsure or (definition.bar and together >= definition.bar) else Answer.NO


def _affirmed(question: Question, seen: Sequence[Sighting]) -> Ruling:
    met, unsure, _ = _years(question, seen)
    if len(met) >= question.definition.years:
        return Ruling(Verdict.SUPPORTED, f"{counted(met)}: {question.definition.wording}")
    return _undetermined(_why_open(question, met, unsure, seen))


def _denied(question: Question, seen: Sequence[Sighting]) -> Ruling:
    met, unsure, unmet = _years(question, seen)
    if len(met) >= question.definition.years:
        reason = f"against it stand {counted(met)}: {question.definition.wording}"
        return Ruling(Verdict.CONTRADICTED, reason)
    if unmet and _stands(question, len(met) + len(unsure)):
        reason = (
            f"no covered year has {question.definition.wording}: "
            "the denial stands under this definition only"
        )
        return Ruling(Verdict.SUPPORTED, reason)
    return _undetermined(_why_open(question, met, unsure, seen))


def _stands(question: Question, possible: int) -> bool:
    """Whether a denial holds under a definition at or above the dataset's own bar."""
    last = question.period.latest
    return (
        question.plan.polarity is Polarity.NEGATED
        and question.hidden is None
        and 0 < question.cover.threshold <= question.definition.bar
        and possible < question.definition.years
        and (last is None or last.year <= question.cover.last)
    )


def _always(question: Question, seen: Sequence[Sighting]) -> Ruling:
    if question.plan.denied:
        return _undetermined("it denies only that it was always so; a missing row shows no gap")
    asked = full_years(question.period)
    met, _, _ = _years(question, seen)
    if asked and met.issuperset(asked):
        reason = f"every full year has a row: {question.definition.wording}"
        return Ruling(Verdict.SUPPORTED, reason)
    gaps = ", ".join(str(year) for year in asked if year not in met)
    reason = f"no such row for {gaps}" if gaps else "its time has no first day or no full year"
    return _undetermined(f"{reason}: {question.cover.missing}")


def full_years(period: Period) -> tuple[int, ...]:
    """Calendar years that lie wholly in a period; none if it has an open end."""
    if period.earliest is None or period.latest is None:
        return ()
    span = range(period.earliest.year, period.latest.year + 1)
    return tuple(
        year for year in span if inside(Period(date(year, 1, 1), date(year, 12, 31)), period)
    )


def _why_open(
    question: Question,
    met: frozenset[int],
    unsure: frozenset[int],
    seen: Sequence[Sighting],
) -> str:
    if met:
        return f"only {counted(met)}: {question.definition.wording} needs more"
    if unsure:
        return f"rows of {counted(unsure)} cannot decide: {_unsure_reason(question, unsure, seen)}"
    if any(item.spot is Spot.INSIDE for item in seen):
        return f"no year has {question.definition.wording}: {question.cover.missing}"
    missing = f"no row: {question.cover.missing}"
    return f"{missing}; {question.hidden}" if question.hidden else missing


def _unsure_reason(question: Question, unsure: frozenset[int], seen: Sequence[Sighting]) -> str:
    rows = [item for item in seen if item.row.year in unsure]
    if any(item.spot is Spot.STRADDLES and question.where.partly(item.row) for item in rows):
        return "the row counts several countries together"
    if any(item.spot is Spot.STRADDLES for item in rows):
        return "the row's year crosses the end of the days asked about"
    if question.plan.family == "fighting":
        return "the low and high estimates lie on either side of the bar"
    return "this kind was given, but by which of the supporters is not said"


def counted(years: frozenset[int]) -> str:
    """Years in words, three or more in a row as first and last."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(_run(run) for run in runs)


def _run(years: Sequence[int]) -> str:
    few = 2
    if len(years) <= few:
        return ", ".join(str(year) for year in years)
    return f"{years[0]}\N{EN DASH}{years[-1]}"


def _undetermined(reason: str) -> Ruling:
    return Ruling(Verdict.UNDETERMINED, reason)
