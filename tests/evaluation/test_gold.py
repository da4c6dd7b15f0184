import json
from pathlib import Path
from typing import Any

import pytest

from tieline.errors import InputError, UnreadableError
from tieline.evaluation.gold import chosen, load, shipped
from tieline.evaluation.labelled import digest

PASSAGE = {"id": "one", "file": "one.txt", "begin": 0, "end": 20, "genre": "brief"}
NOBODY = {"name": None, "begin": None, "end": None}
CLAIM = {
    "passage": "one",
    "begin": 0,
    "end": 20,
    "kind": "tie",
    "relation": "funds",
    "alt": ["supports"],
    "polarity": "affirmed",
    "source": {"name": "A", "begin": 0, "end": 5},
    "target": {"name": "B", "begin": 12, "end": 15},
    "modality": ["asserted"],
    "holder": NOBODY,
    "time": [16, 20],
    "quantity": None,
    "anaphora": False,
    "optional": False,
}
TEXT = "Chadx funds Togo now."


def _write(folder: Path, passages: list[Any], claims: list[Any]) -> Path:
    for name, rows in (("passages", passages), ("claims", claims)):
        lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
        (folder / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_a_set_is_read_with_its_labels(tmp_path: Path) -> None:
    """Every passage has its claims, the relation first and alternatives after it."""
    (passage,) = load(_write(tmp_path, [PASSAGE], [CLAIM]), tmp_path)
    (claim,) = passage.claims
    assert claim.relations == ("funds", "supports")
    assert (claim.source, claim.holder, claim.time) == ((0, 5), None, (16, 20))
    assert passage.file == tmp_path / "one.txt"


def test_passages_without_a_split_are_for_development(tmp_path: Path) -> None:
    """A set that knows no splits has been seen, so it is no test set."""
    passages = load(_write(tmp_path, [PASSAGE], [CLAIM]), tmp_path)
    assert chosen(passages, "dev") == chosen(passages, "all") == passages
    with pytest.raises(InputError, match=r"no split 'test' \(it has: dev\)"):
        chosen(passages, "test")


@pytest.mark.parametrize(
    ("passages", "claims", "message"),
    [
        ([PASSAGE], ["{"], "claims.jsonl line 1: not JSON"),
        ([PASSAGE], [CLAIM, {"passage": "one"}], "claims.jsonl line 2: has no 'relation'"),
        ([PASSAGE], [CLAIM | {"relation": "likes"}], "the codebook has no relation 'likes'"),
        ([PASSAGE], [7], "claims.jsonl line 1: "),
        ([{"id": "one"}], [], "passages.jsonl line 1: has no 'file'"),
        ([], [CLAIM], "labels of a passage 'one' not listed"),
    ],
)
def test_a_broken_set_is_refused_in_one_line(
    tmp_path: Path, passages: list[Any], claims: list[Any], message: str
) -> None:
    """The message has the file, the line and what is wrong with it."""
    with pytest.raises(UnreadableError, match=message.replace("(", r"\(")) as caught:
        load(_write(tmp_path, passages, claims), tmp_path)
    assert "\n" not in str(caught.value)


def test_a_folder_without_labels_is_refused(tmp_path: Path) -> None:
    """A folder of something else is no labelled set, and one that is not there neither."""
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(UnreadableError, match="is no labelled set"):
            load(folder, folder)


def test_labels_in_another_encoding_are_refused(tmp_path: Path) -> None:
    """Labels are UTF-8."""
    _write(tmp_path, [PASSAGE], [CLAIM])
    (tmp_path / "claims.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnreadableError, match="not UTF-8"):
        load(tmp_path, tmp_path)


def test_the_digest_changes_with_labels_and_texts_alone(tmp_path: Path) -> None:
    """Another label or text gives another digest; a file that is in no passage does not."""
    before = digest(_write(tmp_path, [PASSAGE], [CLAIM]), tmp_path)
    (tmp_path / "README.md").write_text("more", encoding="utf-8")
    assert digest(tmp_path, tmp_path) == before
    (tmp_path / "one.txt").write_text(TEXT.replace("now", "too"), encoding="utf-8")
    changed = digest(tmp_path, tmp_path)
    assert changed != before
    _write(tmp_path, [PASSAGE], [CLAIM | {"optional": True}])
    assert digest(tmp_path, tmp_path) not in {before, changed}


def test_a_missing_text_is_told(tmp_path: Path) -> None:
    """Labels without their text say where one may be named."""
    _write(tmp_path, [PASSAGE], [CLAIM])
    with pytest.raises(UnreadableError, match=r"one\.txt: cannot be read .* --texts"):
        digest(tmp_path, tmp_path / "elsewhere")


def test_the_checkout_has_a_set_of_its_own() -> None:
    """The default set is the project's op-eds, half of them kept for testing."""
    passages = load(shipped(), shipped())
    assert {passage.split for passage in passages} == {"dev", "test"}
