"""Cue words as data (cues.toml)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Cues:
    """One group of cue words by kind of word; absent kinds are empty."""

    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CueBook:
    """All groups. `scope` maps a word to the name it is reported under."""

    negation: Cues
    ending: Cues
    hedge: Cues
    demand: Cues
    prediction: Cues
    condition: Cues
    question: Cues
    scope: dict[str, str]
    qualities: frozenset[str]


@cache
def cues() -> CueBook:
    """The shipped cue words."""
    data = tomllib.loads(files("tieline.claims").joinpath("cues.toml").read_text(encoding="utf-8"))
    scope_data = data.pop("scope")
    scope = {word: word for word in scope_data["words"]}
    for quality, words in scope_data["qualities"].items():
        scope.update(dict.fromkeys(words, quality))
    groups = {
        name: Cues(**{kind: frozenset(words) for kind, words in group.items()})
        for name, group in data.items()
    }
    return CueBook(**groups, scope=scope, qualities=frozenset(scope_data["qualities"]))
