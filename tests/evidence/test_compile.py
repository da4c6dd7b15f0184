from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from tieline.evidence.compile import Plan, Refusal, compile_claim
from tieline.model.claim import Claim
from tieline.model.finding import Verdict
from tieline.model.period import Period

Make = Callable[[Mapping[str, Any]], Claim]
SAID = date(2018, 11, 28)
FIGHTS = {"source": "group:a", "target": "group:b", "relation": "fights", "said_on": SAID}
SUPPORTS = {**FIGHTS, "relation": "supports"}


def _plan(claim: Claim) -> Plan:
    plan = compile_claim(claim, SAID)
    assert isinstance(plan, Plan), plan
    return plan


@pytest.mark.parametrize(
    ("change", "verdict", "reason"),
    [
        ({"kind": "demand"}, Verdict.NOT_TESTABLE, "demand"),
        ({"kind": "prediction"}, Verdict.NOT_TESTABLE, "not yet due"),
        ({"kind": "assessment"}, Verdict.NOT_TESTABLE, "judgement"),
        ({"modality": ["hedged", "questioned"]}, Verdict.NOT_TESTABLE, "doubted"),
        ({"modality": ["conditional"]}, Verdict.NOT_TESTABLE, "conditional"),
        ({"scope": ["most"]}, Verdict.NOT_TESTABLE, "'most'"),
        ({"scope": ["monopoly"], "polarity": "ended"}, Verdict.NOT_TESTABLE, "'monopoly'"),
        ({"relation": "denounces"}, Verdict.OUTSIDE_COVERAGE, "denounces"),
        ({"time": [date(2019, 1, 1), None]}, Verdict.NOT_TESTABLE, "not yet due"),
        (
            {"kind": "quantity", "quantity": {"comparator": "=", "value": 6, "unit": "wings"}},
            Verdict.NOT_TESTABLE,
            "units",
        ),
        (
            {
                "kind": "quantity",
                "polarity": "negated",
                "quantity": {"comparator": "≥", "value": 6, "unit": "deaths"},
            },
            Verdict.NOT_TESTABLE,
            "denied",
        ),
    ],
)
def test_what_is_not_compiled_says_why(
    make_claim: Make, change: dict[str, Any], verdict: Verdict, reason: str
) -> None:
    """A claim that calls for no test gets its verdict and the reason."""
    refusal = compile_claim(make_claim({**FIGHTS, **change}), SAID)
    assert isinstance(refusal, Refusal)
    assert refusal.verdict is verdict
    assert reason in refusal.reason


@pytest.mark.parametrize(
    ("change", "period"),
    [
        ({}, Period(None, SAID)),
        ({"polarity": "negated"}, Period(date(2017, 1, 1), SAID)),
        ({"polarity": "negated", "scope": ["never"]}, Period(None, SAID)),
        ({"relation": "supports"}, Period(date(2013, 1, 1), SAID)),
        ({"time": [date(2014, 1, 1), None]}, Period(date(2014, 1, 1), SAID)),
        (
            {"time": [date(2014, 1, 1), date(2014, 12, 31)]},
            Period(date(2014, 1, 1), date(2014, 12, 31)),
        ),
        ({"time": [None, None]}, Period(None, SAID)),
        ({"polarity": "ended"}, None),
        (
            {"polarity": "ended", "time": [date(2015, 1, 1), date(2015, 12, 31)]},
            Period(date(2016, 1, 1), SAID),
        ),
        ({"polarity": "ended", "time": [date(2015, 1, 1), None]}, Period(date(2015, 1, 1), SAID)),
    ],
)
def test_days_asked_about(make_claim: Make, change: dict[str, Any], period: Period | None) -> None:
    """A claim's time, closed by the day it was said, decides which days are looked at."""
    plan = _plan(make_claim({**FIGHTS, **change}))
    assert plan.period(plan.definitions[0]) == period


def test_undated_document_leaves_days_open(make_claim: Make) -> None:
    """Without a date of the document nothing closes the days looked at."""
    plan = compile_claim(make_claim({**SUPPORTS, "said_on": None}), None)
    assert isinstance(plan, Plan)
    assert plan.period(plan.definitions[0]) == Period()


def test_a_denied_quality_is_tested_under_its_own_definition(make_claim: Make) -> None:
    """A scope word with a definition puts that definition first and keeps the others."""
    scope = {"scope": ["never", "war"], "polarity": "negated"}
    plan = _plan(make_claim({**FIGHTS, **scope}))
    assert plan.definitions[0].name == "fights.year-1000"
    assert len({item.name for item in plan.definitions}) == len(plan.definitions)
    assert plan.quantifier == "never"


def test_words_that_leave_the_tie_standing(make_claim: Make) -> None:
    """ "Sometimes fought" entails that they fought; what denies only that it was often does not."""
    often = {**FIGHTS, "scope": ["often"]}
    assert isinstance(compile_claim(make_claim({**often, "polarity": "affirmed"}), SAID), Plan)
    denied = compile_claim(make_claim({**often, "polarity": "negated"}), SAID)
    assert isinstance(denied, Refusal)
    assert "'often'" in denied.reason


def test_a_number_beside_another_unit_tests_the_tie(make_claim: Make) -> None:
    """A tie with a number of something else is still a tie."""
    quantity = {"comparator": "=", "value": 200, "unit": "fighters"}
    assert _plan(make_claim({**FIGHTS, "quantity": quantity})).number is None
    deaths = {"comparator": "=", "value": 200, "unit": "deaths"}
    assert _plan(make_claim({**FIGHTS, "quantity": deaths})).number is not None
