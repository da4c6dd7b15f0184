"""How far a figure might be off: documents drawn again and again, with replacement.

Documents and not claims are drawn, because claims of one document stand or fall together.
"""

from collections.abc import Callable, Sequence
from random import Random

from tieline.evaluation.scoring import Tally

DRAWS = 1000
SEED = 20181128
Statistic = Callable[[Tally], float | None]
Interval = tuple[float, float]


def intervals(
    documents: Sequence[Tally], statistics: Sequence[Statistic], draws: int = DRAWS
) -> list[Interval | None]:
    """The middle 95% of each statistic over `draws` sets of as many documents.

    None for fewer than two documents, or where a statistic is nowhere defined.
    """
    if len(documents) < 2:  # noqa: PLR2004 - one document tells nothing of another
        return [None] * len(statistics)
    random = Random(SEED)  # noqa: S311 - the same draws each time is what is wanted
    sets = [_sum(random.choices(documents, k=len(documents))) for _ in range(draws)]
    return [
        _middle([value for each in sets if (value := of(each)) is not None]) for of in statistics
    ]


def _sum(documents: Sequence[Tally]) -> Tally:
    total = Tally()
    for document in documents:
        total.add(document)
    return total


def _middle(values: list[float]) -> Interval | None:
    if not values:
        return None
    values.sort()
    return values[int(0.025 * len(values))], values[min(int(0.975 * len(values)), len(values) - 1)]
