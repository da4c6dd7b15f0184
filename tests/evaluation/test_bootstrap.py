from tieline.evaluation.bootstrap import intervals
from tieline.evaluation.scoring import Tally

DOCUMENTS = [Tally(gold=10, found=found) for found in (2, 4, 6, 8)]


def _recall(tally: Tally) -> float | None:
    return tally.found / tally.gold if tally.gold else None


def _never(_: Tally) -> None:
    return None


def test_the_same_documents_give_the_same_interval() -> None:
    """The draws are the same each time."""
    assert intervals(DOCUMENTS, [_recall]) == intervals(DOCUMENTS, [_recall])


def test_the_interval_lies_about_the_figure() -> None:
    """It holds the figure of the whole set, and no value beyond the documents' own."""
    ((low, high),) = [found for found in intervals(DOCUMENTS, [_recall]) if found]
    assert 0.2 <= low < 0.5 < high <= 0.8


def test_documents_alike_leave_no_doubt() -> None:
    """Where every document gives one figure, both ends are that figure."""
    assert intervals([DOCUMENTS[0]] * 5, [_recall]) == [(0.2, 0.2)]


def test_one_document_gives_no_interval() -> None:
    """Nothing can be learnt of other documents from one."""
    assert intervals(DOCUMENTS[:1], [_recall, _recall]) == [None, None]


def test_a_figure_that_is_nowhere_defined_has_no_interval() -> None:
    """Draws in which there is nothing to count are left out."""
    assert intervals(DOCUMENTS, [_never]) == [None]


def test_drawing_leaves_the_documents_as_they_were() -> None:
    """Sums are made anew; the tallies given are not added to."""
    intervals(DOCUMENTS, [_recall])
    assert [each.found for each in DOCUMENTS] == [2, 4, 6, 8]
