"""The armed groups and persons that ship with the program are sound and sourced."""

import csv
import json
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tieline.actors.folding import key
from tieline.actors.registry import Registry
from tieline.model.actor import Actor, ActorKind, NameKind

PREFIX = {"armed_group": "group:", "person": "person:"}
RELATIONS = {
    "part_of", "splintered_from", "merged_with", "member_of", "leads", "founded", "allied_with",
}  # fmt: skip
REGIONS = {
    "South Asia": "AFG PAK IND LKA BGD NPL",
    "Central Asia": "UZB TJK KGZ KAZ TKM",
    "East and South-East Asia": "CHN MMR PHL IDN THA KHM LAO VNM TLS PRK PNG",
    "Middle East": "IRQ SYR IRN TUR LBN PSE ISR YEM SAU BHR JOR EGY",
    "North Africa": "DZA LBY MAR TUN ESH",
    "West Africa and Sahel": "MLI NGA BFA NER TCD CMR SEN SLE LBR CIV",
    "East Africa": "SOM ETH ERI SDN SSD UGA DJI KEN",
    "Central Africa": "COD CAF RWA BDI",
    "Southern Africa": "AGO MOZ ZAF NAM ZWE",
    "Europe and Caucasus": "GBR ESP FRA DEU ITA GRC UKR RUS BIH HRV XKX MKD GEO MDA AZE CYP",
    "Americas": "COL PER MEX SLV GTM NIC ARG BRA USA HTI URY VEN CUB CHL",
}
REGION_OF = {code: region for region, codes in REGIONS.items() for code in codes.split()}
# Names that belong to several actors; the linker decides by context or abstains.
SHARED_NAMES = {
    "=SLA": {"group:south-lebanon-army", "group:symbionese-liberation-army"},
    "=KIA": {"group:kia", "group:kataib-al-imam-ali"},
    "=Islamic Jihad": {"group:pij", "group:eij"},
    "ansar al sharia": {
        "group:aqap", "group:ansar-al-sharia-libya", "group:ansar-al-sharia-tunisia",
    },
}  # fmt: skip
LONGEST_ACRONYM = 7


def _rows(name: str) -> list[dict[str, Any]]:
    text = files("tieline.actors").joinpath("data", name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    """Every line of the two data files."""
    return _rows("groups.jsonl") + _rows("persons.jsonl")


@pytest.fixture(scope="module")
def actors(rows: list[dict[str, Any]]) -> list[Actor]:
    """The same entries as the program loads them."""
    registry = Registry.shipped()
    found = [registry.get(row["id"]) for row in rows]
    return [actor for actor in found if actor is not None]


def _match(text: str, kind: NameKind) -> str:
    """What the gazetteer compares: capitals count for acronyms only."""
    shouted = 1 < len(text) <= LONGEST_ACRONYM and text.isupper()
    return "=" + text if shouted or kind is NameKind.ACRONYM else key(text)


def _matches(actor: Actor) -> list[str]:
    found = [_match(actor.name, NameKind.NAME)]
    return found + [_match(name.text, name.kind) for name in actor.names]


def test_files_are_sorted_and_ids_unique(rows: list[dict[str, Any]]) -> None:
    """Each file is sorted by id, and no id occurs twice in either."""
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids))
    for name in ("groups.jsonl", "persons.jsonl"):
        own = [row["id"] for row in _rows(name)]
        assert own == sorted(own)


def test_prefix_fits_kind(rows: list[dict[str, Any]]) -> None:
    """An id's prefix says the kind, and its slug is plain."""
    for row in rows:
        assert re.fullmatch(PREFIX[row["kind"]] + r"[a-z0-9]+(-[a-z0-9]+)*", row["id"]), row["id"]


def test_every_region_has_groups(actors: list[Actor]) -> None:
    """At least 150 armed groups spread over at least eight regions of the world."""
    groups = [actor for actor in actors if actor.kind is ActorKind.ARMED_GROUP]
    unknown = {a.id for a in groups if a.country is not None and a.country not in REGION_OF}
    assert not unknown
    counted = Counter(REGION_OF[actor.country] for actor in groups if actor.country)
    assert len(groups) >= 150
    assert sum(count >= 5 for count in counted.values()) >= 8


def test_countries_exist(actors: list[Actor]) -> None:
    """Every country code is a state of the registry."""
    missing = {a.id for a in actors if a.country and Registry.shipped().state(a.country) is None}
    assert not missing


def test_leaders_have_dated_roles(actors: list[Actor]) -> None:
    """At least 60 persons lead an armed group or a state in a named role between dates."""
    led = [
        (actor, fact)
        for actor in actors
        for fact in actor.facts
        if fact.relation == "leads"
        and fact.role
        and (fact.period.earliest is not None or fact.period.latest is not None)
    ]
    of_groups = {actor.id for actor, fact in led if fact.target.startswith("group:")}
    of_states = {actor.id for actor, fact in led if fact.target.startswith("state:")}
    assert len(of_groups) >= 60
    assert len(of_states) >= 40


