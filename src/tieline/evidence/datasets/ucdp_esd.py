"""UCDP External Support Dataset, actor-year CSV as published.

A row is a warring party in one conflict and year, with all its confirmed supporters in one
cell and, for each kind of support, only how many of them gave it: states and non-state
groups counted apart. A kind is certain for one supporter only where all of its class gave it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from tieline.evidence.csvfile import Layout, Line, RowError, lines, observe_lines
from tieline.model.observation import Observation, Rejected, Side
from tieline.model.period import Period

LETTERS = "XPYWMTFILOU"
_CLASSES = {True: "s", False: "ns"}  # the file's suffixes for states and non-state groups
_VERSION = re.compile(r"-(\d\d)(\d)\.csv$")
_ONLY_VERSION = "18.1"  # the one release with this layout; the file itself does not say

LAYOUT = Layout(
    title="UCDP External Support (actor-year)",
    columns=(
        "year", "actor_id", "actor_name", "oppo_id", "oppo_name", "dyad_id", "country_a",
        "country_b", "active", "ext_id", "ext_name", "ext_count", "ext_count_s", "ext_count_ns",
        *(f"ext_{k}_count_{c}" for k in LETTERS.lower() for c in _CLASSES.values()),
    ),
    key=("year", "actor_id", "dyad_id"),
)  # fmt: skip


class ExternalSupport:
    """Confirmed support from outside to parties of state-based armed conflicts."""

    name = "ucdp-esd"
    title = "UCDP External Support Dataset (actor-year)"
    licence = "CC BY 4.0"

    def observations(self, path: Path) -> Iterator[Observation | Rejected]:
        """One observation for each supporter of a row; one with an empty side if it has none."""
        rows = list(lines(path, LAYOUT))
        found = _VERSION.search(path.name)
        version = ".".join(found.groups()) if found else _ONLY_VERSION
        known = _actor_list(row for row in rows if isinstance(row, Line))
        return observe_lines(rows, partial(_observations, version, known))


def _observations(version: str, known: Mapping[str, str], line: Line) -> Iterable[Observation]:
    supporters = _supporters(line, known)
    classes = _counted_classes(line, supporters)
    year = line.year()
    for supporter in supporters or (Side("", ""),):
        certain, pooled = _kinds(line, supporter, classes)
        yield Observation(
            dataset=ExternalSupport.name,
            version=version,
            row=line.number,
            kind="support",
            first=supporter,
            second=Side(line.cells["actor_name"].strip(), line.cells["actor_id"].strip()),
            period=Period(date(year, 1, 1), date(year, 12, 31)),
            year=year,
            places=tuple(filter(None, (line.cells[f"country_{c}"].strip() for c in "ab"))),
            categories=certain,
            note=None if line.cells["active"] == "1" else "inactive year: coding is incomplete",
            pooled=pooled,
            against=Side(line.cells["oppo_name"].strip(), line.cells["oppo_id"].strip()),
        )


def _supporters(line: Line, known: Mapping[str, str]) -> tuple[Side, ...]:
    codes = _codes(line)
    if len(codes) != line.whole("ext_count"):
        raise RowError(f"{len(codes)} supporters listed, {line.whole('ext_count')} counted")
    names = _split(line.cells["ext_name"], codes, known)
    if names is None:
        raise RowError("the supporters' names do not fit their ids")
    return tuple(Side(name, code) for name, code in zip(names, codes, strict=True))


def _kinds(
    line: Line, supporter: Side, classes: Mapping[bool, int]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds certain for a supporter, and those that may be its own or another's."""
    if not supporter.code:
        return (), ()
    state = is_state(supporter.name)
    counts = {k: line.whole(f"ext_{k.lower()}_count_{_CLASSES[state]}") for k in LETTERS}
    certain = tuple(k for k, count in counts.items() if count and count == classes[state])
    return certain, tuple(k for k, count in counts.items() if count and k not in certain)


def _counted_classes(line: Line, supporters: Iterable[Side]) -> Mapping[bool, int]:
    """How many supporters are states, and how many are not; the file's own counts must agree."""
    states = [is_state(side.name) for side in supporters]
    counted = {state: line.whole(f"ext_count_{suffix}") for state, suffix in _CLASSES.items()}
    if counted != {True: states.count(True), False: states.count(False)}:
        raise RowError("states and non-state groups listed and counted differ")
    return counted


def is_state(name: str) -> bool:
    """Whether a supporter is a government or part of one (codebook 4.5 and 5.1)."""
    return name.startswith("Government of ") or name.endswith(" elements")


def _actor_list(rows: Iterable[Line]) -> dict[str, str]:
    """The dataset's own actors by id: names contain commas, so cells cannot be split by them."""
    known: dict[str, str] = {}
    for line in rows:
        for role in ("actor", "oppo"):
            known[line.cells[f"{role}_id"].strip()] = line.cells[f"{role}_name"].strip()
        codes, name = _codes(line), line.cells["ext_name"].strip()
        if len(codes) == 1 and name:
            known[codes[0]] = name
        elif len(codes) == name.count(",") + 1:
            known.update(zip(codes, (part.strip() for part in name.split(",")), strict=True))
    return known


def _codes(line: Line) -> list[str]:
    return [code.strip() for code in line.cells["ext_id"].split(",") if code.strip()]


def _split(cell: str, codes: list[str], known: Mapping[str, str]) -> list[str] | None:
    """Names of a cell, one for each id; an id the cell has no name left for is named by its id."""
    if not codes:
        return None if cell.strip() else []
    if not cell.strip():
        return [known.get(code, f"UCDP actor {code}") for code in codes]
    for head, rest in _cuts(cell):
        if known.get(codes[0], head) == head:
            names = _split(rest, codes[1:], known)
            if names is not None:
                return [head, *names]
    return None


def _cuts(cell: str) -> Iterator[tuple[str, str]]:
    """Ways to cut a cell at a comma, shortest first name first, the whole cell last."""
    places = [i for i, char in enumerate(cell) if char == ","]
    for i in places:
        yield cell[:i].strip(), cell[i + 1 :]
    yield cell.strip(), ""
