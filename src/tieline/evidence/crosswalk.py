"""Which actors of a dataset are which of the registry, read from `data/crosswalk.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

from tieline.model.actor import Actor
from tieline.model.observation import Observation, Side
from tieline.model.period import Period


class Actors(Protocol):
    """What tests need to know of the registry."""

    def get(self, actor_id: str | None, /) -> Actor | None:
        """The actor of that id."""
        ...

    def by_source(self, source: str, /) -> Actor | None:
        """The actor that cites a source such as "ucdp-actor:303"."""
        ...


@dataclass(frozen=True, slots=True)
class StandIn:
    """An actor of the dataset that stands for one of the registry within limits.

    Empty `area` and `against` set no limit; else all places of a row must lie in the area,
    and the row must set the actor against one of the ids.
    """

    code: str
    period: Period
    area: frozenset[str]
    against: frozenset[str]

    def fits(self, side: Side, foe: Side | None, row: Observation) -> bool:
        """Whether a side of a row is the actor, `foe` being whom the row sets it against."""
        return (
            side.code == self.code
            and inside(row.period, self.period)
            and (not self.area or (bool(row.places) and self.area.issuperset(row.places)))
            and (not self.against or (foe is not None and foe.code in self.against))
        )


@dataclass(frozen=True, slots=True)
class Identity:
    """An actor of the registry as a dataset knows it; `governs` are periods as a government."""

    actor: Actor
    codes: frozenset[str]
    standins: tuple[StandIn, ...]
    governs: tuple[Period, ...]

    @property
    def all_codes(self) -> frozenset[str]:
        """Every id under which rows of the actor may stand."""
        return self.codes | {standin.code for standin in self.standins}

    @property
    def period(self) -> Period:
        """When the dataset could see the actor: limited if it only ever stands in for it."""
        if self.codes or not self.standins:
            return Period()
        starts = [standin.period.earliest for standin in self.standins]
        ends = [standin.period.latest for standin in self.standins]
        return Period(
            None if None in starts else min(day for day in starts if day),
            None if None in ends else max(day for day in ends if day),
        )

    def is_side(self, side: Side, foe: Side | None, row: Observation) -> bool:
        """Whether a side of a row is this actor; nobody stands in for his own opponent."""
        if side.code in self.codes:
            return True
        if foe is not None and foe.code in self.codes:
            return False
        return any(standin.fits(side, foe, row) for standin in self.standins)

    def is_part(self, side: Side) -> bool:
        """Whether a side is a composite actor with this actor in it."""
        return side.code not in self.all_codes and not self.all_codes.isdisjoint(side.parts)


def identify(actor: Actor) -> Identity:
    """The dataset's ids of an actor."""
    return Identity(
        actor=actor,
        codes=frozenset(
            source.removeprefix(PREFIX) for source in actor.sources if source.startswith(PREFIX)
        ),
        standins=tuple(_standin(e) for e in _table()["stands_for"] if e["actor"] == actor.id),
        governs=tuple(_period(e) for e in _table()["governs"] if e["actor"] == actor.id),
    )


def inside(inner: Period, outer: Period) -> bool:
    """Whether every day of one lies in the other."""
    starts = outer.earliest is None or (
        inner.earliest is not None and outer.earliest <= inner.earliest
    )
    ends = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return starts and ends


@cache
def _table() -> dict[str, Any]:
    raw = files("tieline.evidence").joinpath("data/crosswalk.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


def _standin(entry: dict[str, Any]) -> StandIn:
    return StandIn(
        code=entry["code"],
        period=_period(entry),
        area=frozenset(entry.get("area", ())),
        against=frozenset(entry.get("against", ())),
    )


def _period(entry: dict[str, Any]) -> Period:
    return Period(entry.get("from"), entry.get("to"))


PREFIX: str = _table()["prefix"]
