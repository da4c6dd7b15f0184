"""A small registry of the tests' own, and a way to read a text with it."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tieline.actors.linking import Linker
from tieline.actors.registry import Registry
from tieline.language.analyser import Analyser
from tieline.model.document import Document
from tieline.model.mention import Mention

Reader = Callable[..., tuple[Mention, ...]]


def _names(**by_kind: str) -> list[dict[str, str]]:
    return [
        {"text": text, "kind": kind} for kind, texts in by_kind.items() for text in texts.split("|")
    ]


def _entry(actor_id: str, name: str, kind: str, **rest: Any) -> dict[str, Any]:
    return {"id": actor_id, "name": name, "kind": kind, "names": [], "sources": ["uncited"], **rest}


ENTRIES = [
    _entry("state:PAK", "Pakistan", "state", country="PAK",
           names=_names(demonym="Pakistani|Pakistanis", metonym="Islamabad")),
    _entry("state:AFG", "Afghanistan", "state", country="AFG",
           names=_names(demonym="Afghan|Afghans", metonym="Kabul")),
    _entry("state:IRN", "Iran", "state", country="IRN",
           names=_names(demonym="Iranian|Iranians", metonym="Tehran")),
    _entry("state:USA", "United States", "state", country="USA",
           names=_names(acronym="US|U.S.", demonym="American|Americans", metonym="Washington")),
    _entry("state:JOR", "Jordan", "state", country="JOR", names=_names(demonym="Jordanian")),
    _entry("state:NGA", "Nigeria", "state", country="NGA", names=_names(demonym="Nigerian")),
    _entry("force:pak-isi", "Inter-Services Intelligence", "force", country="PAK",
           names=_names(acronym="ISI"),
           facts=[{"relation": "part_of", "target": "state:PAK"}]),
    _entry("force:pak-army", "Pakistan Army", "force", country="PAK",
           names=_names(alias="Pakistani Army"),
           facts=[{"relation": "part_of", "target": "state:PAK"}]),
    _entry("group:taliban", "Taliban", "armed_group", country="AFG",
           sources=["ucdp-actor:303"], names=_names(alias="Islamic Emirate")),
    _entry("group:al-qaida", "al-Qaida", "armed_group",
           names=_names(alias="al-Qaeda|al Qa'ida|Qa`ida")),
    _entry("group:islamic-state", "Islamic State", "armed_group", names=_names(acronym="IS|ISIS")),
    _entry("group:iskp", "Islamic State Khorasan Province", "armed_group", country="AFG",
           names=_names(acronym="ISKP")),
    _entry("group:let", "Lashkar-e-Taiba", "armed_group", country="PAK",
           names=_names(alias="Lashkar-e-Tayyiba")),
    _entry("group:ansaru", "Ansaru", "armed_group", country="NGA", names=_names(acronym="AA")),
    _entry("group:ansar-afghan", "Ansar of the East", "armed_group", country="AFG",
           names=_names(acronym="AA")),
    _entry("org:nato", "North Atlantic Treaty Organization", "organisation",
           names=_names(acronym="NATO")),
    _entry("person:omar", "Mullah Omar", "person", country="AFG",
           names=_names(alias="Mohammed Omar"),
           facts=[{"relation": "leads", "target": "group:taliban", "role": "emir",
                   "from": "1996", "to": "2013-04"}]),
    _entry("person:ghani", "Ashraf Ghani", "person", country="AFG",
           facts=[{"relation": "leads", "target": "state:AFG", "role": "president",
                   "from": "2014-09-29", "to": "2021-08-15"}]),
    _entry("person:karzai", "Hamid Karzai", "person", country="AFG",
           facts=[{"relation": "leads", "target": "state:AFG", "role": "president",
                   "from": "2004-12-07", "to": "2014-09-29"}]),
]  # fmt: skip


@pytest.fixture(scope="session")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    """The tests' own registry."""
    path = tmp_path_factory.mktemp("registry") / "actors.jsonl"
    path.write_text("\n".join(json.dumps(entry) for entry in ENTRIES) + "\n", encoding="utf-8")
    return Registry.load([path])


@pytest.fixture(scope="session")
def read(registry: Registry) -> Reader:
    """Reads a text: every sentence is parsed, unless `parsed` is False."""
    analyser, linker = Analyser(), Linker(registry)

    def reader(
        text: str, *, title: str | None = None, day: date | None = None, parsed: bool = True
    ) -> tuple[Mention, ...]:
        document = Document(text, "text/1", title=title, published=day)
        sentences = analyser.sentences(text)
        chosen = sentences if parsed else ()
        analyses = dict(enumerate(analyser.analyse(text, chosen)))
        hits = linker.hits(text, sentences)
        found = linker.mentions(document, sentences, analyses, hits)
        assert all(text[m.begin : m.end] == m.text for m in found)
        assert list(found) == sorted(found, key=lambda m: (m.begin, -m.end, m.key))
        return found

    return reader
