"""Ties found by a word above the one that states them."""

from collections.abc import Callable, Mapping

import pytest

from tieline.claims.outlook import outlook
from tieline.claims.relays import Between
from tieline.claims.view import Outlook
from tieline.model.analysis import Analysis, Token
from tieline.model.claim import Modality

Parse = Callable[[str], Mapping[int, Analysis]]
Word = Callable[[Mapping[int, Analysis], str], tuple[int, Token]]


def _between(parse: Parse, word: Word, text: str, trigger: str, relation: str) -> Outlook:
    analyses = parse(text)
    index, token = word(analyses, trigger)
    ends = tuple(text.index(name) for name in ("army", "clan"))
    return outlook(analyses[index], token, between=Between(relation, ends))


@pytest.mark.parametrize(
    ("text", "trigger", "relation", "polarity"),
    [
        ("The army suspended its aid to the clan.", "suspended", "supports", "ended"),
        ("The army declined to help the clan.", "declined", "supports", "negated"),
        ("The army has yet to visit the clan.", "has", "communicates_with", "negated"),
        ("The army denied any dealings with the clan.", "denied", "cooperates_with", "negated"),
        ("The army denies that it has harmed the clan.", "denies", "attacks", "negated"),
        ("The army has nothing to do with the clan.", "has", "allied_with", "negated"),
        ("The army turned down the clan.", "turned", "supports", "negated"),
        ("The army stopped shaking the clan down.", "stopped", "represses", "ended"),
        ("The army is old and has never met the clan.", "is", "communicates_with", "negated"),
        ("The army will not accept the clan.", "accept", "opposes", "affirmed"),
        ("Envoys never met the army's clan.", "clan", "part_of", "affirmed"),
        ("The army was a crew that never met the clan.", "was", "communicates_with", "negated"),
        ("The army cut ties with the clan.", "cut", "cuts_ties_with", "affirmed"),
        ("The army and the clan do not agree.", "clan", "shares_ideology_with", "negated"),
    ],
)
def test_polarity(  # noqa: PLR0913, PLR0917 - two fixtures and four columns
    parse: Parse, word: Word, text: str, trigger: str, relation: str, polarity: str
) -> None:
    """A word that refuses, ends or denies counts, unless that is itself the tie."""
    assert _between(parse, word, text, trigger, relation).polarity.value == polarity


@pytest.mark.parametrize(
    ("text", "trigger", "relation", "moods"),
    [
        ("The envoy asked the army to help the clan.", "asked", "supports", {"demanded"}),
        ("The army is said to have paid the clan.", "said", "funds", {"hedged"}),
        ("The army offered the clan its stock.", "offered", "supplies", {"predicted"}),
        ("The army helped the clan.", "helped", "supports", {"asserted"}),
    ],
)
def test_mood(  # noqa: PLR0913, PLR0917 - two fixtures and four columns
    parse: Parse, word: Word, text: str, trigger: str, relation: str, moods: set[str]
) -> None:
    """A word that asks, reports or promises colours what it governs."""
    found = _between(parse, word, text, trigger, relation)

    assert set(found.moods) == {Modality(mood) for mood in moods}
