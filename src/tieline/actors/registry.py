"""The registry of actors: loads its data files and answers questions about them."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from tieline.errors import InputError, InstallError
from tieline.model.actor import Actor, ActorKind, Fact, Name, NameKind
from tieline.model.period import Period

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_STATE = "state:"


@dataclass(frozen=True)
class Registry:
    """All actors, in the order of their files. Ids are unique."""

    actors: tuple[Actor, ...]

    @classmethod
    def shipped(cls) -> "Registry":
        """The registry that comes with the program, read once."""
        return _shipped()

    @classmethod
    def load(cls, paths: Iterable[Path]) -> "Registry":
        """Read JSON Lines files. Raises InputError with file and line for a bad line."""
        return cls(_unique((path.name, path.read_text(encoding="utf-8")) for path in paths))

    @cached_property
    def _by_id(self) -> Mapping[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def _by_source(self) -> Mapping[str, Actor]:
        found: dict[str, Actor] = {}
        for actor in self.actors:
            for source in actor.sources:
                found.setdefault(source, actor)
        return found

    @cached_property
    def _holders(self) -> Mapping[tuple[str, str], tuple[tuple[Actor, Fact], ...]]:
        found: defaultdict[tuple[str, str], list[tuple[Actor, Fact]]] = defaultdict(list)
        for actor in self.actors:
            for fact in actor.facts:
                found[fact.relation, fact.target].append((actor, fact))
        return {key: tuple(pairs) for key, pairs in found.items()}

    @cached_property
    def _forces(self) -> Mapping[str, tuple[Actor, ...]]:
        found: defaultdict[str, list[Actor]] = defaultdict(list)
        for actor in self.actors:
            if actor.kind is ActorKind.FORCE and actor.country:
                found[actor.country].append(actor)
        return {country: tuple(forces) for country, forces in found.items()}

    def get(self, actor_id: str | None) -> Actor | None:
        """The actor of that id, None if there is none."""
        return None if actor_id is None else self._by_id.get(actor_id)

    def state(self, country: str | None) -> Actor | None:
        """The state of an alpha-3 code."""
        return None if country is None else self.get(_STATE + country)

    def by_source(self, source: str) -> Actor | None:
        """The first actor that cites a source such as "ucdp-actor:303"."""
        return self._by_source.get(source)

    def forces(self, country: str | None) -> tuple[Actor, ...]:
        """The forces and services of a state, by its alpha-3 code."""
        return self._forces.get(country or "", ())

    def holders_of(
        self, relation: str, target: str, day: date | None = None
    ) -> tuple[tuple[Actor, Fact], ...]:
        """Actors that stand in a relation to a target, with the fact that says so.

        With a day, only facts whose period covers it.
        """
        held = self._holders.get((relation, target), ())
        return tuple(pair for pair in held if day is None or pair[1].period.covers(day))


@cache
def _shipped() -> Registry:
    folder = files("tieline.actors").joinpath("data")
    if not folder.is_dir():
        raise InstallError("the actor registry is missing; run ./tieline --help to reinstall")
    parts = sorted((part for part in folder.iterdir()), key=lambda part: part.name)
    named = ((p.name, p.read_text(encoding="utf-8")) for p in parts if p.name.endswith(".jsonl"))
    return Registry(_unique(named))


def _unique(named: Iterable[tuple[str, str]]) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    for file, text in named:
        for number, actor in _lines(file, text):
            if actor.id in found:
                raise InputError(f"{file}, line {number}: the id {actor.id} is used twice")
            found[actor.id] = actor
    return tuple(found.values())


def _lines(file: str, text: str) -> Iterator[tuple[int, Actor]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield number, _actor(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            reason = f"no {error}" if isinstance(error, KeyError) else str(error)
            raise InputError(f"{file}, line {number}: not a registry entry ({reason})") from error


def _actor(row: Mapping[str, Any]) -> Actor:
    return Actor(
        id=row["id"],
        name=row["name"],
        kind=ActorKind(row["kind"]),
        names=tuple(_name(item) for item in row.get("names", ())),
        country=row.get("country"),
        facts=tuple(_fact(item) for item in row.get("facts", ())),
        sources=tuple(row.get("sources") or ("uncited",)),
        period=_period(row),
    )


def _name(row: Mapping[str, Any]) -> Name:
    return Name(row["text"], NameKind(row["kind"]), _period(row))


def _fact(row: Mapping[str, Any]) -> Fact:
    return Fact(row["relation"], row["target"], row.get("role"), _period(row))


def _period(row: Mapping[str, Any]) -> Period:
    return Period(_day(row.get("from"), last=False), _day(row.get("to"), last=True))


def _day(written: str | None, *, last: bool) -> date | None:
    """The first or last day of "YYYY", "YYYY-MM" or "YYYY-MM-DD"."""
    if written is None:
        return None
    match = _DATE.fullmatch(written)
    if match is None:
        raise ValueError(f"'{written}' is no date like 2014, 2014-06 or 2014-06-29")
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if day:
        return date(year, month, day)
    if not last:
        return date(year, month or 1, 1)
    following = date(year + 1, 1, 1) if month in {0, 12} else date(year, month + 1, 1)
    return following - timedelta(days=1)
