"""Operational definitions and the words that call for them, from `data/definitions.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Definition:
    """When a year counts, and how many must.

    For fighting `estimate` ("best" or "low") of deaths must reach `bar`. For support `claimed`
    asks for the claimed kind, else any kind will do. `ever` looks back without a limit.
    """

    name: str
    family: str
    wording: str
    source: str
    bar: int = 0
    estimate: str = "best"
    years: int = 1
    claimed: bool = False
    ever: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """How claims of one relation are tested; the first definition is the default.

    `undecided` is the reason why no row can decide it, None if rows can.
    """

    family: str
    definitions: tuple[Definition, ...]
    ever: bool
    undecided: str | None


@dataclass(frozen=True, slots=True)
class Definitions:
    """The whole file."""

    relations: Mapping[str, Relation]
    qualities: Mapping[str, Mapping[str, Definition]]
    words: Mapping[str, frozenset[str]]
    reasons: Mapping[str, Mapping[str, str]]
    recent_years: int
    recent_years_denied: int
    tolerance: float


@cache
def definitions() -> Definitions:
    """The shipped definitions."""
    raw = files("tieline.evidence").joinpath("data/definitions.toml").read_text(encoding="utf-8")
    data = tomllib.loads(raw)
    known = {name: _definition(name, entry) for name, entry in data["definitions"].items()}
    return Definitions(
        relations={
            name: Relation(
                family=entry["family"],
                definitions=tuple(known[item] for item in entry["definitions"]),
                ever=entry.get("undated") == "ever",
                undecided=entry.get("undecided"),
            )
            for name, entry in data["relations"].items()
        },
        qualities={
            family: {word: known[item] for word, item in entry.items()}
            for family, entry in data["qualities"].items()
        },
        words={name: frozenset(entry) for name, entry in data["words"].items()},
        reasons=data["not_testable"],
        recent_years=data["recent_years"],
        recent_years_denied=data["recent_years_denied"],
        tolerance=data["tolerance"],
    )


def _definition(name: str, entry: Mapping[str, str | int]) -> Definition:
    return Definition(
        name=name,
        family=str(entry["family"]),
        wording=str(entry["wording"]),
        source=str(entry["source"]),
        bar=int(entry.get("bar", 0)),
        estimate=str(entry.get("estimate", "best")),
        years=int(entry.get("years", 1)),
        claimed=entry.get("kind") == "claimed",
        ever=entry.get("reach") == "ever",
    )
