import json
from dataclasses import replace
from types import ModuleType

from tieline.model.wire import KEYS, claim_from_wire
from tieline.plugins import EXPORTERS, load
from tieline.reports.jsonl import JsonlExporter


def test_one_object_a_line_that_reads_back(made_up: ModuleType) -> None:
    """Every line is the claim on the wire: same keys, same order, and the same claim again."""
    claims = made_up.claims()
    lines = "".join(JsonlExporter().write(claims)).splitlines()
    assert [list(json.loads(line)) for line in lines] == [list(KEYS)] * len(claims)
    assert tuple(claim_from_wire(_without_id(line)) for line in lines) == claims


def _without_id(line: str) -> dict[str, object]:
    return json.loads(line)  # type: ignore[no-any-return]  # the id is ignored when read


def test_no_character_breaks_a_line_or_the_encoding(made_up: ModuleType) -> None:
    """Line separators and half characters in a quote are escaped, and read back as they were."""
    claim = replace(made_up.claims()[0], quote="a\u2028b\x85c\ud800d\x1b\n")
    (line,) = "".join(JsonlExporter().write([claim])).splitlines()
    line.encode("utf-8")
    assert json.loads(line)["quote"] == claim.quote


def test_the_exporter_comes_through_the_front_door() -> None:
    """It is registered under its own name."""
    assert load(EXPORTERS, JsonlExporter.name) is JsonlExporter
