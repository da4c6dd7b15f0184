"""Scores the reader on a labelled set, beside co-occurrence."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tieline.evaluation.bootstrap import Interval, intervals
from tieline.evaluation.gold import GoldPassage, chosen, load
from tieline.evaluation.labelled import Read, Tools, digest, read
from tieline.evaluation.measures import BY_GENRE, MEASURES, WRONG, Measure
from tieline.evaluation.scoring import Tally, grouped, score
from tieline.evaluation.sureness import Bin, bins, calibration_error


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure's value, its 95% interval, and what co-occurrence reaches; None if undefined."""

    name: str
    meaning: str
    part: int
    whole: int
    value: float | None
    interval: Interval | None
    baseline: float | None


@dataclass(frozen=True, slots=True)
class Genre:
    """Main figures of the passages of one genre."""

    name: str
    passages: int
    labels: int
    read: int
    figures: dict[str, float | None]


@dataclass(frozen=True, slots=True)
class Sureness:
    """Expected calibration error, its 95% interval, and the tenths of confidence it sums."""

    error: float | None
    interval: Interval | None
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures of a labelled set, or of one split of it. No single claim is shown.

    A pair is a claim read with the label it meets; `wrong` counts pairs by what is wrong.
    """

    name: str
    split: str
    digest: str
    engine: str
    documents: int
    passages: int
    labels: int
    optional: int
    read: int
    pairs: int
    cooccurring: int
    figures: tuple[Figure, ...]
    wrong: dict[str, int]
    genres: tuple[Genre, ...]
    sureness: Sureness


def evaluate(folder: Path, texts: Path, split: str, tools: Tools) -> Evaluation:
    """Read a labelled set and compare. Raises InputError for a folder that is none."""
    passages = chosen(load(folder, texts), split)
    mark = digest(folder, texts)
    done = list(read(passages, tools))
    rows = [(each.passage, score(each.claims, each.passage.claims)) for each in done]
    total = _total(rows)
    beside = _total([(each.passage, _cooccurrence(each)) for each in done])
    spans = intervals(
        list(grouped((str(passage.file), tally) for passage, tally in rows).values()),
        [*(measure.of for measure in MEASURES), calibration_error],
    )
    return Evaluation(
        name=folder.resolve().name,
        split=split,
        digest=mark,
        engine=f"{tools.engine.name}/{tools.engine.version}",
        documents=len({passage.file for passage in passages}),
        passages=len(passages),
        labels=total.gold,
        optional=sum(claim.optional for passage in passages for claim in passage.claims),
        read=total.read,
        pairs=total.read_met,
        cooccurring=beside.read,
        figures=tuple(
            _figure(measure, total, interval, beside)
            for measure, interval in zip(MEASURES, spans, strict=False)
        ),
        wrong={name: getattr(total, count) for name, count in WRONG.items()},
        genres=_genres(rows),
        sureness=Sureness(calibration_error(total), spans[-1], bins(total)),
    )


def _cooccurrence(each: Read) -> Tally:
    return score(each.cooccurring, each.passage.claims)


def _total(rows: Sequence[tuple[GoldPassage, Tally]]) -> Tally:
    total = Tally()
    for _, tally in rows:
        total.add(tally)
    return total


def _figure(measure: Measure, total: Tally, interval: Interval | None, beside: Tally) -> Figure:
    part, whole = measure.share(total)
    value = measure.of(total)
    return Figure(measure.name, measure.meaning, part, whole, value, interval, measure.of(beside))


def _genres(rows: Sequence[tuple[GoldPassage, Tally]]) -> tuple[Genre, ...]:
    names = [passage.genre for passage, _ in rows]
    main = [measure for measure in MEASURES if measure.name in BY_GENRE]
    sums = grouped((passage.genre, tally) for passage, tally in rows)
    return tuple(
        Genre(
            name,
            names.count(name),
            sums[name].gold,
            sums[name].read,
            {measure.name: measure.of(sums[name]) for measure in main},
        )
        for name in sorted(sums)
    )
