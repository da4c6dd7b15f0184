"""What a dataset records: a row, with the dataset's own names beside ours."""

from dataclasses import dataclass

from tieline.model.period import Period


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a row: the dataset's name and id, and the registry's id if crosswalked."""

    name: str
    code: str
    actor_id: str | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """One row of a dataset.

    `kind` is "fighting" (undirected: sides do not code who initiated) or "support"
    (`first` supported `second`). `row` is the line number in the source file. Deaths
    are the dataset's low, best and high estimates; None for support rows.
    `categories` are UCDP External Support letters confirmed for the row.
    """

    dataset: str
    version: str
    row: int
    kind: str
    first: Side
    second: Side
    period: Period
    year: int
    places: tuple[str, ...] = ()
    low: int | None = None
    best: int | None = None
    high: int | None = None
    categories: tuple[str, ...] = ()
    note: str | None = None
