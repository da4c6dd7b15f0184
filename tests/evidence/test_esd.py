import csv
from pathlib import Path
from typing import Any

import pytest

from tieline.evidence.datasets.ucdp_esd import LAYOUT, ExternalSupport
from tieline.model.observation import Observation, Rejected

EMPTY = dict.fromkeys(LAYOUT.columns, "0") | {
    "year": "2005", "actor_id": "10", "actor_name": "Rebels ", "oppo_id": "20",
    "oppo_name": "Government of Utopia", "country_a": "Utopia", "country_b": "", "active": "1",
    "ext_id": "", "ext_name": "",
}  # fmt: skip


def _read(folder: Path, *rows: dict[str, str]) -> list[Observation | Rejected]:
    path = folder / "made-181.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, LAYOUT.columns)
        writer.writeheader()
        writer.writerows({**EMPTY, "dyad_id": str(i), **row} for i, row in enumerate(rows))
    return list(ExternalSupport().observations(path))


def _good(found: list[Observation | Rejected]) -> list[Observation]:
    assert all(isinstance(item, Observation) for item in found), found
    return [item for item in found if isinstance(item, Observation)]


def _supporters(*names: str) -> dict[str, str]:
    states = sum(name.startswith("Government of") for name in names)
    return {
        "ext_id": ",".join(str(100 + i) for i in range(len(names))),
        "ext_name": ",".join(names),
        "ext_count": str(len(names)),
        "ext_count_s": str(states),
        "ext_count_ns": str(len(names) - states),
    }


def test_a_kind_counts_where_all_of_a_class_gave_it(tmp_path: Path) -> None:
    """Two of two groups gave territory: each did; one of two gave training: pooled."""
    row = _supporters("Government of A", "Front B", "Front C") | {
        "ext_l_count_ns": "2",
        "ext_t_count_ns": "1",
        "ext_f_count_s": "1",
    }
    state, first, second = _good(_read(tmp_path, row))
    assert (state.categories, state.pooled) == (("F",), ())
    assert (first.categories, first.pooled) == (("L",), ("T",))
    assert (second.categories, second.pooled) == (("L",), ("T",))


def test_a_year_without_supporters_is_kept(tmp_path: Path) -> None:
    """A coded year in which no support was found is an observation with an empty first side."""
    [nobody] = _good(_read(tmp_path, {}))
    assert (nobody.first.code, nobody.second.name, nobody.year) == ("", "Rebels", 2005)


def test_names_with_commas_are_split_by_the_actor_list(tmp_path: Path) -> None:
    """A name with commas in it stays whole, whatever stands beside it in the cell."""
    whole = "Party of Peace, Bread and Land"
    rows = [
        {**_supporters(whole, "Front B"), "dyad_id": "1"},
        {**_supporters(whole), "dyad_id": "2"},
    ]
    names = [item.first.name for item in _good(_read(tmp_path, *rows))]
    assert names == [whole, "Front B", whole]


def test_an_unnamed_supporter_keeps_its_id(tmp_path: Path) -> None:
    """Where a cell names fewer supporters than it counts, the rest are named by id."""
    row = _supporters("Front A", "Front B") | {"ext_name": "Front A"}
    known = {**_supporters("Front A"), "dyad_id": "7"}
    names = [item.first.name for item in _good(_read(tmp_path, row, known))]
    assert names[:2] == ["Front A", "UCDP actor 101"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"ext_count": "3"}, "2 supporters listed, 3 counted"),
        ({"ext_count_s": "1", "ext_count_ns": "1"}, "differ"),
        ({"ext_name": "Front A,Front B,Front C,"}, "do not fit"),
    ],
)
def test_counts_that_disagree_are_rejected(
    tmp_path: Path, change: dict[str, Any], reason: str
) -> None:
    """A row whose names, ids and counts disagree is rejected, never guessed at."""
    rows = [
        _supporters("Front A", "Front B") | change,
        _supporters("Front A"),
        _supporters("Front B"),
    ]
    rows[2] = rows[2] | {"ext_id": "101"}
    [rejected] = [item for item in _read(tmp_path, *rows) if isinstance(item, Rejected)]
    assert reason in rejected.reason


def test_inactive_years_say_so(tmp_path: Path) -> None:
    """An inactive year carries the note that its coding is incomplete."""
    [found] = _good(_read(tmp_path, _supporters("Front A") | {"active": "0"}))
    assert "incomplete" in (found.note or "")


def test_kinds_of_the_real_file(shared_data: Path) -> None:
    """Al-Qaida's territory from the Taleban: certain in 2010, one of two groups in 2005."""
    path = shared_data / "ucdp" / "ucdp-esd-ay-181.csv"
    rows = {
        item.year: item
        for item in _good(list(ExternalSupport().observations(path)))
        if (item.first.code, item.second.code) == ("303", "769")
    }
    assert "L" in rows[2010].categories
    assert "L" in rows[2005].pooled
    assert "L" not in rows[2005].categories
