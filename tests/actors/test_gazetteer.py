import pytest

from tieline.actors.linking import Linker
from tieline.actors.registry import Registry
from tieline.model.analysis import Sentence


@pytest.fixture(scope="module")
def linker(registry: Registry) -> Linker:
    """A linker over the tests' registry."""
    return Linker(registry)


def _found(linker: Linker, text: str) -> list[tuple[str, set[str]]]:
    hits = linker.hits(text, [Sentence(0, len(text), 0)]).get(0, [])
    return [(text[h.begin : h.end], {e.actor_id for e in h.entries}) for h in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Al-Qa’ida's men met al- Qaeda envoys.", ["Al-Qa’ida", "al- Qaeda"]),
        ("Lashkar-i-Tayyiba was named.", ["Lashkar-i-Tayyiba"]),
        ("Islamic State Khorasan Province grew.", ["Islamic State Khorasan Province"]),
        ("The Islamic State grew.", ["Islamic State"]),
        ("U.S. and US officials", ["U.S.", "US"]),
        ("They told us it is late.", []),
        ("IS and ISKP fought.", ["IS", "ISKP"]),
        ("THE PLAN IS LATE FOR US ALL", []),
        ("NATO IN KABUL", ["NATO", "KABUL"]),
        ("a nigeria in lower case", []),
    ],
)
def test_names_are_found_with_their_spans(linker: Linker, text: str, expected: list[str]) -> None:
    """The longest name wins, in any spelling; acronyms only in their own case."""
    assert [name for name, _ in _found(linker, text)] == expected


def test_ambiguous_name_keeps_all_its_actors(linker: Linker) -> None:
    """A hit offers every actor of that name; choosing comes later."""
    assert _found(linker, "AA attacked.") == [("AA", {"group:ansaru", "group:ansar-afghan"})]
