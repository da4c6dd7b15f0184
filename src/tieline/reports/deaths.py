"""Deaths a year for every pair of actors whose claims were tested against such figures."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tieline.model.finding import Finding, Row
from tieline.reports.entries import Entry, actor_key, actor_names

PLOTTED = 24  # pairs shown

# What a bar is drawn as when several claims used its row differently: the weightiest use.
USES = ("counter-example", "supporting", "straddles", "below the bar", "later", "context")

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: deaths low, best, high; and every use that a claim's test made of it."""

    row: Row
    uses: tuple[str, ...]

    @property
    def use(self) -> str:
        """The weightiest use."""
        return min(self.uses, key=lambda use: USES.index(use) if use in USES else len(USES))


@dataclass(frozen=True, slots=True)
class Series:
    """All rows of one dataset on one pair, the days of the claims, and the claims."""

    first: str
    second: str
    dataset: str
    version: str
    bars: tuple[Bar, ...]
    said_on: tuple[date, ...]
    entries: tuple[Entry, ...]


def series(entries: Sequence[Entry]) -> tuple[Series, ...]:
    """One series a pair and dataset, the pair with most claims first."""
    names = actor_names(entries)
    grouped: dict[Key, list[tuple[Entry, Mapping[int, Row]]]] = defaultdict(list)
    for entry in entries:
        for key, rows in _rows(entry).items():
            grouped[key].append((entry, rows))
    found = [_series(key, group, names) for key, group in grouped.items()]
    return tuple(sorted(found, key=lambda item: (-len(item.entries), item.first, item.second)))


def _rows(entry: Entry) -> dict[Key, Mapping[int, Row]]:
    """The rows with deaths of one claim's tests; the default test says how each was used."""
    claim, finding = entry.claim, entry.finding
    if finding is None or claim.target is None:
        return {}
    first, second = sorted((actor_key(claim.source), actor_key(claim.target)))
    found: dict[Key, dict[int, Row]] = defaultdict(dict)
    for row in _by_default_first(finding):
        if row.best is not None:
            found[first, second, row.dataset, row.version].setdefault(row.row, row)
    return dict(found)


def _by_default_first(finding: Finding) -> Iterable[Row]:
    for test in sorted(finding.tests, key=lambda test: not test.default):
        yield from test.rows


def _series(
    key: Key, group: Sequence[tuple[Entry, Mapping[int, Row]]], names: Mapping[str, str]
) -> Series:
    uses: dict[int, list[str]] = defaultdict(list)
    rows: dict[int, Row] = {}
    for _, found in group:
        for number, row in found.items():
            rows[number] = row
            if row.use not in uses[number]:
                uses[number].append(row.use)
    ordered = sorted(rows.values(), key=lambda row: (row.year, row.row))
    said = {entry.finding.said_on for entry, _ in group if entry.finding}
    return Series(
        names[key[0]],
        names[key[1]],
        *key[2:],
        bars=tuple(Bar(row, tuple(uses[row.row])) for row in ordered),
        said_on=tuple(sorted(value for value in said if value)),
        entries=tuple(entry for entry, _ in group),
    )
