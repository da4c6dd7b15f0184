"""What actors are called once they have been named, read once from anaphora.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


def load(name: str) -> frozenset[str]:
    """One list of words of the file."""
    return frozenset(_lists()["words"][name].split())


def _table(name: str) -> Mapping[str, frozenset[str]]:
    return {noun: frozenset(words.split()) for noun, words in _lists()[name].items()}


@cache
def _lists() -> dict[str, Any]:
    written = files("tieline.actors").joinpath("anaphora.toml").read_text(encoding="utf-8")
    return tomllib.loads(written)


DEFINITES = _table("definites")  # noun → kinds of actor
TELLING = _table("telling")  # noun → words that let an organisation be called so
