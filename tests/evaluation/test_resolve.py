import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tieline.evaluation.gold import load
from tieline.evaluation.passes import PASSES, Row
from tieline.evaluation.resolve import main, resolved

Write = Callable[..., Path]
Make = Callable[..., Row]
REAL = Path(__file__).resolve().parents[2] / "eval" / "real"
TURNED: dict[str, Any] = {"source": (20, 25), "target": (0, 5)}


def _claims(folder: Path) -> list[Row]:
    return [json.loads(line) for line in resolved(folder)["claims.jsonl"].splitlines()]


def test_a_claim_of_both_passes_is_required_with_all_alternatives(write: Write, made: Make) -> None:
    """The first pass's relation comes first, and what either accepts is accepted."""
    a = made(alt=["arms"])
    b = made(relation="arms", alt=["trains"], optional=True)
    (row,) = _claims(write([a], [b]))
    assert (row["relation"], row["alt"]) == ("funds", ["arms", "trains"])
    assert (row["optional"], row["passes"]) == (False, ["a", "b"])
    assert row["disagreed"] == ["optional"]


def test_a_claim_that_both_leave_open_stays_optional(write: Write, made: Make) -> None:
    """Required is what one coder at least holds to be required."""
    (row,) = _claims(write([made(optional=True)], [made(optional=True)]))
    assert row["optional"]


def test_relations_of_one_sign_are_both_accepted(write: Write, made: Make) -> None:
    """Where only the sign is the same, either relation will do."""
    (row,) = _claims(write([made()], [made(relation="trains")]))
    assert (row["relation"], row["alt"], row["optional"]) == ("funds", ["trains"], False)
    assert row["disagreed"] == ["relation"]


def test_relations_of_two_signs_are_two_claims(write: Write, made: Make) -> None:
    """A friend in one pass and an enemy in the other: neither is required."""
    rows = _claims(write([made()], [made(relation="fights")]))
    assert [(row["relation"], row["optional"], row["passes"]) for row in rows] == [
        ("funds", True, ["a"]),
        ("fights", True, ["b"]),
    ]


@pytest.mark.parametrize(
    ("field", "change"), [("polarity", {"polarity": "negated"}), ("direction", TURNED)]
)
def test_a_dispute_over_what_happened_is_optional_as_the_first_has_it(
    write: Write, made: Make, field: str, change: dict[str, Any]
) -> None:
    """Affirmed or denied, by whom to whom: the first pass's version stands and is optional."""
    (row,) = _claims(write([made()], [made(alt=["arms"], **change)]))
    assert (row["optional"], row["disagreed"]) == (True, [field])
    assert (row["polarity"], row["alt"]) == ("affirmed", [])
    assert row["source"]["begin"] == 0


def test_negated_and_ended_are_one_claim(write: Write, made: Make) -> None:
    """A tie said not to be, or to be no more, is required in the first pass's words."""
    (row,) = _claims(write([made(polarity="ended")], [made(polarity="negated")]))
    assert (row["polarity"], row["optional"], row["disagreed"]) == ("ended", False, ["polarity"])


def test_disputed_fields_are_listed(write: Write, made: Make) -> None:
    """Modality, time and the rest are the first pass's, and named where the other differs."""
    a = made(time=[26, 30], modality=["hedged"])
    (row,) = _claims(write([a], [made(time=[27, 30], quantity=[31, 33])]))
    assert (row["modality"], row["time"], row["quantity"]) == (["hedged"], [26, 30], None)
    assert row["disagreed"] == ["modality", "quantity"]


def test_a_claim_of_one_pass_is_optional(write: Write, made: Make) -> None:
    """What one coder alone saw is neither missed nor wrong."""
    (row,) = _claims(write([], [made()]))
    assert (row["optional"], row["passes"]) == (True, ["b"])


def test_mentions_of_both_passes_are_kept(write: Write) -> None:
    """An id on which they differ is dropped, and a mention of one pass is too."""
    a = [(0, 5, "x:1"), (20, 25, "x:2"), (40, 45, "x:4")]
    b = [(0, 4, "x:1"), (20, 25, "x:3")]
    text = resolved(write([], [], a, b))["mentions.jsonl"]
    rows = [json.loads(line) for line in text.splitlines()]
    assert [(row["begin"], row["actor_id"], row["disagreed"]) for row in rows] == [
        (0, "x:1", []),
        (20, None, ["actor_id"]),
    ]


def test_the_command_writes_a_set_that_can_be_read(
    write: Write, made: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder becomes a labelled set like any other."""
    folder = write([made()], [made()])
    main([str(folder)])
    assert "claims.jsonl: 1 lines" in capsys.readouterr().out
    (passage,) = load(folder, folder)
    assert len(passage.claims) == 1


def test_the_real_texts_labels_are_what_the_passes_make() -> None:
    """Nobody has changed a resolved label by hand."""
    for name, text in resolved(REAL).items():
        assert text == (REAL / name).read_text(encoding="utf-8"), f"make {name} anew"


def test_the_real_texts_are_in_neither_pass() -> None:
    """Labels stand apart from texts that are not ours: offsets, and the actors' names."""
    for folder in (REAL, *(REAL / name for name in PASSES)):
        for path in folder.glob("*.jsonl"):
            for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
                parts = [row, *(part for part in row.values() if isinstance(part, dict))]
                assert not any({"text", "quote", "words"} & set(part) for part in parts)


def test_real_passages_are_split_within_each_genre() -> None:
    """Eighty documents, every second one of a genre for testing."""
    lines = (REAL / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert len({row["file"] for row in rows}) == len(rows) == 80
    for genre in {row["genre"] for row in rows}:
        splits = [row["split"] for row in rows if row["genre"] == genre]
        assert splits == (["dev", "test"] * len(splits))[: len(splits)]


def test_real_labels_fit_their_texts(shared_data: Path) -> None:
    """Every span of either pass lies inside its passage, on whole words."""
    passages = {p.id: p for p in load(REAL, shared_data / "texts")}
    for name in PASSES:
        for line in (REAL / name / "mentions.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            passage = passages[row["passage"]]
            assert passage.begin <= row["begin"] < row["end"] <= passage.end
            text = passage.file.read_bytes().decode("utf-8")
            assert not text[row["begin"] - 1 : row["begin"]].isalnum()
            assert not text[row["end"] : row["end"] + 1].isalnum()
