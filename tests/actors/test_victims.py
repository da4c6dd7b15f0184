from collections.abc import Callable

import pytest

from tieline.model.actor import ActorKind
from tieline.model.mention import Mention, MentionForm

Reader = Callable[..., tuple[Mention, ...]]


def _described(mentions: tuple[Mention, ...]) -> list[str]:
    return [m.text for m in mentions if m.form is MentionForm.DESCRIBED]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Taliban overran four police posts.", "police posts"),
        ("The Taliban bombed an election rally.", "election rally"),
        ("The Taliban killed dozens of women.", "women"),
        ("ISKP was blamed for attacks on populated areas.", "populated areas"),
        ("The Taliban seized 18 people.", "people"),
        ("The Taliban drove worshippers out.", "worshippers"),
        ("Children were abducted by the Taliban.", "Children"),
    ],
)
def test_whoever_is_harmed_is_described(read: Reader, text: str, words: str) -> None:
    """People and places are actors where violence is done to them."""
    assert words in _described(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban visited a village.",
        "The Taliban opened schools.",
        "Iran praised women.",
        "NATO bombed Taliban camps.",
        "NATO bombed their camps.",
    ],
)
def test_people_and_places_are_else_no_actors(read: Reader, text: str) -> None:
    """Without harm, or as a named actor's own, they give no mention."""
    assert _described(read(text)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Rohingya fled from the Taliban.", "Rohingya"),
        ("The Taliban attacked Hazaras.", "Hazaras"),
    ],
)
def test_peoples_are_groups(read: Reader, text: str, name: str) -> None:
    """A people without a state is a group by its name."""
    found = [m for m in read(text) if m.name == name]
    assert [(m.kind, m.form) for m in found] == [(ActorKind.GROUP, MentionForm.NAME)]


def test_doer_without_label_is_a_person(read: Reader) -> None:
    """A name of several words after "by" is somebody, whatever a recogniser says."""
    mentions = read("The Taliban was founded in 2009 by Twan Mrat Naing.")
    assert "Twan Mrat Naing" in [m.name for m in mentions if m.kind is ActorKind.PERSON]
