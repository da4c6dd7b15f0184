from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tieline.evidence.coverage import Coverage, coverage
from tieline.evidence.examiner import Examiner
from tieline.evidence.record import Installed
from tieline.evidence.sources import Source
from tieline.model.actor import Actor, ActorKind
from tieline.model.claim import Claim
from tieline.model.finding import Finding, Verdict
from tieline.model.observation import Observation, Side
from tieline.model.period import Period

Make = Callable[[Mapping[str, Any]], Claim]
NON_STATE, ESD = coverage("ucdp-nonstate", "22.1"), coverage("ucdp-esd", "18.1")
DECISIVE = {Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.MIXED}
RANK = {Verdict.CONTRADICTED: 0, Verdict.UNDETERMINED: 1, Verdict.SUPPORTED: 2}
NEVER = {
    "source": "group:a",
    "target": "group:b",
    "relation": "fights",
    "polarity": "negated",
    "scope": ["never"],
}

pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.NonInteractiveExampleWarning")
relaxed = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@dataclass(frozen=True)
class _Two:
    """A registry of two groups, whose names do not matter."""

    names: tuple[str, str] = ("A", "B")

    def get(self, actor_id: str | None) -> Actor | None:
        """Either of the two."""
        known = dict(zip(("group:a", "group:b"), zip(self.names, "12", strict=True), strict=True))
        if actor_id not in known:
            return None
        name, code = known[actor_id]
        sources = (f"ucdp-actor:{code}",)
        return Actor(actor_id, name, ActorKind.ARMED_GROUP, sources=sources)

    def by_source(self, _source: str) -> Actor | None:
        """Nobody."""
        return None


def _fighting(year: int, low: int, more: int, most: int) -> Observation:
    return Observation(
        dataset="ucdp-nonstate",
        version="22.1",
        row=year,
        kind="fighting",
        first=Side("A", "1"),
        second=Side("B", "2"),
        period=Period(date(year, 1, 1), date(year, 12, 31)),
        year=year,
        places=("Utopia",),
        low=low,
        best=low + more,
        high=low + more + most,
    )


def _support(year: int, certain: str, pooled: str) -> Observation:
    return replace(
        _fighting(year, 0, 0, 0),
        dataset="ucdp-esd",
        version="18.1",
        kind="support",
        categories=tuple(certain),
        pooled=tuple(set(pooled) - set(certain)),
        low=None,
        best=None,
        high=None,
    )


# A year-row below a bar lets a denial stand, though only part of its year is asked about.
DECIDING = {
    Verdict.SUPPORTED: {"supporting", "below the bar", "straddles"},
    Verdict.CONTRADICTED: {"counter-example"},
    Verdict.MIXED: {"supporting", "counter-example"},
}

years = st.integers(1989, 2021)
counts = st.integers(0, 1500)
dyad_years = st.lists(
    st.builds(_fighting, years, st.integers(1, 1500), st.integers(24, 500), counts),
    unique_by=lambda row: row.year,
    max_size=8,
)
kinds = st.text("FWLYT", max_size=3)
support_years = st.lists(
    st.builds(_support, st.integers(1975, 2017), kinds, kinds),
    unique_by=lambda row: row.year,
    max_size=8,
)
days = st.dates(date(1985, 1, 1), date(2024, 12, 31))
claims = st.fixed_dictionaries(
    {
        "source": st.just("group:a"),
        "target": st.just("group:b"),
        "relation": st.sampled_from(["fights", "attacks", "supports", "funds", "hosts"]),
        "polarity": st.sampled_from(["affirmed", "negated", "ended"]),
        "scope": st.sampled_from([[], ["never"], ["always"], ["only"]]),
        "said_on": st.none() | days,
        "time": st.none() | st.tuples(days, days).map(sorted),
    }
)


def _source(rows: Sequence[Observation], cover: Coverage = NON_STATE) -> Source:
    item = Installed(cover.dataset, cover.version, "", "", len(rows), "f", "0", Path("f"))
    return Source(item, cover, rows)


def _ask(claim: Claim, *sources: Source, actors: _Two | None = None) -> Finding:
    return Examiner(sources, actors or _Two()).finding(claim, None, None)


