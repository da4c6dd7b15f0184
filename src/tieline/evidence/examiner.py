"""Claims on datasets: coverage first, then every definition, then the finding."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tieline.evidence.compile import Plan, Refusal, compile_claim
from tieline.evidence.crosswalk import Actors, Identity, identify
from tieline.evidence.definitions import Definition
from tieline.evidence.gaps import Pair, partly_unseen, uncoded, unknown, unseen
from tieline.evidence.numbers import rule_number
from tieline.evidence.overall import overall
from tieline.evidence.places import Where, where
from tieline.evidence.sources import Match, Source
from tieline.evidence.tables import context, rows, statistic
from tieline.evidence.verdicts import Question, Ruling, rule, sightings
from tieline.model.claim import Claim, Polarity
from tieline.model.finding import Finding, Row, Test, Verdict
from tieline.model.period import Period

_ENDLESS = "it gives no date for the end; the record up to then is shown"
_DAYLESS = "the document is undated, so no year is known for which it denies this"


@dataclass(frozen=True, slots=True)
class _Trial:
    """A plan on one dataset that might code it."""

    plan: Plan
    ends: Pair
    source: Source
    where: Where
    matches: tuple[Match, ...]


class Examiner:
    """Datasets and the registry, ready to test claims."""

    def __init__(self, sources: Sequence[Source], actors: Actors) -> None:
        """Identities of actors are looked up once."""
        self.sources = sources
        self._actors = actors
        self._identities: dict[str, Identity | None] = {}

    def identity(self, actor_id: str | None) -> Identity | None:
        """An actor as the datasets know it, None if the registry does not."""
        if actor_id is None:
            return None
        if actor_id not in self._identities:
            actor = self._actors.get(actor_id)
            self._identities[actor_id] = identify(actor) if actor else None
        return self._identities[actor_id]

    def finding(self, claim: Claim, as_of: date | None, known_by: date | None) -> Finding:
        """All tests of a claim, and the overall verdict."""
        said_on = as_of or claim.document.published
        plan = compile_claim(claim, said_on)
        frame = Finding(claim.id, Verdict.NOT_TESTABLE, "", (), (), said_on, as_of, known_by)
        if isinstance(plan, Refusal):
            return replace(frame, verdict=plan.verdict, reason=plan.reason)
        sources = [item for item in self.sources if item.coverage.kind == plan.family]
        tests = [test for source in sources for test in self._tests(plan, source, known_by)]
        return overall(plan, frame, tests)

    def _tests(self, plan: Plan, source: Source, known_by: date | None) -> Iterator[Test]:
        parties = self.identity(plan.source.actor_id), self.identity(plan.target.actor_id)
        released = source.coverage.released
        if known_by and released > known_by:
            yield _outside(plan, source, f"released by {released}, after what may be known")
        elif parties[0] is None or parties[1] is None:
            reasons = (unknown(plan.source, parties[0]), unknown(plan.target, parties[1]))
            yield _outside(plan, source, "; ".join(filter(None, reasons)))
        else:
            yield from self._tried(plan, Pair(parties[0], parties[1]), source)

    def _tried(self, plan: Plan, ends: Pair, source: Source) -> Iterator[Test]:
        reason = uncoded(plan, ends, source)
        if reason:
            yield _outside(plan, source, reason)
            return
        fighting = plan.family == "fighting"
        find = source.fighting if fighting else source.support
        matches = tuple(find(ends.source, ends.target))
        trial = _Trial(plan, ends, source, where(plan, ends, self._actors), matches)
        for definition in plan.definitions:
            yield _test(trial, definition)


def _test(trial: _Trial, definition: Definition) -> Test:
    period = trial.plan.period(definition)
    if period is None:
        shown = context(match.row for match in trial.matches)
        ended = trial.plan.polarity is Polarity.ENDED
        ruling = Ruling(Verdict.UNDETERMINED, _ENDLESS if ended else _DAYLESS)
        return _made(trial.plan, trial.source, definition, ruling, shown)
    gap = unseen(trial.plan, trial.ends, trial.source, period)
    if gap:
        ruling = Ruling(Verdict.OUTSIDE_COVERAGE, gap)
        return _made(trial.plan, trial.source, definition, ruling, _nearest(trial, period))
    hidden = partly_unseen(trial.plan, trial.ends, trial.source, period)
    question = Question(trial.plan, definition, trial.source.coverage, period, trial.where, hidden)
    seen = sightings(question, trial.matches)
    ruling = (rule if trial.plan.number is None else rule_number)(question, seen)
    test = _made(trial.plan, trial.source, definition, ruling, rows(question, seen))
    return replace(test, statistic=statistic(question, seen))


def _nearest(trial: _Trial, period: Period) -> tuple[Row, ...]:
    """The last observation before a period that was not covered, or else the first after."""
    ties = [match.row for match in trial.matches if match.role == "tie"]
    before = [
        row for row in ties if period.latest is None or row.period.latest is None
        or row.period.latest <= period.latest
    ]  # fmt: skip
    return context(before[-1:] or ties[:1])


def _outside(plan: Plan, source: Source, reason: str) -> Test:
    ruling = Ruling(Verdict.OUTSIDE_COVERAGE, reason)
    return _made(plan, source, plan.definitions[0], ruling, ())


def _made(
    plan: Plan, source: Source, definition: Definition, ruling: Ruling, shown: tuple[Row, ...]
) -> Test:
    cover = source.coverage
    carried = "" if cover.pairs is None else " (figures carried over)"
    return Test(
        dataset=cover.dataset,
        version=cover.version,
        licence=cover.licence,
        definition=definition.name,
        wording=definition.wording,
        default=definition is plan.definitions[0],
        verdict=ruling.verdict,
        statistic="",
        reason=f"{ruling.reason}{carried}",
        rows=shown,
        file=source.item.file,
        sha256=source.item.sha256,
    )
