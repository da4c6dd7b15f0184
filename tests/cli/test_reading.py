import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tieline.model.wire import claim_schema


def test_claims_as_json_lines(tieline: object, text: Path) -> None:
    """One claim a line, each valid by the shipped schema, its quote where it says."""
    ended = tieline("read", text, "--format", "jsonl")
    assert (ended.status, ended.err) == (0, "")
    assert [row["quote"] for row in ended.rows] == [
        "Aland funds Bland",
        "Cland never fights Dland",
        "Eland arms Fland",
    ]
    for row in ended.rows:
        Draft202012Validator(claim_schema()).validate(row)
        assert text.read_text()[row["begin"] : row["end"]] == row["quote"]


def test_claims_as_json(tieline: object, text: Path, tmp_path: Path) -> None:
    """One list of the same objects; an empty one where nothing is claimed."""
    lines = tieline("read", text, "--format", "jsonl").rows
    assert json.loads(tieline("read", text, "--format", "json").out) == lines
    (tmp_path / "none.txt").write_text("Nothing is said.")
    assert json.loads(tieline("read", tmp_path / "none.txt", "--format", "json").out) == []


def test_claims_as_table(tieline: object, text: Path) -> None:
    """For people a table, the path above it."""
    ended = tieline("read", text)
    assert ended.out.startswith(f"{text}: 3 claims\n")
    assert "never" in ended.out


def test_claims_as_page(tieline: object, text: Path) -> None:
    """An HTML page that holds the document's words."""
    assert "Cland never fights Dland" in tieline("read", text, "--format", "html").out


def test_metadata_from_options(tieline: object, text: Path) -> None:
    """What the user says of a document stands in every claim."""
    options = ("--title", "T", "--author", "A", "--publisher", "P", "--date", "2018-11-28")
    (first, *_) = tieline("read", text, "--format", "jsonl", *options).rows
    assert first["document"] | {"id": "", "path": ""} == {
        "id": "",
        "path": "",
        "title": "T",
        "publisher": "P",
        "author": "A",
        "published": "2018-11-28",
    }


def test_fields_of_json_lines(tieline: object, tmp_path: Path) -> None:
    """Options name the fields that hold text and title; what they cannot mean is one line."""
    path = tmp_path / "two.jsonl"
    path.write_text('{"body": "Aland funds Bland.", "headline": "One"}\n')
    ended = tieline(
        *("read", path, "--format", "jsonl", "--field", "text=body", "--field", "title=headline")
    )
    assert [row["document"]["title"] for row in ended.rows] == ["One"]
    for wrong in ("body", "words=body", "text="):
        ended = tieline("read", path, "--field", wrong)
        assert (ended.status, ended.err.count("\n")) == (2, 1)


def test_encoding_from_an_option(tieline: object, tmp_path: Path) -> None:
    """A named encoding is used; one that nobody knows is one line."""
    path = tmp_path / "one.txt"
    path.write_bytes("Aland funds Bland.".encode("cp037"))
    ended = tieline("read", path, "--format", "jsonl", "--encoding", "cp037")
    assert [row["quote"] for row in ended.rows] == ["Aland funds Bland"]
    ended = tieline("read", path, "--encoding", "nonesuch")
    assert (ended.status, ended.err.count("\n")) == (2, 1)


def test_a_wrong_date_is_one_line(tieline: object, text: Path) -> None:
    """A date that is none is refused."""
    ended = tieline("read", text, "--date", "last week")
    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)


def test_folder_metadata(tieline: object, text: Path) -> None:
    """A folder's metadata.jsonl supplies what its files do not say."""
    (text.parent / "metadata.jsonl").write_text('{"file": "one.txt", "title": "From the folder"}\n')
    rows = tieline("read", text.parent, "--format", "jsonl").rows
    assert {row["document"]["title"] for row in rows} == {"From the folder"}


def test_every_path_has_its_claims(tieline: object, text: Path) -> None:
    """Equal texts at two paths give equal claims under both."""
    (text.parent / "two.txt").write_bytes(text.read_bytes())
    rows = tieline("read", text.parent, "--format", "jsonl").rows
    assert len(rows) == 6
    assert len({row["document"]["path"] for row in rows}) == 2
    assert len({row["id"] for row in rows}) == 3


def test_one_bad_input(tieline: object, tmp_path: Path) -> None:
    """A single input that cannot be read ends with 2 and one line."""
    ended = tieline("read", tmp_path / "none.txt", "--format", "jsonl")
    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert "none.txt" in ended.err


def test_some_bad_inputs(tieline: object, text: Path, tmp_path: Path) -> None:
    """The rest goes on; what failed is listed at the end, and the status is 3."""
    (tmp_path / "empty.txt").touch()
    (tmp_path / "broken.txt").write_text("BREAK the engine.")
    bad = (tmp_path / "none.txt", tmp_path / "empty.txt", tmp_path / "broken.txt")
    ended = tieline("read", *bad, text, "--format", "jsonl")
    assert ended.status == 3
    assert len(ended.rows) == 3
    lines = ended.err.splitlines()
    assert lines[0] == "tieline: 3 of 4 inputs failed:"
    assert len(lines) == 4
    assert all(path.name in ended.err for path in bad)


def test_only_bad_inputs(tieline: object, tmp_path: Path) -> None:
    """Where nothing could be read the status is 2."""
    assert tieline("read", tmp_path / "a.txt", tmp_path / "b.txt").status == 2


@pytest.mark.parametrize("form", ["jsonl", "json", "table", "html"])
def test_output_file(tieline: object, text: Path, tmp_path: Path, form: str) -> None:
    """--out writes to a file what would have been printed."""
    printed = tieline("read", text, "--format", form).out
    out = tmp_path / "out"
    ended = tieline("read", text, "--format", form, "--out", out)
    assert (ended.status, ended.out) == (0, "")
    assert out.read_text() == printed


def test_output_file_after_a_failure(tieline: object, tmp_path: Path) -> None:
    """Where nothing was read, nothing is written."""
    out = tmp_path / "out"
    assert tieline("read", tmp_path / "none.txt", "--out", out).status == 2
    assert not out.exists()


def test_output_in_no_folder(tieline: object, text: Path, tmp_path: Path) -> None:
    """An output file that cannot be is one line."""
    ended = tieline("read", text, "--out", tmp_path / "no" / "out")
    assert (ended.status, ended.err.count("\n")) == (2, 1)


def test_hostile_names_cannot_steer_the_terminal(tieline: object, tmp_path: Path) -> None:
    """A path with escape codes is printed without them."""
    path = tmp_path / "a\x1b[31m\n.txt"
    path.write_text("Aland funds Bland.")
    for form in ("table", "jsonl"):
        assert "\x1b" not in tieline("read", path, "--format", form).out
    assert "\x1b" not in tieline("read", tmp_path / "\x1b[31m").err


def test_a_document_is_never_written_over(tieline: object, text: Path) -> None:
    """--out naming a document that is read is one line, and the document stands."""
    before = text.read_bytes()
    ended = tieline("read", text, "--out", text)
    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert text.read_bytes() == before
