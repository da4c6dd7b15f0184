"""The notation of predicates.toml, and that its lines are sound."""

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from tieline.claims.frames import Frame, _parse, frames
from tieline.codebook.loader import codebook
from tieline.errors import InstallError

CLASSES = {"money": frozenset({"money", "cash"})}
LEMMA = re.compile(r"\*|[a-zé][a-zé`'-]*")
SLOTS = frozenset(
    """subj obj iobj clause poss self mod agent between among with to for of from by in into on
    upon at against over alongside beside behind under within towards toward targeting
    comprising before around round after off""".split()
)


def _data() -> dict[str, Any]:
    text = files("tieline.claims").joinpath("predicates.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    return data


DATA = _data()
LINES = [(relation, line) for relation, lines in DATA["relations"].items() for line in lines]
PARSED = [
    (line, *_parse(relation, line, _classes))
    for _classes in [{n: frozenset(w) for t in ("classes", "objects") for n, w in DATA[t].items()}]
    for relation, line in LINES
]


def test_verb() -> None:
    """A verb line gives its lemmas, its slots in order of preference and what it demands."""
    lemmas, frame = _parse("funds", "verb give|send {money} +away: subj > to|iobj", CLASSES)

    assert lemmas == ["give", "send"]
    assert frame == Frame(
        relation="funds",
        pos="verb",
        source=("subj",),
        target=("to", "iobj"),
        particles=("away",),
        objects=CLASSES["money"],
    )


def test_reciprocal() -> None:
    """An ampersand lets both actors stand in one slot."""
    _, frame = _parse("fights", "noun clash: agent & with|between", CLASSES)

    assert frame.reciprocal
    assert frame.target == ("with", "between")


def test_the_most_demanding_frame_comes_first() -> None:
    """A frame with particle, object or modifier is tried before a bare one."""
    for index in (frames().verbs, frames().nouns, frames().adjectives):
        for found in index.values():
            asked = [frame.specific for frame in found]
            assert asked == sorted(asked, reverse=True)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "verb fund",
        "verb fund subj > obj",
        "adverb fund: subj > obj",
        "verb fund {nothing}: subj > obj",
        "verb fund: subj > obj > to",
    ],
)
def test_unreadable(line: str) -> None:
    """A line that cannot be read is the installation's fault, and is named."""
    with pytest.raises(InstallError, match=re.escape(f"'{line}' of funds")):
        _parse("funds", line, CLASSES)


@pytest.mark.parametrize(
    ("lemmas", "frame"), [rest for _, *rest in PARSED], ids=[p[0] for p in PARSED]
)
def test_line(lemmas: list[str], frame: Frame) -> None:
    """Every line has plain lemmas, each once, and slots that some rule fills."""
    assert all(LEMMA.fullmatch(lemma) for lemma in lemmas)
    assert len(set(lemmas)) == len(lemmas)
    assert set(frame.source) | set(frame.target) <= SLOTS
    assert ("self" in frame.source + frame.target) == (frame.pos == "role")


def test_relations() -> None:
    """Every relation of the codebook has a frame, and no other name stands there."""
    assert set(DATA["relations"]) == set(codebook().relations)
    assert all(DATA["relations"].values())


def test_no_line_twice() -> None:
    """No line stands twice."""
    lines = [line for _, line in LINES]

    assert sorted(lines) == sorted(set(lines))


def test_no_idle_class() -> None:
    """Every class of objects is asked for by some line, and stands once."""
    asked = set(re.findall(r"\{(\w+)\}", " ".join(line for _, line in LINES)))

    assert asked == {*DATA["classes"], *DATA["objects"]}
    assert not set(DATA["classes"]) & set(DATA["objects"])
