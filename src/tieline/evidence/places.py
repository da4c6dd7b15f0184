"""Whether a row lies where a claim says; rows name countries, never parts of them."""

from dataclasses import dataclass

from tieline.evidence.compile import Plan
from tieline.evidence.crosswalk import Actors
from tieline.evidence.gaps import Pair
from tieline.model.claim import Place
from tieline.model.observation import Observation


@dataclass(frozen=True, slots=True)
class Where:
    """The claim's place: its country's names, and why rows cannot decide it, if they cannot.

    `home` says that one of the two actors belongs there.
    """

    names: frozenset[str] | None
    reason: str | None
    home: bool = False

    def fits(self, row: Observation) -> bool:
        """Whether a row may count; several countries of one row stay together."""
        if self.reason is not None:
            return False
        return self.names is None or any(self._named(place) for place in row.places)

    def partly(self, row: Observation) -> bool:
        """Whether a row may lie elsewhere: counted together with other countries, not at home."""
        if self.names is None or self.home:
            return False
        return not all(self._named(place) for place in row.places)

    def _named(self, place: str) -> bool:
        return self.names is not None and not self.names.isdisjoint(_folded(place))


ANYWHERE = Where(None, None)


def where(plan: Plan, pair: Pair, actors: Actors) -> Where:
    """What the place of a claim asks of rows."""
    place = plan.place
    if place is None:
        return ANYWHERE
    names = _country_names(place, actors)
    if names is None or place.name.casefold() not in names:
        return Where(None, f"rows name countries, not '{place.name}'")
    homes = {pair.source.actor.country, pair.target.actor.country}
    if plan.family == "fighting":
        return Where(names, None, home=place.country in homes)
    return ANYWHERE if place.country in homes else Where(None, "the place of support is not coded")


def _country_names(place: Place, actors: Actors) -> frozenset[str] | None:
    state = actors.get(f"state:{place.country}") if place.country else None
    if state is None:
        return None
    return frozenset({state.name.casefold(), *(name.text.casefold() for name in state.names)})


def _folded(place: str) -> set[str]:
    """A dataset's name of a country, and the two names of one like "DR Congo (Zaire)"."""
    head, _, tail = place.casefold().partition(" (")
    return {place.casefold(), head, tail.rstrip(")")}
