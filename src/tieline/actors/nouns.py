"""Word lists for actors without a name, read once from nouns.toml (lemmas, lower case)."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def load(name: str) -> frozenset[str]:
    """One list of the file."""
    return frozenset(_lists()[name].split())


@cache
def _lists() -> dict[str, Any]:
    written = files("tieline.actors").joinpath("nouns.toml").read_text(encoding="utf-8")
    return tomllib.loads(written)


GOVERNMENT = load("government")
FORCE = load("force")
PERSONNEL = load("personnel")
ORGANISATION_PERSONNEL = load("organisation_personnel")
PEOPLE = load("people") | load("roles")
BODIES = load("bodies")
DOERS = load("doers")
VAGUE = load("vague")
ACTING = load("acting")
DEFINITES = {noun: frozenset(kinds.split()) for noun, kinds in _lists()["definites"].items()}