@relaxed
@given(rows=dyad_years, extra=st.builds(_fighting, years, st.just(25), counts, counts), said=days)
def test_counter_example_never_helps_never(
    make_claim: Make, rows: list[Observation], extra: Observation, said: date
) -> None:
    """Adding a counter-example never makes "never" better, overall or under the default."""
    claim = make_claim({**NEVER, "said_on": said})
    before = _ask(claim, _source(rows))
    after = _ask(claim, _source([*rows, replace(extra, row=1)]))
    if before.verdict is Verdict.OUTSIDE_COVERAGE:
        assert after.verdict is Verdict.OUTSIDE_COVERAGE
    else:
        assert RANK[after.verdict] <= RANK[before.verdict]
        assert RANK[after.tests[0].verdict] <= RANK[before.tests[0].verdict]


@relaxed
@given(case=claims, rows=dyad_years, support=support_years)
def test_decisive_verdicts_rest_on_rows(
    make_claim: Make, case: dict[str, Any], rows: list[Observation], support: list[Observation]
) -> None:
    """No decisive verdict comes from a missing row, and no denial is supported overall."""
    finding = _ask(make_claim(case), _source(rows), _source(support, ESD))
    for test in finding.tests:
        if test.verdict in DECISIVE:
            assert {row.use for row in test.rows} & DECIDING[test.verdict]
    if case["polarity"] != "affirmed":
        assert finding.verdict is not Verdict.SUPPORTED


@relaxed
@given(case=claims)
def test_empty_datasets_decide_nothing(make_claim: Make, case: dict[str, Any]) -> None:
    """Datasets without a row of the two never decide, under any definition."""
    finding = _ask(make_claim(case), _source([]), _source([], ESD))
    assert finding.verdict not in DECISIVE
    assert not any(test.verdict in DECISIVE for test in finding.tests)


@relaxed
@given(case=claims, rows=dyad_years, support=support_years)
def test_uncovering_dataset_moves_nothing(
    make_claim: Make, case: dict[str, Any], rows: list[Observation], support: list[Observation]
) -> None:
    """A dataset that covers nothing of a claim never moves its verdict."""
    claim = make_claim(case)
    blind = _source([], replace(NON_STATE, actor_kinds=frozenset()))
    deaf = _source([], replace(ESD, actor_kinds=frozenset()))
    both = (_source(rows), _source(support, ESD))
    assert _ask(claim, *both, blind, deaf).verdict is _ask(claim, *both).verdict


@relaxed
@given(rows=dyad_years, ends=st.tuples(days, days, days, days).map(sorted))
def test_wider_period_keeps_counter_examples(
    make_claim: Make, rows: list[Observation], ends: list[date]
) -> None:
    """Widening the time of a denial removes no counter-example."""
    case = {**NEVER, "scope": [], "said_on": date(2024, 12, 31)}
    wide = _ask(make_claim({**case, "time": [ends[0], ends[3]]}), _source(rows))
    narrow = _ask(make_claim({**case, "time": [ends[1], ends[2]]}), _source(rows))
    assert _counter_examples(narrow) <= _counter_examples(wide)
    if narrow.verdict is Verdict.CONTRADICTED:
        assert wide.verdict is Verdict.CONTRADICTED


@relaxed
@given(case=claims, rows=dyad_years, names=st.tuples(st.text(min_size=1), st.text(min_size=1)))
def test_names_change_nothing(
    make_claim: Make, case: dict[str, Any], rows: list[Observation], names: tuple[str, str]
) -> None:
    """Renaming the actors changes no verdict."""
    claim = make_claim(case)
    renamed = _ask(claim, _source(rows), actors=_Two(names))
    assert renamed.verdict is _ask(claim, _source(rows)).verdict


@relaxed
@given(case=claims, rows=dyad_years)
def test_sides_of_fighting_are_equal(
    make_claim: Make, case: dict[str, Any], rows: list[Observation]
) -> None:
    """Fighting has no direction: turning claim or rows round changes no verdict."""
    case = {**case, "relation": "fights"}
    turned = [replace(row, first=row.second, second=row.first) for row in rows]
    verdict = _ask(make_claim(case), _source(rows)).verdict
    assert _ask(make_claim(case), _source(turned)).verdict is verdict
    swapped = {**case, "source": case["target"], "target": case["source"]}
    assert _ask(make_claim(swapped), _source(rows)).verdict is verdict


def _counter_examples(finding: Finding) -> set[int]:
    default = [test for test in finding.tests if test.default]
    return {row.row for test in default for row in test.rows if row.use == "counter-example"}
