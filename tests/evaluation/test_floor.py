"""The reader must not get worse: figures of eval/floors.toml, which only a hand lowers."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tieline.evaluation.labelled import digest
from tieline.evaluation.measures import MEASURES
from tieline.workbench import Workbench

ROOT = Path(__file__).resolve().parents[2]
FLOORS = tomllib.loads((ROOT / "eval" / "floors.toml").read_text(encoding="utf-8"))["floor"]
BETWEEN_PROCESSORS = 0.01  # the same sentence is not parsed quite alike on every machine


def _name(floor: dict[str, Any]) -> str:
    return f"{floor['set']}-{floor['split']}"


def _places(floor: dict[str, Any], request: pytest.FixtureRequest) -> tuple[Path, Path]:
    """Where labels and texts are; a set beside the checkout may be absent."""
    if floor["set"].startswith("../shared/"):
        request.getfixturevalue("shared_eval")
    if floor["texts"].startswith("../shared/"):
        request.getfixturevalue("shared_data")
    return ROOT / floor["set"], ROOT / floor["texts"]


def test_both_splits_of_our_own_texts_have_floors() -> None:
    """Our own texts are held to floors wherever the checkout is."""
    sets = {f"eval/{name}-{split}" for name in ("opeds", "registers") for split in ("dev", "test")}
    assert sets | {"eval/short-test"} <= {_name(floor) for floor in FLOORS}


@pytest.mark.parametrize("floor", FLOORS, ids=_name)
def test_floors_name_figures(floor: dict[str, Any]) -> None:
    """Each floor is of a figure that is measured, and holds at least the main ones."""
    assert {"pair_recall", "pair_precision", "typed_recall"} <= set(floor["figures"])
    assert set(floor["figures"]) <= {measure.name for measure in MEASURES}


@pytest.mark.parametrize("floor", FLOORS, ids=_name)
def test_floors_are_of_these_labels(floor: dict[str, Any], request: pytest.FixtureRequest) -> None:
    """Changed labels or texts need floors measured anew: see docs/reference/figures.md."""
    assert digest(*_places(floor, request)) == floor["sha256"]


@pytest.mark.parametrize("floor", FLOORS, ids=_name)
def test_no_figure_is_below_its_floor(
    floor: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    """Figures of a set reach their floors, within what processors differ by."""
    done = Workbench().evaluate(*_places(floor, request), floor["split"])
    reached = {figure.name: figure.value or 0.0 for figure in done.figures}
    below = {
        name: f"{reached[name]:.3f} < {least}"
        for name, least in floor["figures"].items()
        if reached[name] < least - BETWEEN_PROCESSORS
    }
    assert not below
