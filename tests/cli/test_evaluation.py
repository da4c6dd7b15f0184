import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tieline = Callable[..., Any]
NOBODY = {"name": None, "begin": None, "end": None}


@pytest.fixture
def labelled(text: Path) -> Path:
    """The document's first statement as a labelled set; the second one is not labelled."""
    passage = {"id": "one", "file": text.name, "begin": 0, "end": 44, "genre": "brief"}
    claim = {
        "passage": "one",
        "begin": 0,
        "end": 18,
        "kind": "tie",
        "relation": "funds",
        "alt": [],
        "polarity": "affirmed",
        "modality": ["asserted"],
        "holder": NOBODY,
        "source": {"begin": 0, "end": 5},
        "target": {"begin": 12, "end": 17},
        "time": None,
        "quantity": None,
        "anaphora": False,
        "optional": False,
    }
    (text.parent / "passages.jsonl").write_text(json.dumps(passage), encoding="utf-8")
    (text.parent / "claims.jsonl").write_text(json.dumps(claim), encoding="utf-8")
    return text.parent


def test_figures_are_printed_with_what_they_are_of(tieline: Tieline, labelled: Path) -> None:
    """The label is found, and one of two claims read has none."""
    done = json.loads(tieline("eval", labelled, "--format", "json").out)
    figures = {each["name"]: (each["part"], each["whole"]) for each in done["figures"]}
    assert figures["typed_recall"] == (1, 1)
    assert figures["pair_precision"] == (1, 2)
    assert [each["name"] for each in done["genres"]] == ["brief"]


def test_the_table_has_every_figure_and_no_words_of_the_text(
    tieline: Tieline, labelled: Path
) -> None:
    """Figures are shown, never a claim or a label."""
    ended = tieline("eval", labelled)
    assert ended.status == 0
    assert "typed_recall" in ended.out
    assert "wrong among 1 pairs" in ended.out
    assert "Aland" not in ended.out + ended.err


def test_what_is_no_labelled_set_is_refused(tieline: Tieline, tmp_path: Path) -> None:
    """One line says so, and the status is 2."""
    ended = tieline("eval", tmp_path)
    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert "is no labelled set" in ended.err


def test_a_split_the_set_has_not_is_refused(tieline: Tieline, labelled: Path) -> None:
    """The message names the splits there are."""
    ended = tieline("eval", labelled, "--split", "test")
    assert ended.status == 2
    assert "no split 'test' (it has: dev)" in ended.err


def test_both_readers_are_timed_on_the_same_words(tieline: Tieline, text: Path) -> None:
    """The reader and the bare pipeline each say how many words they read."""
    done = json.loads(tieline("bench", text, "--format", "json").out)
    assert [run["name"] for run in done["runs"]] == ["tieline", "spacy alone"]
    assert {run["words"] for run in done["runs"]} == {10}
    assert all(run["peak"] > 1e6 for run in done["runs"])


def test_nothing_to_time_is_an_error(tieline: Tieline, tmp_path: Path) -> None:
    """A path that is not there is told, and the status is 2."""
    ended = tieline("bench", tmp_path / "none")
    assert (ended.status, ended.out) == (2, "")
    assert "does not exist" in ended.err
