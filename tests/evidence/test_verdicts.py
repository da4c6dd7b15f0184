import tomllib
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tieline.actors.registry import Registry
from tieline.evidence.check import check, deaths_by_year
from tieline.evidence.datasets.cited import TABLE
from tieline.evidence.importing import import_dataset
from tieline.model.claim import Claim
from tieline.model.finding import Finding, Verdict

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("verdicts.toml").read_text(encoding="utf-8")
)["case"]
Ask = Callable[..., Finding]
NEVER = next(case for case in CASES if case["id"] == "taliban-never-fought-iskp")
CARRIED = ("group:taliban", "group:iskp", "group:al-qaida", "group:hizb-i-islami-gulbuddin")


@pytest.fixture(scope="session")
def cited_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with nothing but the packaged figures."""
    case = tmp_path_factory.mktemp("cited")
    import_dataset("cited", TABLE, case, Registry.shipped().by_source)
    return case


@pytest.fixture(scope="session")
def findings(
    full_case: Path, make_claim: Callable[[Mapping[str, Any]], Claim]
) -> dict[str, Finding]:
    """The finding on every hand-reasoned sentence, by its id."""
    found = check([make_claim(case) for case in CASES], full_case, Registry.shipped())
    return {case["id"]: finding for case, finding in zip(CASES, found, strict=True)}


def _uses(finding: Finding) -> dict[int, set[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    for test in finding.tests:
        if test.default:
            for row in test.rows:
                found[row.year].add(row.use)
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_hand_reasoned(case: dict[str, Any], findings: dict[str, Finding]) -> None:
    """A sentence gets the verdict, the use of rows and the flips reasoned out by hand."""
    finding = findings[case["id"]]
    assert finding.verdict == case["verdict"], finding.reason
    assert finding.reason
    for year, use in case.get("rows", {}).items():
        assert use in _uses(finding)[int(year)]
    flips = {flip.definition: flip.verdict for flip in finding.flips}
    for definition, verdict in case.get("flips", {}).items():
        assert flips[definition] == verdict


def test_all_six_verdicts_and_three_regions() -> None:
    """The hand-reasoned sentences cover every verdict and at least three regions."""
    assert {case["verdict"] for case in CASES} == {verdict.value for verdict in Verdict}
    assert len({case["region"] for case in CASES}) >= 3
    assert len({case["id"] for case in CASES}) == len(CASES) >= 40


@pytest.mark.parametrize(
    "case",
    [c for c in CASES if {c["source"], c["target"]} <= {*CARRIED, "state:PAK", "group:etim"}],
    ids=lambda case: str(case["id"]),
)
def test_cited_figures_suffice(case: dict[str, Any], cited_case: Path, ask: Ask) -> None:
    """The packaged figures alone give the same verdicts for the case they are of."""
    assert ask(case, cited_case).verdict == case["verdict"]


def test_never_fought_figures(cited_case: Path, ask: Ask) -> None:
    """The demo's sentence rests on the very figures of the Non-State file, with low and high."""
    default = ask(NEVER, cited_case).tests[0]
    told = [
        (row.year, row.best, row.low, row.high, row.use)
        for row in default.rows
        if row.use != "context"
    ]
    assert told == [
        (2015, 292, 285, 420, "counter-example"),
        (2016, 181, 167, 201, "counter-example"),
        (2017, 343, 318, 396, "counter-example"),
        (2018, 577, 300, 689, "straddles"),
        (2019, 51, 51, 53, "later"),
    ]
    assert (default.definition, default.dataset, default.version) == (
        "fights.year-25",
        "ucdp-nonstate",
        "22.1",
    )
    assert default.licence == "CC BY 4.0"
    assert [row.row for row in default.rows][:5] == [184, 185, 186, 187, 188]


def test_whole_dataset_replaces_cited(
    full_case: Path, tmp_path: Path, shared_data: Path, ask: Ask
) -> None:
    """Figures carried over are not counted beside the dataset they are from."""
    registry = Registry.shipped()
    import_dataset("cited", TABLE, tmp_path, registry.by_source)
    file = shared_data / "ucdp" / "ucdp-nonstate-221.csv"
    import_dataset("ucdp-nonstate", file, tmp_path, registry.by_source)
    assert ask(NEVER, tmp_path).tests == ask(NEVER, full_case).tests


def test_outside_what_is_carried_over(cited_case: Path, ask: Ask) -> None:
    """A dyad or recipient that is not among the cited figures is outside coverage."""
    amal = next(case for case in CASES if case["id"] == "hezbollah-amal-never")
    cuba = next(case for case in CASES if case["id"] == "cuba-funds-farc")
    assert ask(amal, cited_case).verdict is Verdict.OUTSIDE_COVERAGE
    assert ask(cuba, cited_case).verdict is Verdict.OUTSIDE_COVERAGE


def test_no_dataset_at_all(tmp_path: Path, ask: Ask) -> None:
    """Without any dataset a claim is outside coverage."""
    assert ask(NEVER, tmp_path).verdict is Verdict.OUTSIDE_COVERAGE


def test_as_of_closes_never(cited_case: Path, ask: Ask) -> None:
    """A question as of 2016 counts 2015 only, and says so."""
    finding = ask(NEVER, cited_case, as_of=date(2016, 6, 30))
    assert (finding.said_on, finding.as_of) == (date(2016, 6, 30), date(2016, 6, 30))
    assert _uses(finding)[2015] == {"counter-example", "context"}
    assert _uses(finding)[2016] == {"straddles"}
    assert _uses(finding)[2017] == {"later"}


