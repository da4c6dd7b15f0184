"""How far two passes of labels agree.

    python -m tieline.evaluation.agreement FOLDER

Two labels are of one claim if their quotes and both their actors overlap; each is paired with
one other at most, the closest first. Alpha is over these pairs: what a pass has alone is in the
shares found, not in alpha.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tieline.evaluation.alpha import alpha
from tieline.evaluation.pairing import agrees, finds, of_one_claim, of_one_mention, paired
from tieline.evaluation.passes import Coded, Label, Mentioned, Twice, load_passes
from tieline.evaluation.units import FIELDS

MAIN = ("relation", "sign", "polarity", "modality", "holder", "optional")


@dataclass(frozen=True, slots=True)
class Found:
    """Of one pass's required claims, how many the other has too."""

    required: int
    pairs: int
    agreed: int


@dataclass(frozen=True, slots=True)
class Alpha:
    """Over how many units, the share with one value, and alpha; None if nothing varies."""

    units: int
    same: float | None
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Mentions:
    """How many either pass has, how many both, how many of these at the very same place."""

    a: int
    b: int
    both: int
    exact: int
    ids: Alpha

    def f1(self, shared: int) -> float | None:
        """Harmonic mean of the shares of either pass."""
        return 2 * shared / (self.a + self.b) if self.a + self.b else None


def found(passages: Sequence[Twice], *, turned: bool = False) -> Found:
    """The first pass's required claims in the second; turned, the second's in the first."""
    required = pairs = agreed = 0
    for each in passages:
        wanted, others = (each.b, each.a) if turned else (each.a, each.b)
        for label in (x.claim for x in wanted.labels if not x.claim.optional):
            required += 1
            pairs += any(finds(other.claim, label) for other in others.labels)
            agreed += any(agrees(other.claim, label) for other in others.labels)
    return Found(required, pairs, agreed)


def matched(passages: Sequence[Twice]) -> list[tuple[Label, Label]]:
    """Labels of either pass that are of one claim."""
    return [
        (each.a.labels[i], each.b.labels[j])
        for each in passages
        for i, j in paired(each.a.labels, each.b.labels, of_one_claim)
    ]


def field(name: str, pairs: Sequence[tuple[Label, Label]]) -> Alpha:
    """Agreement on one field."""
    return _alpha([value for a, b in pairs if (value := FIELDS[name](a, b)) is not None])


def mentions(passages: Sequence[Twice]) -> Mentions:
    """Agreement on who is mentioned where; the registry id over mentions that overlap."""
    pairs = [
        (each.a.mentions[i], each.b.mentions[j])
        for each in passages
        for i, j in paired(each.a.mentions, each.b.mentions, of_one_mention)
    ]
    return Mentions(
        a=sum(len(each.a.mentions) for each in passages),
        b=sum(len(each.b.mentions) for each in passages),
        both=len(pairs),
        exact=sum(a.span == b.span for a, b in pairs),
        ids=_alpha([(_id(a), _id(b)) for a, b in pairs]),
    )


def _id(mention: Mentioned) -> str:
    return mention.actor_id or "none"


def _alpha(values: Sequence[tuple[str, str]]) -> Alpha:
    same = sum(a == b for a, b in values) / len(values) if values else None
    return Alpha(len(values), same, alpha(values))


def report(folder: Path) -> Iterator[str]:
    """The lines of the tables."""
    passages = load_passes(folder)
    genres = sorted({each.genre for each in passages})
    parts = {"all": passages, **{g: [p for p in passages if p.genre == g] for g in genres}}
    yield from _counts(passages)
    yield from _shares(parts)
    yield from _fields(passages)
    yield from _main(parts)
    yield from _mentions(parts)


def _counts(passages: Sequence[Twice]) -> Iterator[str]:
    yield from _head("pass", "passages", "claims", "required", "mentions", "with an id")
    for name in ("a", "b"):
        coded: list[Coded] = [getattr(each, name) for each in passages]
        labels = [label for each in coded for label in each.labels]
        named = [mention for each in coded for mention in each.mentions]
        yield _row(
            name,
            sum(bool(each.labels) for each in coded),
            len(labels),
            sum(not label.claim.optional for label in labels),
            len(named),
            sum(mention.actor_id is not None for mention in named),
        )


def _shares(parts: dict[str, Sequence[Twice]]) -> Iterator[str]:
    yield from _head(
        "required claims found", "a", "pair in b", "sign and polarity too",
        "b", "pair in a", "sign and polarity too",
    )  # fmt: skip
    for name, passages in parts.items():
        cells: list[object] = []
        for share in (found(passages), found(passages, turned=True)):
            whole = share.required
            cells += [whole, _part(share.pairs, whole), _part(share.agreed, whole)]
        yield _row(name, *cells)


def _fields(passages: Sequence[Twice]) -> Iterator[str]:
    pairs = matched(passages)
    yield from _head("field of claims in both", "claims", "same", "alpha")
    for name in FIELDS:
        of = field(name, pairs)
        yield _row(name, of.units, _figure(of.same), _figure(of.alpha))


def _main(parts: dict[str, Sequence[Twice]]) -> Iterator[str]:
    yield from _head("alpha by genre", "claims in both", *MAIN)
    for name, passages in parts.items():
        pairs = matched(passages)
        yield _row(name, len(pairs), *(_figure(field(each, pairs).alpha) for each in MAIN))


def _mentions(parts: dict[str, Sequence[Twice]]) -> Iterator[str]:
    yield from _head(
        "mentions", "a", "b", "both", "F1 overlapping", "F1 same span", "same id", "alpha of id"
    )
    for name, passages in parts.items():
        of = mentions(passages)
        shares = of.f1(of.both), of.f1(of.exact), of.ids.same, of.ids.alpha
        yield _row(name, of.a, of.b, of.both, *map(_figure, shares))


def _head(*names: str) -> Iterator[str]:
    yield ""
    yield _row(*names)
    yield _row(*("---" for _ in names))


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _part(part: int, whole: int) -> str:
    return _figure(part / whole if whole else None)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def main(arguments: Sequence[str]) -> None:
    """Print the tables of each folder."""
    for folder in arguments:
        sys.stdout.write("\n".join(report(Path(folder))).lstrip() + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
