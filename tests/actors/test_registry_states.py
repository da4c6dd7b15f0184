import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

OURS = ("states.jsonl", "forces.jsonl", "organisations.jsonl")
PREFIXES = {"states.jsonl": "state", "forces.jsonl": "force", "organisations.jsonl": "org"}
KINDS = {"state": "state", "force": "force", "org": "organisation"}
NAME_KINDS = {"alias", "acronym", "demonym", "metonym"}
RELATIONS = {"part_of", "member_of", "leads", "splintered_from", "merged_with"}
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
# The 193 members of the United Nations.
MEMBERS = """
    AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ
    BOL BRA BRB BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE
    DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB
    GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ
    KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG
    MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU
    NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE
    SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO TUN
    TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE
"""

Row = dict[str, Any]


def _rows(name: str) -> list[Row]:
    text = files("tieline.actors").joinpath("data", name).read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


@cache
def _ours() -> tuple[Row, ...]:
    return tuple(row for name in OURS for row in _rows(name))


@cache
def _everyone() -> dict[str, Row]:
    folder = files("tieline.actors").joinpath("data")
    names = [file.name for file in folder.iterdir() if file.name.endswith(".jsonl")]
    return {row["id"]: row for name in names for row in _rows(name)}


def _sources(prefix: str) -> Iterator[tuple[str, str]]:
    for row in _ours():
        for source in row["sources"]:
            if source.startswith(prefix):
                yield row["id"], source.removeprefix(prefix)


def _dated() -> Iterator[tuple[str, Row]]:
    for row in _ours():
        for part in (row, *row["names"], *row["facts"]):
            yield row["id"], part


def _column(path: Path, column: str, encoding: str) -> set[str]:
    with path.open(encoding=encoding, newline="") as file:
        return {row[column].strip() for row in csv.DictReader(file)}


def _chain(actor_id: str) -> list[str]:
    """The actor and everything it is, in turn, a part of, along first parents."""
    chain = [actor_id]
    while parents := [f for f in _everyone()[chain[-1]]["facts"] if f["relation"] == "part_of"]:
        assert parents[0]["target"] not in chain
        chain.append(parents[0]["target"])
    return chain


def test_every_member_of_the_united_nations_is_a_state() -> None:
    """All 193 members are found by their ISO 3166-1 alpha-3 code."""
    members = MEMBERS.split()
    states = {row["id"] for row in _rows("states.jsonl")}
    assert len(members) == 193
    assert not {f"state:{code}" for code in members} - states


@pytest.mark.parametrize(
    ("name", "least"), [("states.jsonl", 193), ("forces.jsonl", 220), ("organisations.jsonl", 90)]
)
def test_the_registry_is_as_wide_as_promised(name: str, least: int) -> None:
    """Each file holds at least the number of actors promised."""
    assert len(_rows(name)) >= least


def test_forces_of_many_states_are_listed() -> None:
    """Forces are not those of a few powers only."""
    assert len({row["country"] for row in _rows("forces.jsonl")}) >= 90


@pytest.mark.parametrize("name", OURS)
def test_ids_are_sorted_and_say_the_kind(name: str) -> None:
    """Ids are unique, in order, and their prefix fits the actor's kind."""
    rows = _rows(name)
    ids = [row["id"] for row in rows]
    assert ids == sorted(set(ids))
    assert {i.split(":")[0] for i in ids} == {PREFIXES[name]}
    assert {row["kind"] for row in rows} == {KINDS[PREFIXES[name]]}


def test_no_id_is_used_twice_in_the_whole_registry() -> None:
    """No other file of the registry reuses an id."""
    folder = files("tieline.actors").joinpath("data")
    names = [file.name for file in folder.iterdir() if file.name.endswith(".jsonl")]
    counts = Counter(row["id"] for name in names for row in _rows(name))
    assert [i for i, count in counts.items() if count > 1] == []


def test_states_carry_their_own_code() -> None:
    """A state's id, country and ISO source agree; only Kosovo has no ISO code."""
    for row in _rows("states.jsonl"):
        assert row["id"] == f"state:{row['country']}"
        assert (f"iso3166:{row['country']}" in row["sources"]) == (row["country"] != "XKX")


def test_countries_are_states_of_the_registry() -> None:
    """Every country named by a force or an organisation is a state here."""
    states = {row["country"] for row in _rows("states.jsonl")}
    assert {row["country"] for row in _ours()} - {None} <= states


