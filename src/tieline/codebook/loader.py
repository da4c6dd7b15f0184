"""Loads the codebook's data file once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tieline.errors import InputError


@dataclass(frozen=True, slots=True)
class RelationType:
    """One relation type, its standing in the codebook, and its counterparts elsewhere.

    `sign` is 1, 0 or -1. `inverse` is the wording from target to source. Counterparts
    are UCDP External Support letters, PLOVER root, STIX 2.1 relationship type,
    FollowTheMoney schema and PROV-O term; empty where there is none.
    """

    name: str
    family: str
    sign: int
    symmetric: bool
    meaning: str
    wording: str
    inverse: str
    esd: tuple[str, ...]
    plover: str
    stix: str
    ftm: str
    prov: str


@dataclass(frozen=True, slots=True)
class Family:
    """A family of relation types."""

    name: str
    sign: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Codebook:
    """All families and relation types, in the order of the page."""

    families: dict[str, Family]
    relations: dict[str, RelationType]
    fields: dict[str, dict[str, str]]

    def relation(self, name: str) -> RelationType:
        """The type of that name."""
        try:
            return self.relations[name]
        except KeyError:
            known = ", ".join(self.relations)
            raise InputError(f"unknown relation '{name}'; the codebook has: {known}") from None


@cache
def codebook() -> Codebook:
    """The shipped codebook."""
    raw = files("tieline.codebook").joinpath("codebook.toml").read_text(encoding="utf-8")
    data = tomllib.loads(raw)
    families = {
        name: Family(name, entry["sign"], entry["meaning"])
        for name, entry in data["families"].items()
    }
    relations = {
        name: RelationType(
            name=name,
            family=entry["family"],
            sign=families[entry["family"]].sign if "sign" not in entry else entry["sign"],
            symmetric=entry.get("symmetric", False),
            meaning=entry["meaning"],
            wording=entry.get("wording", name.replace("_", " ")),
            inverse=entry.get("inverse", ""),
            esd=tuple(entry.get("esd", ())),
            plover=entry.get("plover", ""),
            stix=entry.get("stix", ""),
            ftm=entry.get("ftm", ""),
            prov=entry.get("prov", ""),
        )
        for name, entry in data["relations"].items()
    }
    return Codebook(families, relations, data["fields"])
