"""Predicates as data: reads predicates.toml into frames, indexed by their lemmas.

A frame says which word states which relation, and where source and target stand.
Its notation is explained at the top of the data file.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tieline.errors import InstallError

_FRAME = re.compile(
    r"""(?P<ends>ends\s+)?(?P<pos>verb|noun|role|adj)\s+(?P<lemmas>\S+)
    (?:\s*\{(?P<object>\w+)\})?
    (?P<particles>(?:\s+\+[^\s:]+)*)
    (?:\s*\[(?P<modifiers>[^\]]+)\])?
    \s*:\s*(?P<source>\S+)\s*(?P<link>[>&])?\s*(?P<target>\S+)?""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to state a relation.

    `pos` is verb, noun, role or adj. `source` and `target` are slots in order of
    preference. `reciprocal`: both actors may stand together in the source slot.
    `objects` are lemmas one of which the verb's object must have; `modifiers` are
    lemmas one of which must modify the noun (or the required object); of each of the
    `particles`, parted by "|", one must stand with the verb. `ends`: the word
    says that the tie is over ("left", "released").
    """

    relation: str
    pos: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    reciprocal: bool = False
    particles: tuple[str, ...] = ()
    objects: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    ends: bool = False

    @property
    def specific(self) -> int:
        """How much the frame demands: the most demanding wins over its rivals."""
        return 2 * len(self.particles) + 3 * bool(self.objects) + 2 * bool(self.modifiers)


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames by part of speech and lemma."""

    verbs: dict[str, tuple[Frame, ...]]
    nouns: dict[str, tuple[Frame, ...]]
    adjectives: dict[str, tuple[Frame, ...]]

    def words(self) -> frozenset[str]:
        """Every lemma that may state a relation, the words that verbs ask for included."""
        parts = (part for found in self.verbs.values() for f in found for part in f.particles)
        asked = (word for part in parts for word in part.split("|"))
        owned = (word for f in self.verbs.get("have", ()) for word in f.objects)
        words = {*self.verbs, *self.nouns, *self.adjectives, *asked, *owned}
        return frozenset(words - {"*", "be"})


@cache
def frames() -> Frames:
    """The shipped frames."""
    raw = files("tieline.claims").joinpath("predicates.toml").read_text(encoding="utf-8")
    data = tomllib.loads(raw)
    classes = {
        name: frozenset(words)
        for table in ("classes", "objects")
        for name, words in data[table].items()
    }
    index: dict[str, dict[str, list[Frame]]] = {"verb": {}, "noun": {}, "adj": {}}
    for relation, lines in data["relations"].items():
        for line in lines:
            lemmas, frame = _parse(relation, line, classes)
            place = index["noun" if frame.pos == "role" else frame.pos]
            for lemma in lemmas:
                place.setdefault(lemma, []).append(frame)
    return Frames(*(_ranked(index[pos]) for pos in ("verb", "noun", "adj")))


def _ranked(place: dict[str, list[Frame]]) -> dict[str, tuple[Frame, ...]]:
    return {
        lemma: tuple(sorted(found, key=lambda frame: -frame.specific))
        for lemma, found in place.items()
    }


def _parse(relation: str, line: str, classes: dict[str, frozenset[str]]) -> tuple[list[str], Frame]:
    match = _FRAME.fullmatch(line.strip())
    if match is None or (match["object"] and match["object"] not in classes):
        raise InstallError(f"predicates.toml: cannot read the frame '{line}' of {relation}")
    return match["lemmas"].split("|"), Frame(
        relation=relation,
        pos=match["pos"],
        source=tuple(match["source"].split("|")),
        target=tuple((match["target"] or "").split("|")) if match["target"] else (),
        reciprocal=match["link"] == "&",
        particles=tuple(part[1:] for part in match["particles"].split()),
        objects=classes[match["object"]] if match["object"] else frozenset(),
        modifiers=frozenset((match["modifiers"] or "").split("|")) - {""},
        ends=match["ends"] is not None,
    )
