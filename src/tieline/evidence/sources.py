"""The observations of one dataset's version, found by who takes part in them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from tieline.evidence.coverage import Coverage
from tieline.evidence.crosswalk import Identity
from tieline.evidence.record import Installed
from tieline.model.observation import Observation, Side


@dataclass(frozen=True, slots=True)
class Match:
    """A row that has to do with two actors.

    `role` is "tie" for a row of exactly these two, "reverse" for support the other way round,
    "composite" where one of them is only part of a side that stays whole.
    """

    row: Observation
    role: str


class Source:
    """Rows of one version of a dataset, with what it covers and the file they are from."""

    def __init__(
        self, item: Installed, coverage: Coverage, observations: Iterable[Observation]
    ) -> None:
        """Index the rows by the ids on their two sides."""
        self.item = item
        self.coverage = coverage
        self._pairs: defaultdict[tuple[str, str], list[Observation]] = defaultdict(list)
        self._recipients: defaultdict[str, list[Observation]] = defaultdict(list)
        self._received: dict[str, list[Observation]] = {}
        for row in observations:
            for pair in product(_ids(row.first), _ids(row.second)):
                self._pairs[pair].append(row)
            if row.kind == "support":
                self._recipients[row.second.code].append(row)

    def fighting(self, one: Identity, other: Identity) -> list[Match]:
        """Rows of fighting between two actors, whichever side they stand on."""
        found = []
        for row in self._between(one, other):
            role = _fought(row, one, other) or _fought(row, other, one)
            if role:
                found.append(Match(row, role))
        return found

    def support(self, supporter: Identity, recipient: Identity) -> list[Match]:
        """Rows of support between two actors, those the other way round marked."""
        found = []
        for row in self._between(supporter, recipient):
            if _supported(row, supporter, recipient):
                found.append(Match(row, "tie"))
            elif _supported(row, recipient, supporter):
                found.append(Match(row, "reverse"))
        return found

    def received(self, recipient: Identity) -> list[Observation]:
        """Every row in which an actor is the coded recipient, with a supporter or without."""
        known = self._received.get(recipient.actor.id)
        if known is None:
            known = self._received[recipient.actor.id] = [
                row
                for code in sorted(recipient.all_codes)
                for row in self._recipients.get(code, ())
                if recipient.is_side(row.second, row.against, row)
            ]
        return known

    def _between(self, one: Identity, other: Identity) -> Sequence[Observation]:
        here, there = one.all_codes, other.all_codes
        found = {
            (row.row, row.first.code): row
            for pair in (*product(here, there), *product(there, here))
            for row in self._pairs.get(pair, ())
        }
        return [found[key] for key in sorted(found, key=lambda key: (found[key].year, key))]


def _ids(side: Side) -> tuple[str, ...]:
    return (side.code, *side.parts)


def _fought(row: Observation, one: Identity, other: Identity) -> str | None:
    first, second = row.first, row.second
    sides = (one.is_side(first, second, row), other.is_side(second, first, row))
    if all(sides):
        return "tie"
    parts = (sides[0] or one.is_part(first), sides[1] or other.is_part(second))
    return "composite" if all(parts) else None


def _supported(row: Observation, supporter: Identity, recipient: Identity) -> bool:
    return supporter.is_side(row.first, None, row) and recipient.is_side(
        row.second, row.against, row
    )
