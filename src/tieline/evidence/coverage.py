"""What each dataset could have seen, read from `data/coverage.toml`."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from tieline.errors import InputError
from tieline.model.period import Period


@dataclass(frozen=True, slots=True)
class Coverage:
    """One version of one dataset: what it codes and what a missing row means.

    `threshold` is the number of deaths a year below which there is no row. `state_only` are
    kinds of support coded of states only. `pairs` is None for a whole dataset; for figures
    carried over it names the dyads, by the dataset's ids, of which every row is here.
    """

    dataset: str
    version: str
    title: str
    licence: str
    kind: str
    first: int
    last: int
    released: date
    countries: str
    actor_kinds: frozenset[str]
    threshold: int
    missing: str
    codes: str
    state_only: frozenset[str]
    pairs: frozenset[frozenset[str]] | None = None

    @property
    def period(self) -> Period:
        """From the first day to the last."""
        return Period(date(self.first, 1, 1), date(self.last, 12, 31))


@cache
def tables() -> dict[str, Any]:
    """The file as it is."""
    raw = files("tieline.evidence").joinpath("data/coverage.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


@cache
def coverage(dataset: str, version: str, *, cited: bool = False) -> Coverage:
    """What a version covers. Raises InputError for a version not stated."""
    entry = tables().get(dataset, {})
    versions = entry.get("versions", {})
    if version not in versions:
        known = ", ".join(versions) or "none"
        raise InputError(
            f"{dataset} {version}: its coverage is not stated (known versions: {known}); "
            "use a known version"
        )
    return Coverage(
        dataset=dataset,
        version=version,
        **{name: entry[name] for name in _PLAIN},
        **versions[version],
        actor_kinds=frozenset(entry["actor_kinds"]),
        state_only=frozenset(entry.get("state_only", ())),
        pairs=_cited_pairs() if cited else None,
    )


def cited_datasets() -> tuple[tuple[str, str], ...]:
    """The datasets and versions that figures are carried over from."""
    return tuple(tables()["cited"]["datasets"].items())


_PLAIN = ("title", "licence", "kind", "countries", "threshold", "missing", "codes")


def _cited_pairs() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in tables()["cited"]["pairs"])
