import json
from pathlib import Path

import pytest

from tieline.codebook.loader import codebook


def test_codebook(tieline: object) -> None:
    """The codebook is printed whole, for people and programs."""
    expected = list(codebook().relations)
    assert [row["name"] for row in tieline("codebook", "--format", "jsonl").rows] == expected
    assert [
        row["name"] for row in json.loads(tieline("codebook", "--format", "json").out)
    ] == expected
    table = tieline("codebook").out
    assert all(name in table for name in expected)


def test_data_import_and_list(tieline: object, case: Path) -> None:
    """What was imported is listed with version, licence and digest."""
    assert "no data are imported" in tieline("data", "list", "--case", case).err
    assert tieline("data", "import", "cited", "--case", case).out.startswith("imported ")
    (row,) = tieline("data", "list", "--case", case, "--format", "jsonl").rows
    assert row["dataset"] == "cited"
    assert len(row["sha256"]) == 64
    assert row["licence"] in tieline("data", "list", "--case", case).out


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("ucdp-nonstate",), ("ucdp-nonstate", "none.csv")]
)
def test_a_wrong_import_is_one_line(
    tieline: object, case: Path, arguments: tuple[str, ...]
) -> None:
    """An unknown dataset, a missing file name and a missing file are one line each."""
    ended = tieline("data", "import", *arguments, "--case", case)
    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)


def test_check_without_data(tieline: object, case: Path) -> None:
    """Without data nothing is covered, and a line says why."""
    ended = tieline("check", "--case", case, "--format", "jsonl")
    assert ended.status == 0
    assert "no data are imported" in ended.err
    assert {row["verdict"] for row in ended.rows} == {"outside_coverage"}


def test_check_keeps_findings(tieline: object, case: Path) -> None:
    """Findings are printed and kept: `show` and `claims` tell them afterwards."""
    tieline("data", "import", "cited", "--case", case)
    (first, *_) = tieline("claims", "--case", case, "--format", "jsonl").rows
    (finding,) = tieline("check", first["id"][:10], "--case", case, "--format", "jsonl").rows
    shown = json.loads(tieline("show", first["id"], "--case", case, "--format", "json").out)
    assert shown["finding"] == finding
    assert finding["said_on"] == "2018-11-28"
    assert "3 outside_coverage" in tieline("check", "--case", case).out


def test_check_dates(tieline: object, case: Path) -> None:
    """--as-of and --known-by stand in the finding; a year means its last day."""
    dates = ("--as-of", "2019-03-01", "--known-by", "2020")
    row = tieline("check", "--case", case, "--format", "jsonl", *dates).rows[0]
    assert (row["said_on"], row["as_of"]) == ("2019-03-01", "2019-03-01")
    assert row["known_by"] == "2020-12-31"


def test_report_before_and_after_a_check(tieline: object, case: Path, tmp_path: Path) -> None:
    """The report is written before any check too, into the case or where asked."""
    assert tieline("report", "--case", case).out == f"{case / 'report.html'}\n"
    tieline("data", "import", "cited", "--case", case)
    tieline("check", "--case", case)
    out = tmp_path / "here.html"
    assert tieline("report", "--case", case, "--out", out).out == f"{out}\n"
    assert "Cland never fights Dland" in out.read_text()


def test_report_nowhere(tieline: object, case: Path, tmp_path: Path) -> None:
    """A report that cannot be written is one line."""
    ended = tieline("report", "--case", case, "--out", tmp_path / "no" / "x.html")
    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)
