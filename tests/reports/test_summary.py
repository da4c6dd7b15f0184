from types import ModuleType

from tieline.model.finding import Finding, Verdict
from tieline.reports.entries import chapters
from tieline.reports.summary import summarise


def test_reasons_that_differ_in_one_word_are_told_together(made_up: ModuleType) -> None:
    """Claims that no dataset covers are counted in one line that names every relation."""
    claims = made_up.claims()
    reasons = ["no dataset codes 'leads'", "no dataset codes 'kills'", "no dataset codes 'leads'"]
    findings = [
        Finding(claim.id, Verdict.OUTSIDE_COVERAGE, reason)
        for claim, reason in zip(claims, reasons, strict=False)
    ]
    (item,) = summarise(chapters(made_up.documents(), claims, findings)).untold
    assert item.reason == "no dataset codes 'leads' (2) and 'kills' (1)"
    assert item.count == 3


def test_a_reason_given_once_stays_as_it_is(made_up: ModuleType) -> None:
    """A single reason is quoted word for word."""
    claims = made_up.claims()
    findings = [Finding(claims[0].id, Verdict.NOT_TESTABLE, "'x' is 'y'")]
    (item,) = summarise(chapters(made_up.documents(), claims, findings)).untold
    assert item.reason == "'x' is 'y'"


def test_sentences_count_and_agree(made_up: ModuleType) -> None:
    """Numbers and nouns agree, and nothing is said of verdicts before a check."""
    found = summarise(chapters(made_up.documents(), made_up.claims()[:1], ())).sentences
    moods = "0 affirm a relation, 1 denies one and 0 say that one has ended; 0 are hedged"
    assert found == (
        "2 documents with 1 claim by 1 holder: authors, and those whom they quote or report.",
        "By kind: 1 tie.",
        f"By polarity and mood: {moods}.",
    )
