"""How well sentences of our own are read, against labels made before they were read."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tieline.actors.linking import Linker
from tieline.actors.registry import Registry
from tieline.claims.engine import EmbeddedEngine
from tieline.codebook.loader import codebook
from tieline.language.analyser import Analyser
from tieline.model.actor import ActorKind
from tieline.model.claim import Claim, Party
from tieline.model.document import Document
from tieline.pipeline import read

HERE = Path(__file__).parent
ARTICLES = ("the ", "a ", "an ", "its ", "their ")


@dataclass(frozen=True)
class Label:
    """What should be read; "a|b" accepts either, a key left out is not looked at."""

    relation: str
    source: str
    target: str
    polarity: str = "affirmed"
    modality: tuple[str, ...] = ("asserted",)
    kind: str = "tie"
    holder: str | None = None
    scope: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """One sentence and its labels; `optional` ones are neither missed nor wrong."""

    file: str
    text: str
    published: date | None
    claims: tuple[Label, ...]
    optional: tuple[Label, ...]


@dataclass(frozen=True)
class Outcome:
    """A sentence with what was read in it."""

    case: Case
    read: tuple[Claim, ...]

    @property
    def labels(self) -> tuple[Label, ...]:
        """Required labels first."""
        return self.case.claims + self.case.optional

    @property
    def missed(self) -> list[Label]:
        """Required labels that nothing read fits."""
        return [label for label in self.case.claims if not any(_fits(c, label) for c in self.read)]

    @property
    def wrong(self) -> list[Claim]:
        """Read claims that fit no label."""
        return [c for c in self.read if not any(_fits(c, label) for label in self.labels)]

    @property
    def turned_round(self) -> list[Claim]:
        """Wrong only in the order of the two actors."""
        return [
            c
            for c in self.wrong
            if any(_types(c, x) and _same_polarity(c, x) and _pair(c, x, 1) for x in self.labels)
        ]

    @property
    def misjudged(self) -> list[Claim]:
        """Wrong only in polarity."""
        return [
            c
            for c in self.wrong
            if any(
                _types(c, label) and not _same_polarity(c, label) and _either(c, label)
                for label in self.labels
            )
        ]

    @property
    def pairs(self) -> Iterable[tuple[Claim, Label]]:
        """Read claims with the label they fit."""
        for label in self.case.claims:
            yield from ((c, label) for c in self.read if _fits(c, label))


@dataclass
class Figures:
    """Counts over all sentences."""

    labels: int = 0
    missed: int = 0
    read: int = 0
    wrong: int = 0
    turned_round: int = 0
    misjudged: int = 0
    pairs: int = 0
    modality: int = 0
    kind: int = 0
    holder: int = 0
    scope: int = 0
    lines: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of labels that were read."""
        return 1 - self.missed / self.labels

    @property
    def precision(self) -> float:
        """Share of read claims that a label stands for."""
        return 1 - self.wrong / self.read


