"""The labels of the project's longer and shorter texts fit their words and the codebook."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tieline.codebook.loader import codebook

EVAL = Path(__file__).resolve().parents[2] / "eval"
SETS = ("registers", "short")
NEGATED = {"negated", "ended"}


def _rows(folder: str, name: str) -> list[dict[str, Any]]:
    lines = (EVAL / folder / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _texts(folder: str) -> dict[str, str]:
    return {path.name: path.read_bytes().decode("utf-8") for path in (EVAL / folder).glob("*.txt")}


def _spans(claim: dict[str, Any]) -> list[list[int]]:
    mentions = (claim[role] for role in ("source", "target", "holder"))
    named = [[m["begin"], m["end"]] for m in mentions if m["begin"] is not None]
    return [
        [claim["begin"], claim["end"]],
        *named,
        *filter(None, (claim["time"], claim["quantity"])),
    ]


@pytest.mark.parametrize("folder", SETS)
def test_labels_lie_in_their_passage(folder: str) -> None:
    """Every quote, actor, holder, time and quantity is a stretch of its passage."""
    passages = {row["id"]: row for row in _rows(folder, "passages.jsonl")}
    for claim in _rows(folder, "claims.jsonl"):
        row = passages[claim["passage"]]
        assert claim["file"] == row["file"]
        for begin, end in _spans(claim):
            assert row["begin"] <= begin < end <= row["end"], claim


@pytest.mark.parametrize("folder", SETS)
def test_words_of_actors_stand_at_their_offsets(folder: str) -> None:
    """The stored words of a source, target or holder are those of the text."""
    texts = _texts(folder)
    for claim in _rows(folder, "claims.jsonl"):
        for mention in (claim["source"], claim["target"], claim["holder"]):
            if mention["begin"] is not None:
                found = texts[claim["file"]][mention["begin"] : mention["end"]]
                assert mention["text"] == found


@pytest.mark.parametrize("folder", SETS)
def test_labels_use_the_codebook(folder: str) -> None:
    """Relations are the codebook's, and polarity and modality its values."""
    for claim in _rows(folder, "claims.jsonl"):
        for name in (claim["relation"], *claim["alt"]):
            codebook().relation(name)
        assert claim["polarity"] in NEGATED | {"affirmed"}
        assert claim["modality"] == ["asserted"] or "asserted" not in claim["modality"]


@pytest.mark.parametrize("folder", SETS)
def test_texts_and_passages_name_each_other(folder: str) -> None:
    """No text is without a passage, no passage without its text, and no id stands twice."""
    passages = _rows(folder, "passages.jsonl")
    assert {row["file"] for row in passages} == set(_texts(folder))
    assert max(Counter(row["id"] for row in passages).values()) == 1


def test_registers_are_split_in_halves_of_many_kinds() -> None:
    """18 texts to develop on and 18 to test on, in at least eight registers each."""
    rows = _rows("registers", "passages.jsonl")
    assert Counter(row["split"] for row in rows) == {"dev": 18, "test": 18}
    for split in ("dev", "test"):
        assert len({row["genre"] for row in rows if row["split"] == split}) >= 8


def test_the_test_parts_hold_enough_that_is_denied_or_over() -> None:
    """At least 150 required claims of the test parts are negated or ended."""
    count = 0
    for folder in SETS:
        split = {row["id"]: row["split"] for row in _rows(folder, "passages.jsonl")}
        required = [c for c in _rows(folder, "claims.jsonl") if not c["optional"]]
        count += sum(c["polarity"] in NEGATED and split[c["passage"]] == "test" for c in required)
    assert count >= 150


def test_the_project_has_written_two_thousand_sentences_that_cover_every_relation() -> None:
    """The two sets have over 2,000 sentences, and each relation at least five times."""
    text = " ".join(text for folder in SETS for text in _texts(folder).values())
    assert len(re.findall(r"[.!?][”\"’)]*\s", text)) > 2000
    told = Counter(c["relation"] for folder in SETS for c in _rows(folder, "claims.jsonl"))
    assert {name for name in codebook().relations if told[name] < 5} == set()
