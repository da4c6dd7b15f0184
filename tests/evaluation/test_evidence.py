"""The claims judged by eye, and the totals told of them."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

EVIDENCE = Path(__file__).resolve().parents[2] / "docs" / "evidence"
FIELDS = {"claim", "file", "relation", "polarity", "judgement", "faults", "reason"}
POLARITIES = {"affirmed", "negated", "ended"}
FAULTS = {"no tie", "relation", "polarity", "direction", "holder", "actor", "modality", "time"}

Judgement = dict[str, object]


@pytest.fixture(scope="module")
def judged() -> list[Judgement]:
    """The judged claims, in the order drawn."""
    lines = (EVIDENCE / "2026-11-22-fifty-claims.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def readme() -> str:
    """The page that tells the totals."""
    return (EVIDENCE / "README.md").read_text("utf-8")


def faults_of(line: Judgement) -> list[str]:
    """The faults found in one claim."""
    faults = line["faults"]
    assert isinstance(faults, list)
    return faults


def test_fifty_different_claims_are_judged(judged: list[Judgement]) -> None:
    """There are fifty lines, each on a claim of its own."""
    assert len(judged) == 50
    assert len({line["claim"] for line in judged}) == 50


def test_every_line_is_valid(judged: list[Judgement]) -> None:
    """Each line has the stated fields with values from the closed lists."""
    for line in judged:
        assert set(line) == FIELDS
        assert re.fullmatch(r"[0-9a-f]{32}", str(line["claim"]))
        assert str(line["file"]).endswith(".txt")
        assert re.fullmatch(r"[a-z_]+", str(line["relation"]))
        assert line["polarity"] in POLARITIES
        assert line["judgement"] in {"right", "wrong"}
        assert str(line["reason"]).endswith(".")


def test_faults_agree_with_the_judgement(judged: list[Judgement]) -> None:
    """A wrong claim has a fault besides its date, and a right one has none."""
    for line in judged:
        faults = faults_of(line)
        assert set(faults) <= FAULTS
        assert len(set(faults)) == len(faults)
        assert bool(set(faults) - {"time"}) == (line["judgement"] == "wrong")


def test_readme_tells_how_many_are_right(judged: list[Judgement], readme: str) -> None:
    """The page's total of right claims is the file's."""
    right = [line for line in judged if line["judgement"] == "right"]
    dated = sum("time" in faults_of(line) for line in right)
    assert f"Right: {len(right)} of 50 ({len(right) / 50:.0%};" in readme
    assert f"Right but wrongly dated: {dated};" in readme
    assert f"leaves {len(right) - dated} of 50." in readme


def test_readme_tells_every_fault(judged: list[Judgement], readme: str) -> None:
    """The page's table of faults holds the file's counts, zeros included."""
    counts = Counter(fault for line in judged for fault in faults_of(line))
    told = dict(re.findall(r"^\| ([a-z ]+) \| (\d+) \|$", readme, re.MULTILINE))
    assert told == {fault: str(counts[fault]) for fault in FAULTS}


def test_readme_interval_is_wilsons(judged: list[Judgement], readme: str) -> None:
    """The page's interval is the 95% Wilson interval of the file's share."""
    z, n = 1.959964, len(judged)
    share = sum(line["judgement"] == "right" for line in judged) / n
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)) ** 0.5
    assert f"95% Wilson interval {centre - half:.1%} to {centre + half:.1%})" in readme
