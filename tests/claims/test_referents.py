"""Which actors a word stands for."""

from collections.abc import Callable, Iterable, Mapping

import pytest

from tieline.claims.referents import Referents
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention, MentionForm

Parse = Callable[[str], Mapping[int, Analysis]]
Word = Callable[[Mapping[int, Analysis], str], tuple[int, Token]]
NAMES = ("Zarvia", "Borduria", "Syldavia", "Redbrigade")


def _mentions(text: str, names: Iterable[str]) -> list[Mention]:
    return [
        Mention(
            *(text.index(name), text.index(name) + len(name), name, name),
            *(ActorKind.ARMED_GROUP, MentionForm.NAME, 0, f"group:{name}"),
        )
        for name in names
        if name in text
    ]


@pytest.mark.parametrize(
    ("text", "asked", "names"),
    [
        ("Zarvia shelled the port.", "Zarvia", ["Zarvia"]),
        ("Members of Zarvia shelled the port.", "Members", ["Zarvia"]),
        ("The army shelled Zarvia's positions.", "positions", ["Zarvia"]),
        ("Zarvia, Borduria and Syldavia shelled the port.", "Zarvia", list(NAMES[:3])),
        ("Groups such as Zarvia and Borduria shelled it.", "Groups", ["Zarvia", "Borduria"]),
        ("Neither Zarvia nor Borduria shelled the port.", "Zarvia", ["Zarvia", "Borduria"]),
        ("A tourist from Zarvia saw the port.", "tourist", []),
        ("The port near Zarvia burned.", "port", []),
    ],
)
def test_of(parse: Parse, word: Word, text: str, asked: str, names: list[str]) -> None:
    """A word stands for itself, its list, or for those whose part it names."""
    analyses = parse(text)
    index, token = word(analyses, asked)
    referents = Referents(analyses[index], _mentions(text, NAMES))

    assert [m.name for m in referents.of(token)] == names


def test_nested(parse: Parse, word: Word) -> None:
    """Of nested mentions the one that the word heads counts."""
    text = "The Zarvia brigade shelled the port."
    inner = _mentions(text, ["Zarvia"])[0]
    begin, words = text.index("Zarvia"), "Zarvia brigade"
    outer = Mention(
        *(begin, begin + len(words), words, words),
        *(ActorKind.GROUP, MentionForm.DESCRIBED, 0),
    )
    analyses = parse(text)
    referents = Referents(analyses[0], [inner, outer])

    assert referents.at(word(analyses, "brigade")[1]) == (outer,)


def test_two_clauses_are_no_list(parse: Parse, word: Word) -> None:
    """A comma and "and" between two clauses join no actors."""
    text = "The army shelled Zarvia, and Borduria shelled the port."
    analyses = parse(text)
    referents = Referents(analyses[0], _mentions(text, NAMES))

    assert [m.name for m in referents.of(word(analyses, "Zarvia")[1])] == ["Zarvia"]
