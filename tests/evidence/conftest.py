"""Claims and cases for the tests of this room."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tieline.actors.registry import Registry
from tieline.codebook.loader import codebook
from tieline.evidence.check import check
from tieline.evidence.importing import import_dataset
from tieline.model.claim import (
    Claim,
    DocumentRef,
    Holder,
    Kind,
    Modality,
    Party,
    Place,
    Polarity,
    Quantity,
    Time,
)
from tieline.model.finding import Finding

_FILES = {"ucdp-nonstate": "ucdp-nonstate-221.csv", "ucdp-esd": "ucdp-esd-ay-181.csv"}


@pytest.fixture(scope="session")
def make_claim() -> Callable[[Mapping[str, Any]], Claim]:
    """Makes a claim from the plain fields of a test case."""
    return _claim


def _claim(case: Mapping[str, Any]) -> Claim:
    relation = codebook().relation(case["relation"])
    published = case.get("said_on")
    return Claim(
        document=DocumentRef("doc", "doc.txt", published=published),
        kind=Kind(case.get("kind", "tie")),
        relation=relation.name,
        family=relation.family,
        sign=relation.sign,
        polarity=Polarity(case.get("polarity", "affirmed")),
        modality=tuple(Modality(item) for item in case.get("modality", ["asserted"])),
        source=_party(case["source"], 0),
        target=_party(case["target"], 20),
        quote=case.get("sentence", ""),
        begin=0,
        end=40,
        holder=Holder(),
        engine="test",
        confidence=1.0,
        scope=tuple(case.get("scope", ())),
        time=_time(case.get("time")),
        place=_place(case.get("place")),
        quantity=_quantity(case.get("quantity")),
    )


def _party(actor: str, begin: int) -> Party:
    actor_id = None if actor.endswith("?") else actor
    return Party(actor_id, actor, "armed_group", actor, begin, begin + 5)


def _time(ends: list[date] | None) -> Time | None:
    return Time("then", 30, 34, ends[0], ends[1]) if ends else None


def _place(told: str | None) -> Place | None:
    if told is None:
        return None
    country, _, part = told.partition("/")
    state = Registry.shipped().get(f"state:{country}")
    name = part or (state.name if state else country)
    return Place(name, 35, 40, name, country)


def _quantity(told: Mapping[str, Any] | None) -> Quantity | None:
    return Quantity("n", 25, 26, **told) if told else None


@pytest.fixture(scope="session")
def ask() -> Callable[..., Finding]:
    """Tests one case's claim on a case folder; dates go to the check."""

    def run(case: Mapping[str, Any], folder: Path, **dates: date) -> Finding:
        return check([_claim(case)], folder, Registry.shipped(), **dates)[0]

    return run


@pytest.fixture(scope="session")
def full_case(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with both whole datasets imported."""
    case = tmp_path_factory.mktemp("full")
    for name, file in _FILES.items():
        import_dataset(name, shared_data / "ucdp" / file, case, Registry.shipped().by_source)
    return case
