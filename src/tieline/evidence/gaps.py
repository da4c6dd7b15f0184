"""Whether a dataset could have seen what a claim says, asked before any verdict."""

from dataclasses import dataclass

from tieline.evidence.compile import Plan
from tieline.evidence.coverage import Coverage
from tieline.evidence.crosswalk import Identity, inside
from tieline.evidence.sources import Source
from tieline.model.actor import ActorKind
from tieline.model.claim import Party
from tieline.model.period import Period


@dataclass(frozen=True, slots=True)
class Pair:
    """The two actors of a claim as datasets know them."""

    source: Identity
    target: Identity


def unknown(party: Party, identity: Identity | None) -> str | None:
    """Why a party of a claim is nobody a dataset codes, None if it is somebody."""
    if identity is None:
        return f"'{party.name}' is no actor of the registry, so no dataset's id is known"
    return None


def uncoded(plan: Plan, pair: Pair, source: Source) -> str | None:
    """Why a dataset never codes this relation between these two, None if it might."""
    for identity in (pair.source, pair.target):
        reason = _uncoded_actor(identity, source.coverage)
        if reason:
            return reason
    if pair.source.all_codes == pair.target.all_codes:
        return f"{source.coverage.title} files both under one actor"
    if plan.letters and _states_only(plan, pair, source.coverage):
        return "this kind of support is coded of states only"
    return None


def unseen(plan: Plan, pair: Pair, source: Source, period: Period) -> str | None:
    """Why a dataset could not see these two in a period, None if it could."""
    cover = source.coverage
    seen = overlap(period, cover.period)
    if seen is None:
        return f"{cover.title} {cover.version} covers {cover.first} to {cover.last}"
    for identity in (pair.source, pair.target):
        if overlap(seen, identity.period) is None:
            return f"rows stand for {identity.actor.name} only from {identity.period.earliest}"
    if plan.family == "fighting":
        return _unseen_fighting(pair, source, seen)
    return _unseen_support(plan, pair, source, seen)


def overlap(one: Period, other: Period) -> Period | None:
    """The days two periods have in common."""
    if not one.overlaps(other):
        return None
    starts = [day for day in (one.earliest, other.earliest) if day]
    ends = [day for day in (one.latest, other.latest) if day]
    return Period(max(starts, default=None), min(ends, default=None))


def partly_unseen(plan: Plan, pair: Pair, source: Source, period: Period) -> str | None:
    """Why a dataset could not see the two for some of a period, None if it could for all of it."""
    lived = overlap(pair.source.period, pair.target.period)
    seen = overlap(lived, period) if lived else None
    if seen is None or plan.family != "fighting":
        return None
    for identity in (pair.source, pair.target):
        if any(term.overlaps(seen) for term in identity.governs):
            return (
                f"{identity.actor.name} held the government for some of that time, "
                f"which {source.coverage.title} does not code"
            )
    return None


def _uncoded_actor(identity: Identity, cover: Coverage) -> str | None:
    actor = identity.actor
    if actor.kind.value not in cover.actor_kinds:
        what = actor.kind.value.replace("_", " ")
        return f"{actor.name} is a {what}, and {cover.title} codes {cover.codes}"
    if not identity.all_codes:
        return f"no id of {actor.name} in UCDP data is known"
    return None


def _states_only(plan: Plan, pair: Pair, cover: Coverage) -> bool:
    return plan.letters <= cover.state_only and pair.source.actor.kind is not ActorKind.STATE


def _unseen_fighting(pair: Pair, source: Source, seen: Period) -> str | None:
    for identity in (pair.source, pair.target):
        if any(inside(seen, term) for term in identity.governs):
            return (
                f"{identity.actor.name} held the government then, "
                f"and {source.coverage.title} codes {source.coverage.codes}"
            )
    if source.coverage.pairs is not None and not _carried(pair, source.coverage.pairs):
        return "the figures carried over hold other dyads only; import the whole dataset"
    return None


def _carried(pair: Pair, pairs: frozenset[frozenset[str]]) -> bool:
    return any(
        frozenset((one, other)) in pairs
        for one in pair.source.all_codes
        for other in pair.target.all_codes
    )


def _unseen_support(plan: Plan, pair: Pair, source: Source, seen: Period) -> str | None:
    recipients = (pair.target, pair.source) if plan.symmetric else (pair.target,)
    for recipient in recipients:
        if any(row.period.overlaps(seen) for row in source.received(recipient)):
            return None
    names = " and ".join(recipient.actor.name for recipient in recipients)
    return f"{names}: not coded as a party of an active conflict then, so nobody looked"
