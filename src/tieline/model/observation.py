"""What a dataset records: a row, with the dataset's own names beside ours."""

from dataclasses import dataclass

from tieline.model.period import Period


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a row: the dataset's name and id, and the registry's id if crosswalked.

    `parts` are the dataset's ids of the members of a composite actor, which stays whole.
    """

    name: str
    code: str
    actor_id: str | None = None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """One row of a dataset, or one supporter of a row that lists several.

    `kind` is "fighting" (undirected: sides do not code who initiated) or "support"
    (`first` supported `second` in its conflict with `against`; an empty `first.code` says
    that the recipient's year was coded and no supporter found). `row` is the line number in
    the source file. Deaths are the dataset's low, best and high estimates; None for support
    rows. `categories` are UCDP External Support letters certain for this supporter;
    `pooled` those coded for the row, but perhaps of another supporter.
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
    pooled: tuple[str, ...] = ()
    against: Side | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that cannot be used: its line in the source file, why, and the line itself."""

    row: int
    reason: str
    text: str
