from datetime import date
from pathlib import Path

import pytest

from tieline.actors.registry import Registry
from tieline.errors import InputError

GOOD = '{"id": "state:AAA", "name": "Aland", "kind": "state", "country": "AAA"}'


def _load(tmp_path: Path, text: str) -> Registry:
    path = tmp_path / "actors.jsonl"
    path.write_text(text, encoding="utf-8")
    return Registry.load([path])


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{nonsense", "not a registry entry"),
        ('{"name": "x", "kind": "state"}', "no 'id'"),
        ('{"id": "a:b", "name": "x", "kind": "planet"}', "planet"),
        ('{"id": "a:b", "name": "x", "kind": "state", "from": "May 2014"}', "no date"),
        ("[1, 2]", "not a registry entry"),
    ],
)
def test_bad_line_is_named(tmp_path: Path, line: str, reason: str) -> None:
    """A bad line is reported with its file, its number and what is wrong."""
    with pytest.raises(InputError) as caught:
        _load(tmp_path, f"{GOOD}\n{line}\n")
    assert "actors.jsonl, line 2" in str(caught.value)
    assert reason in str(caught.value)


def test_id_used_twice_is_refused(tmp_path: Path) -> None:
    """Two entries may not share an id."""
    with pytest.raises(InputError, match="line 2: the id state:AAA is used twice"):
        _load(tmp_path, f"{GOOD}\n{GOOD}")


def test_dates_cover_the_whole_of_what_is_written(tmp_path: Path) -> None:
    """A year or month begins on its first day and ends on its last."""
    row = GOOD[:-1] + ', "from": "2015", "to": "2016-02"}'
    period = _load(tmp_path, row).actors[0].period
    assert (period.earliest, period.latest) == (date(2015, 1, 1), date(2016, 2, 29))


def test_holders_are_dated(registry: Registry) -> None:
    """Who leads a state depends on the day."""
    held = registry.holders_of("leads", "state:AFG", date(2018, 1, 1))
    assert [(actor.id, fact.role) for actor, fact in held] == [("person:ghani", "president")]
    assert len(registry.holders_of("leads", "state:AFG")) == 2


def test_actor_is_found_by_its_source(registry: Registry) -> None:
    """Datasets are matched by the ids that entries cite."""
    found = registry.by_source("ucdp-actor:303")
    assert found is not None
    assert found.id == "group:taliban"
    assert registry.by_source("ucdp-actor:0") is None


def test_shipped_registry_loads_once() -> None:
    """The shipped registry is read once and holds states under their alpha-3 codes."""
    shipped = Registry.shipped()
    assert shipped is Registry.shipped()
    state = shipped.state("AFG")
    assert state is not None
    assert state.name == "Afghanistan"