def test_facts_point_at_known_actors(actors: list[Actor]) -> None:
    """Every fact uses a known relation, a registry id as target, and is stated once."""
    registry = Registry.shipped()
    for actor in actors:
        assert len(set(actor.facts)) == len(actor.facts), actor.id
        for fact in actor.facts:
            assert fact.relation in RELATIONS, (actor.id, fact.relation)
            assert registry.get(fact.target) is not None, (actor.id, fact.target)
            assert fact.target != actor.id


def test_persons_lead_and_groups_belong(actors: list[Actor]) -> None:
    """Only persons lead, found or are members; only groups are parts, splinters or mergers."""
    of_persons = {"leads", "member_of", "founded"}
    for actor in actors:
        for fact in actor.facts:
            is_person = actor.kind is ActorKind.PERSON
            assert (fact.relation in of_persons) == is_person, (actor.id, fact.relation)


def test_no_group_is_part_of_itself(actors: list[Actor]) -> None:
    """Following part_of upwards never comes back."""
    parents = {
        actor.id: {fact.target for fact in actor.facts if fact.relation == "part_of"}
        for actor in actors
    }
    for start, direct in parents.items():
        above, frontier = set(), set(direct)
        while frontier:
            above |= frontier
            frontier = {up for one in frontier for up in parents.get(one, ())} - above
        assert start not in above


def test_names_are_listed_once(actors: list[Actor]) -> None:
    """No actor lists two names that the gazetteer cannot tell apart."""
    for actor in actors:
        twice = [match for match, count in Counter(_matches(actor)).items() if count > 1]
        assert not twice, (actor.id, twice)


def test_shared_names_are_known(actors: list[Actor]) -> None:
    """A name of two actors is one we decided to leave to the context."""
    owners: dict[str, set[str]] = {}
    for actor in actors:
        for match in _matches(actor):
            owners.setdefault(match, set()).add(actor.id)
    assert {match: ids for match, ids in owners.items() if len(ids) > 1} == SHARED_NAMES


def test_periods_run_forward(actors: list[Actor]) -> None:
    """All dates parse, and no period ends before it begins."""
    for actor in actors:
        periods = [actor.period]
        periods += [name.period for name in actor.names]
        periods += [fact.period for fact in actor.facts]
        for period in periods:
            if period.earliest and period.latest:
                assert period.earliest <= period.latest, actor.id


def test_sources_are_given(rows: list[dict[str, Any]]) -> None:
    """Every entry cites something, or says that it is uncited and nothing else."""
    pattern = re.compile(r"ucdp-actor:\d+|un:[A-Z]{2}[ei]\.\d{3}|shared:data/texts/\S+\.txt")
    for row in rows:
        if row["sources"] != ["uncited"]:
            assert row["sources"], row["id"]
            assert all(pattern.fullmatch(source) for source in row["sources"]), row["id"]


def test_no_source_stands_for_two_actors(rows: list[dict[str, Any]]) -> None:
    """A UCDP actor or a UN entry is one actor here, so data can be crosswalked."""
    cited = Counter(s for row in rows for s in row["sources"] if s.startswith(("ucdp", "un:")))
    assert [source for source, count in cited.items() if count > 1] == []


def _known(shared_data: Path) -> set[str]:
    with (shared_data / "ucdp/ucdp-actor-221.csv").open(encoding="utf-8-sig") as lines:
        known = {"ucdp-actor:" + row["ActorId"] for row in csv.DictReader(lines)}
    path = shared_data / "un/un_list_2025-08-16_flat.csv"
    with path.open(encoding="utf-8", errors="replace") as lines:
        return known | {"un:" + row["ref"] for row in csv.DictReader(lines)}


def test_sources_resolve(rows: list[dict[str, Any]], shared_data: Path) -> None:
    """Every UCDP actor id and UN reference is in the published list."""
    known = _known(shared_data)
    for row in rows:
        for source in row["sources"]:
            if source.startswith(("ucdp-actor:", "un:")):
                assert source in known, (row["id"], source)


def test_cited_texts_name_the_actor(actors: list[Actor], shared_data: Path) -> None:
    """A cited document contains one of the actor's names."""
    folded: dict[str, str] = {}
    for actor in actors:
        for source in actor.sources:
            if source.startswith("shared:"):
                path = shared_data / source.removeprefix("shared:data/")
                if source not in folded:
                    folded[source] = f" {key(path.read_text(encoding='utf-8'))} "
                keys = [key(actor.name), *(key(name.text) for name in actor.names)]
                assert any(f" {one} " in folded[source] for one in keys), (actor.id, source)
