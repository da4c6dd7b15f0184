import pytest

from tieline.evidence.overall import combined
from tieline.model.finding import Verdict

S, C, M = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.MIXED
U, O = Verdict.UNDETERMINED, Verdict.OUTSIDE_COVERAGE  # noqa: E741 - the six, by initial


@pytest.mark.parametrize(
    ("verdicts", "overall"),
    [
        ([], O),
        ([O, O], O),
        ([O, U], U),
        ([U, S], S),
        ([C, O], C),
        ([S, C], M),
        ([S, C, U, O], M),
        ([S, M], M),
        ([M, U], M),
    ],
)
def test_one_verdict_of_several(verdicts: list[Verdict], overall: Verdict) -> None:
    """Datasets that disagree are mixed; those that do not cover or decide do not count."""
    assert combined(verdicts) is overall