def test_known_by_hides_later_releases(cited_case: Path, ask: Ask) -> None:
    """A dataset released after what may be known is not used."""
    finding = ask(NEVER, cited_case, known_by=date(2020, 1, 1))
    assert finding.verdict is Verdict.OUTSIDE_COVERAGE
    assert "released" in finding.reason


def test_undated_document_says_so(full_case: Path, ask: Ask) -> None:
    """An undated document uses all covered rows, and the finding says so."""
    undated = {**NEVER, "said_on": None}
    finding = ask(undated, full_case)
    assert finding.verdict is Verdict.CONTRADICTED
    assert "undated" in finding.reason
    assert _uses(finding)[2019] == {"counter-example"}


def _support_years(source: str, target: str, folder: Path, ask: Ask) -> set[int]:
    case = {"source": source, "target": target, "relation": "supports", "polarity": "negated"}
    finding = ask({**case, "scope": ["never"], "said_on": date(2018, 1, 31)}, folder)
    return {row.year for test in finding.tests for row in test.rows if row.use == "counter-example"}


def test_coded_support_years(full_case: Path, ask: Ask) -> None:
    """Al-Qaida is a coded supporter of the Taleban in 1995-2007 and 2009-17, IS in no year."""
    years = _support_years("group:al-qaida", "group:taliban", full_case, ask)
    assert years == {*range(1995, 2008), *range(2009, 2018)}
    assert _support_years("group:islamic-state", "group:taliban", full_case, ask) == set()
    assert _support_years("group:taliban", "group:islamic-state", full_case, ask) == set()


def test_deaths_by_year(full_case: Path, cited_case: Path) -> None:
    """The plot's figures are those of the rows, and nothing of a composite actor is in them."""
    actors = Registry.shipped()
    for case in (full_case, cited_case):
        told = deaths_by_year(case, "group:taliban", "group:iskp", actors)
        assert [(t.year, t.low, t.best, t.high) for t in told] == [
            (2015, 285, 292, 420),
            (2016, 167, 181, 201),
            (2017, 318, 343, 396),
            (2018, 300, 577, 689),
            (2019, 51, 51, 53),
        ]


def test_decisive_rows(findings: dict[str, Finding]) -> None:
    """No decisive verdict rests on a missing row or comes from outside coverage."""
    for finding in findings.values():
        for test in finding.tests:
            if test.verdict in {Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.MIXED}:
                used = {row.use for row in test.rows}
                assert used & {"counter-example", "supporting", "below the bar"}


def test_every_row_traces_to_its_line(findings: dict[str, Finding], shared_data: Path) -> None:
    """A fighting row's line in the source file holds the figures the finding shows."""
    file = (shared_data / "ucdp" / "ucdp-nonstate-221.csv").read_text(encoding="utf-8")
    lines = file.split("\n")
    checked = 0
    for finding in findings.values():
        for test in finding.tests:
            for row in test.rows if test.dataset == "ucdp-nonstate" else ():
                assert f'"{row.year}","{row.best}","{row.low}","{row.high}"' in lines[row.row - 1]
                checked += 1
    assert checked > 100


def test_a_denial_of_no_day_is_not_decided(full_case: Path, ask: Ask) -> None:
    """What an undated document denies of the present, support of long ago does not contradict."""
    denial = {"source": "state:PAK", "target": "group:taliban", "relation": "supports"}
    finding = ask({**denial, "polarity": "negated"}, full_case)
    assert finding.verdict is Verdict.UNDETERMINED
    assert "undated" in finding.reason
    assert {row.use for test in finding.tests for row in test.rows} == {"context"}


def test_a_row_of_several_countries(cited_case: Path, ask: Ask) -> None:
    """Deaths counted together for two countries say nothing of the one where neither is at home."""
    abroad = {**NEVER, "scope": ["never"], "place": "PAK"}
    finding = ask(abroad, cited_case)
    assert finding.verdict is Verdict.UNDETERMINED
    assert "several countries together" in finding.reason
    assert "straddles" in _uses(finding)[2017]
    assert ask(NEVER, cited_case).verdict is Verdict.CONTRADICTED


def test_never_stopped_means_always(cited_case: Path, ask: Ask) -> None:
    """A double negation is not supported by one year: "never stopped" is about all of them."""
    kept = {**NEVER, "scope": ["never"], "polarity": "affirmed", "place": None}
    finding = ask(kept, cited_case)
    assert finding.verdict is Verdict.UNDETERMINED
    years = [date(2015, 2, 2), date(2017, 12, 31)]
    assert ask({**kept, "time": years}, cited_case).verdict is Verdict.SUPPORTED


def test_years_in_government_are_no_years_of_peace(full_case: Path, ask: Ask) -> None:
    """A denial stands under no bar if a side governed for some of the time: nobody counted it."""
    denial = {"source": "group:taliban", "relation": "fights", "polarity": "negated"}
    rival = {**denial, "target": "group:hizb-i-islami-gulbuddin", "scope": ["never"]}
    later = ask({**rival, "said_on": date(2012, 6, 30)}, full_case)
    assert Verdict.SUPPORTED not in {test.verdict for test in later.tests}
    front = {**denial, "target": "group:northern-alliance", "scope": ["never"]}
    finding = ask({**front, "said_on": date(1999, 1, 1)}, full_case)
    assert "held the government" in finding.reason
