"""What was seen, in the words of a finding: rows with their use, and a statistic."""

from collections.abc import Iterable, Sequence

from tieline.evidence.numbers import told
from tieline.evidence.verdicts import Answer, Question, Sighting, Spot, counted
from tieline.model.finding import Row
from tieline.model.observation import Observation

_ORDER = ("counter-example", "supporting", "straddles", "below the bar", "later", "context")


def rows(question: Question, seen: Iterable[Sighting]) -> tuple[Row, ...]:
    """Rows by use, counter-examples first, then by year."""
    made = [_row(item.row, use(question, item)) for item in seen]
    return tuple(sorted(made, key=lambda row: (_ORDER.index(row.use), row.year, row.row)))


def use(question: Question, item: Sighting) -> str:
    """What a row is used as."""
    if item.spot is not Spot.INSIDE:
        return str(item.spot.value)
    if question.plan.undecided or question.where.reason:
        return "context"
    if question.plan.number is not None or item.answer is Answer.YES:
        return "counter-example" if question.plan.denied else "supporting"
    return "below the bar" if question.plan.family == "fighting" else "context"


def context(observations: Iterable[Observation]) -> tuple[Row, ...]:
    """Rows that are shown and decide nothing."""
    return tuple(_row(row, "context") for row in observations)


def statistic(question: Question, seen: Sequence[Sighting]) -> str:
    """The figures inside the days asked about, never a bare zero."""
    inside = [item.row for item in seen if item.spot is Spot.INSIDE]
    if not inside:
        return f"no row; {question.cover.missing}"
    if question.plan.family == "fighting":
        years = (f"{row.year}: {told(row.low, row.best, row.high)}" for row in inside)
        return "deaths " + ", ".join(years)
    met = frozenset(
        item.row.year for item in seen if item.spot is Spot.INSIDE and item.answer is Answer.YES
    )
    return f"confirmed in {counted(met) or 'no year'}"


def _row(row: Observation, used: str) -> Row:
    return Row(
        dataset=row.dataset,
        version=row.version,
        row=row.row,
        label=label(row),
        year=row.year,
        use=used,
        low=row.low,
        best=row.best,
        high=row.high,
    )


def label(row: Observation) -> str:
    """A row in one line, with the dataset's own names."""
    if row.kind == "fighting":
        return f"{row.first.name} and {row.second.name}, {', '.join(row.places)}"
    against = f" against {row.against.name}" if row.against else ""
    kinds = "".join(row.categories)
    pooled = f"{'; ' if kinds else ''}one of several: {''.join(row.pooled)}" if row.pooled else ""
    noted = f" ({row.note})" if row.note else ""
    return f"{row.first.name} → {row.second.name}{against}: {kinds}{pooled}{noted}"
