"""A tie between two actors as claims have it, before anyone judges it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tie:
    """All claims of one relation between two actors, source to target.

    `source` and `target` are actor keys (registry id, or folded name); `claims` holds
    the affirmed claims that make it, `disputed_by` the negated or ended ones.
    """

    source: str
    target: str
    relation: str
    sign: int
    claims: tuple[str, ...] = ()
    disputed_by: tuple[str, ...] = ()