def _cases() -> list[Case]:
    found = []
    for path in sorted((HERE / "cases").glob("*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            labels, optional = (
                tuple(_label(item) for item in row.get(key, ())) for key in ("claims", "optional")
            )
            found.append(Case(path.stem, row["text"], row.get("published"), labels, optional))
    return found


def _label(row: dict[str, Any]) -> Label:
    lists = {key: tuple(row[key]) for key in ("modality", "scope") if key in row}
    return Label(**(row | lists))


CASES = _cases()
FLOOR = tomllib.loads((HERE / "floor.toml").read_text(encoding="utf-8"))


def _fits(claim: Claim, label: Label) -> bool:
    return _types(claim, label) and _same_polarity(claim, label) and _either(claim, label)


def _either(claim: Claim, label: Label) -> bool:
    turns = (0, 1) if codebook().relation(str(claim.relation)).symmetric else (0,)
    return any(_pair(claim, label, turn) for turn in turns)


def _types(claim: Claim, label: Label) -> bool:
    return claim.relation in label.relation.split("|")


def _same_polarity(claim: Claim, label: Label) -> bool:
    return claim.polarity in label.polarity.split("|")


def _pair(claim: Claim, label: Label, turned: int) -> bool:
    one, other = (label.target, label.source) if turned else (label.source, label.target)
    return claim.target is not None and _is(claim.source, one) and _is(claim.target, other)


def _is(party: Party, wanted: str) -> bool:
    """Whether a party is the labelled one: by name, by words, or as a force of its state."""
    known = {_folded(party.name), _folded(party.text)} | _other_names(party)
    return any(
        _folded(word) in known or f" {_folded(word)} " in f" {_folded(party.text)} "
        for word in wanted.split("|")
    )


def _other_names(party: Party) -> set[str]:
    registry = Registry.shipped()
    actor = registry.get(party.actor_id)
    if actor is None:
        return set()
    state = registry.state(actor.country) if actor.kind is ActorKind.FORCE else None
    actors = [actor, state] if state else [actor]
    return {_folded(n) for a in actors for n in (a.name, *(name.text for name in a.names))}


def _folded(words: str) -> str:
    folded = words.casefold().removesuffix("'s").removesuffix("'")
    for article in ARTICLES:
        folded = folded.removeprefix(article)
    return folded


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    """All sentences, each read as a document of its own by the real pipeline."""
    analyser, linker, engine = Analyser(), Linker(Registry.shipped()), EmbeddedEngine()
    found = []
    for case in CASES:
        document = Document(case.text, "text/1", published=case.published)
        found.append(Outcome(case, read(document, analyser, linker, engine).claims))
    return found


@pytest.fixture(scope="module")
def figures(outcomes: list[Outcome]) -> Figures:
    """Counts, and a line for every miss."""
    figures = Figures()
    for outcome in outcomes:
        figures.labels += len(outcome.case.claims)
        figures.missed += len(outcome.missed)
        figures.read += len(outcome.read)
        figures.wrong += len(outcome.wrong)
        figures.turned_round += len(outcome.turned_round)
        figures.misjudged += len(outcome.misjudged)
        figures.lines += _lines(outcome)
        for claim, label in outcome.pairs:
            figures.pairs += 1
            figures.modality += set(_moods(claim)) <= set("|".join(label.modality).split("|"))
            figures.kind += claim.kind in label.kind.split("|")
            figures.holder += _holds(claim, label)
            figures.scope += set(label.scope) <= set(claim.scope)
    return figures


def _moods(claim: Claim) -> tuple[str, ...]:
    return tuple(mood.value for mood in claim.modality)


def _holds(claim: Claim, label: Label) -> bool:
    if label.holder is None:
        return claim.holder.begin is None
    text = claim.holder.text or ""
    held_by = {_folded(claim.holder.name or ""), _folded(text)}
    return any(_folded(name) in held_by for name in label.holder.split("|"))


def _lines(outcome: Outcome) -> Iterable[str]:
    if not outcome.missed and not outcome.wrong:
        return
    yield f"{outcome.case.file}: {outcome.case.text}"
    for label in outcome.missed:
        yield f"    not read: {label.source} {label.relation} {label.target} {label.polarity}"
    for claim in outcome.wrong:
        target = claim.target.text if claim.target else None
        yield f"    but read: {claim.source.text} {claim.relation} {target} {claim.polarity.value}"


def _report(figures: Figures) -> str:
    return "\n".join(
        (
            *figures.lines,
            f"labels {figures.labels} recall {figures.recall:.3f}",
            f"read {figures.read} precision {figures.precision:.3f}",
            f"direction wrong {figures.turned_round}, polarity wrong {figures.misjudged}",
            f"of {figures.pairs}: modality {figures.modality}, kind {figures.kind}",
            f"holder {figures.holder}, scope {figures.scope}",
        )
    )


def test_enough_cases() -> None:
    """Every relation has five sentences, and sixty hold nothing."""
    named = [label.relation.split("|")[0] for case in CASES for label in case.claims]

    assert all(named.count(relation) >= 5 for relation in codebook().relations)
    assert sum(not case.claims for case in CASES) >= 60


def test_recall(figures: Figures) -> None:
    """As many labels as ever are read."""
    assert figures.recall >= FLOOR["recall"], _report(figures)


def test_precision(figures: Figures) -> None:
    """As few claims as ever are invented."""
    assert figures.precision >= FLOOR["precision"], _report(figures)


@pytest.mark.parametrize("count", ["turned_round", "misjudged"])
def test_ceilings(figures: Figures, count: str) -> None:
    """Few ties are read the wrong way round or with the wrong polarity."""
    assert getattr(figures, count) <= FLOOR[count], _report(figures)


@pytest.mark.parametrize("share", ["modality", "kind", "holder", "scope"])
def test_fields(figures: Figures, share: str) -> None:
    """What is said of a tie is read with the tie."""
    assert getattr(figures, share) / figures.pairs >= FLOOR[share], _report(figures)


MUST_HOLD = [case for case in CASES if case.file == "must_hold"]


@pytest.mark.parametrize("case", MUST_HOLD, ids=lambda case: case.text[:40])
def test_must_hold(outcomes: list[Outcome], case: Case) -> None:
    """The sentences the project is measured by are read exactly."""
    outcome = next(o for o in outcomes if o.case is case)

    assert outcome.missed == []
    assert outcome.wrong == []
    for claim, label in outcome.pairs:
        assert set(_moods(claim)) == set(label.modality)
        assert claim.kind == label.kind
        assert set(label.scope) <= set(claim.scope)


def test_quotes(outcomes: list[Outcome]) -> None:
    """Every claim stands on words of its sentence, and so do its parties."""
    for outcome in outcomes:
        text = outcome.case.text
        for claim in outcome.read:
            assert text[claim.begin : claim.end] == claim.quote
            parties = [p for p in (claim.source, claim.target) if p is not None]
            assert all(text[p.begin : p.end] == p.text for p in parties)
