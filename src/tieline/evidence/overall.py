"""From the tests of a claim to one verdict, and the definitions that would flip it.

The rule: each dataset answers with the claim's default definition. Datasets that do not cover
the claim are left out. If the others disagree, or one finds that parts of the time do, it is
mixed; else one that decides is followed; else it is undetermined. A denial that stands under
its definition is never supported overall: what no dataset recorded is not shown not to be.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tieline.evidence.compile import Plan
from tieline.model.finding import Finding, Flip, Test, Verdict

_NOTHING = "no imported dataset codes this relation"
_UNDATED = "the document is undated, so all covered rows are used"


def overall(plan: Plan, dated: Finding, tests: Sequence[Test]) -> Finding:
    """The finding on a plan, `dated` being its frame."""
    if not tests:
        return replace(dated, verdict=Verdict.OUTSIDE_COVERAGE, reason=_NOTHING)
    defaults = [test for test in tests if test.default]
    verdict = combined(test.verdict for test in defaults)
    if plan.denied and verdict is Verdict.SUPPORTED:
        verdict = Verdict.UNDETERMINED
    return replace(
        dated,
        verdict=verdict,
        reason=_reason(plan, defaults),
        tests=tuple(tests),
        flips=_flips(verdict, tests),
    )


def combined(verdicts: Iterable[Verdict]) -> Verdict:
    """One verdict of several datasets under one definition."""
    found = set(verdicts) - {Verdict.OUTSIDE_COVERAGE}
    decided = found & {Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.MIXED}
    if not found:
        return Verdict.OUTSIDE_COVERAGE
    if not decided:
        return Verdict.UNDETERMINED
    return decided.pop() if len(decided) == 1 else Verdict.MIXED


def _reason(plan: Plan, defaults: Sequence[Test]) -> str:
    covering = [test for test in defaults if test.verdict is not Verdict.OUTSIDE_COVERAGE]
    told = list(dict.fromkeys(test.reason for test in covering or defaults))
    if plan.said_on is None and covering:
        told.append(_UNDATED)
    return "; ".join(told)


def _flips(verdict: Verdict, tests: Sequence[Test]) -> tuple[Flip, ...]:
    wordings = {test.definition: test.wording for test in tests}
    flips = (
        Flip(name, wording, combined(test.verdict for test in tests if test.definition == name))
        for name, wording in wordings.items()
    )
    return tuple(flip for flip in flips if flip.verdict not in {verdict, Verdict.OUTSIDE_COVERAGE})
