import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from tieline.actors.registry import Registry
from tieline.codebook.loader import codebook
from tieline.evidence.coverage import cited_datasets, coverage
from tieline.evidence.crosswalk import identify
from tieline.evidence.datasets.cited import NOTE, TABLE, CitedFigures
from tieline.evidence.datasets.ucdp_esd import ExternalSupport
from tieline.evidence.datasets.ucdp_nonstate import NonState
from tieline.evidence.definitions import definitions
from tieline.model.observation import Observation
from tieline.plugins import DATASETS, load, names


def test_relations_are_of_the_codebook() -> None:
    """Every tested relation is a codebook type, and no definition stands twice for one."""
    for name, relation in definitions().relations.items():
        assert name in codebook().relations
        assert relation.definitions
        assert len(set(relation.definitions)) == len(relation.definitions)
        assert {item.family for item in relation.definitions} == {relation.family}


def test_claimed_kinds_have_letters() -> None:
    """A relation tested for its kind of support has letters of External Support."""
    for name, relation in definitions().relations.items():
        if any(item.claimed for item in relation.definitions):
            assert codebook().relation(name).esd


def test_every_definition_names_its_source() -> None:
    """A definition says in words what it asks, and where it is from."""
    shown = [item for relation in definitions().relations.values() for item in relation.definitions]
    assert all(item.wording and item.source for item in shown)


def test_crosswalk_names_registry_actors() -> None:
    """Every actor of the crosswalk is in the registry, and stands for no one out of its time."""
    raw = files("tieline.evidence").joinpath("data/crosswalk.toml").read_text(encoding="utf-8")
    table = tomllib.loads(raw)
    for entry in (*table["stands_for"], *table["governs"]):
        actor = Registry.shipped().get(entry["actor"])
        assert actor is not None, entry
        assert identify(actor).all_codes
        assert entry["from"] <= entry.get("to", entry["from"])


def test_every_dataset_states_its_coverage() -> None:
    """Each registered dataset has a title, a licence and stated versions."""
    assert set(names(DATASETS)) >= {"ucdp-nonstate", "ucdp-esd", "cited"}
    for name, version in cited_datasets():
        stated = coverage(name, version)
        dataset = load(DATASETS, name)()
        assert (stated.title, stated.licence) == (dataset.title, dataset.licence)
        assert stated.first < stated.last < stated.released.year + 1


def test_cited_figures_equal_the_published_files(shared_data: Path) -> None:
    """Each figure carried over equals the published row, and none of its dyads lacks a row."""
    published: set[tuple[object, ...]] = set()
    for reader, file in ((NonState, "ucdp-nonstate-221"), (ExternalSupport, "ucdp-esd-ay-181")):
        path = shared_data / "ucdp" / f"{file}.csv"
        published |= {_key(row) for row in reader().observations(path) if _kept(row)}
    carried = {_key(row) for row in CitedFigures().observations(TABLE)}
    assert carried == published
    assert len(carried) > 200


def _kept(row: object) -> bool:
    """Whether a row belongs to the dyads and recipient-years that the table claims to hold."""
    if not isinstance(row, Observation):
        return False
    pairs = coverage("ucdp-nonstate", "22.1", cited=True).pairs or frozenset()
    if row.kind == "fighting":
        return frozenset((row.first.code, row.second.code)) in pairs
    government = row.second.code == "130" and 1996 <= row.year <= 2001
    return government or row.second.code in {"303", "769", "234"}


def _key(row: object) -> tuple[object, ...]:
    assert isinstance(row, Observation)
    note = (row.note or "").removeprefix(NOTE).removeprefix("; ")
    return (
        row.dataset, row.version, row.row, row.kind, row.first, row.second, row.period, row.year,
        row.places, row.low, row.best, row.high, row.categories, row.pooled, row.against, note,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["coverage", "crosswalk", "definitions"])
def test_no_conflict_in_code(name: str) -> None:
    """Ids and names of one conflict stand in data files only."""
    folder = Path(str(files("tieline.evidence")))
    assert (folder / "data" / f"{name}.toml").is_file()
    code = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py")).casefold()
    assert not any(word in code for word in ("taliban", "taleban", "iskp", "afghan", "qaida"))