def test_every_fact_points_at_an_actor() -> None:
    """Facts use known relations, and their targets are in the registry."""
    for row in _ours():
        for fact in row["facts"]:
            assert fact["relation"] in RELATIONS
            assert fact["target"] in _everyone(), f"{row['id']} points at {fact['target']}"


def test_every_force_belongs_in_the_end_to_its_state() -> None:
    """Following part_of from a force leads to the state of its country."""
    homes = {"org:palestinian-authority": "state:PSE"}
    for row in _rows("forces.jsonl"):
        last = _chain(row["id"])[-1]
        assert homes.get(last, last) == f"state:{row['country']}", row["id"]


def test_names_are_clean_and_said_once() -> None:
    """No actor has an empty, padded or repeated name, or one of an unknown kind."""
    for row in _ours():
        texts = [row["name"], *(name["text"] for name in row["names"])]
        assert all(text and text == text.strip() for text in texts), row["id"]
        assert len(set(texts)) == len(texts), row["id"]
        assert {name["kind"] for name in row["names"]} <= NAME_KINDS, row["id"]


def test_acronyms_have_a_capital() -> None:
    """An acronym matches in its own case only, so it must have capitals."""
    acronyms = [n["text"] for row in _ours() for n in row["names"] if n["kind"] == "acronym"]
    assert acronyms
    assert [text for text in acronyms if text == text.lower()] == []


def test_demonyms_are_for_states_only() -> None:
    """Peoples' names stand under states, not under agencies."""
    with_demonym = {r["kind"] for r in _ours() for n in r["names"] if n["kind"] == "demonym"}
    assert with_demonym == {"state"}


def test_periods_run_forwards() -> None:
    """Every date is a year, month or day, and no period ends before it begins."""
    for actor_id, part in _dated():
        begin, end = part.get("from"), part.get("to")
        assert all(DATE.fullmatch(date) for date in (begin, end) if date), actor_id
        if begin and end:
            width = min(len(begin), len(end))
            assert begin[:width] <= end[:width], actor_id


def test_sources_are_of_a_known_form() -> None:
    """An actor names its sources, or says it has none, never both."""
    forms = re.compile(
        r"iso3166:[A-Z]{3}|ucdp-actor:\d+|un:[A-Z]{2}[ei]\.\d+|shared:data/texts/\S+"
    )
    for row in _ours():
        cited = row["sources"] == ["uncited"] or all(forms.fullmatch(s) for s in row["sources"])
        assert row["sources"], row["id"]
        assert cited, row["id"]


def test_ucdp_sources_resolve(shared_data: Path) -> None:
    """Every UCDP actor id cited is in the UCDP actor list."""
    known = _column(shared_data / "ucdp" / "ucdp-actor-221.csv", "ActorId", "utf-8-sig")
    assert [pair for pair in _sources("ucdp-actor:") if pair[1] not in known] == []


def test_ucdp_sources_of_states_are_governments(shared_data: Path) -> None:
    """A state cites the UCDP entry of its own government, once."""
    with (shared_data / "ucdp" / "ucdp-actor-221.csv").open(encoding="utf-8-sig") as file:
        known = {row["ActorId"]: row["NameData"] for row in csv.DictReader(file)}
    cited = [known[n] for i, n in _sources("ucdp-actor:") if i.startswith("state:")]
    assert all(name.startswith("Government of ") for name in cited)
    twice = {name for name, count in Counter(cited).items() if count > 1}
    assert twice == {
        "Government of Russia (Soviet Union)",
        "Government of Serbia (Yugoslavia)",
    }


def test_united_nations_sources_resolve(shared_data: Path) -> None:
    """Every UN reference cited is on the consolidated list."""
    known = _column(shared_data / "un" / "un_list_2025-08-16_flat.csv", "ref", "latin-1")
    assert [pair for pair in _sources("un:") if pair[1] not in known] == []


def test_texts_cited_name_the_actor(shared_data: Path) -> None:
    """Every text cited exists and has one of the actor's names in it."""
    for actor_id, path in _sources("shared:"):
        text = (shared_data.parent / path).read_text("utf-8").replace("\u2019", "'")
        flat = " ".join(text.split())
        row = _everyone()[actor_id]
        names = [row["name"], *(name["text"] for name in row["names"])]
        assert any(name in flat for name in names), f"{actor_id} is not in {path}"
