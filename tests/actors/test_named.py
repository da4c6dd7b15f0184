from collections.abc import Callable

import pytest

from tieline.model.actor import ActorKind
from tieline.model.mention import Mention, MentionForm

Reader = Callable[..., tuple[Mention, ...]]


def _named(mentions: tuple[Mention, ...]) -> dict[str, ActorKind]:
    return {m.text: m.kind for m in mentions if m.form is MentionForm.NAME}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "They sat down with VORA Selim, an umbrella of six parties.",
            "VORA Selim",
            "organisation",
        ),
        ("It was signed by the President of Morania, Odur Kenati.", "Odur Kenati", "person"),
        ("He was paid by the charity Velmar.", "Velmar", "organisation"),
        ("Their man in Oslo, Ole Brandvik, armed the rebels.", "Ole Brandvik", "person"),
    ],
)
def test_words_beside_a_name_say_what_it_is(read: Reader, text: str, name: str, kind: str) -> None:
    """An apposition or the noun before a name tells a body from a person."""
    assert _named(read(text)).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Quito never funded the 48th Front.", "48th Front"),
        ("The rebels shelled the 6th Mountain Division.", "6th Mountain Division"),
        ("Ocean Falcon Shipping LLC paid the rebels.", "Ocean Falcon Shipping LLC"),
        ("His men call themselves the Lions of the Gulf.", "Lions of the Gulf"),
        ("He was detained by the Zerayish and fled.", "Zerayish"),
        ("They will break with al-Tarik within a month.", "al-Tarik"),
        ("The militia was slaughtering the Masalit.", "Masalit"),
    ],
)
def test_names_are_kept_whole(read: Reader, text: str, name: str) -> None:
    """Units by number, firms, banners and peoples named once are names of actors."""
    assert name in _named(read(text))


def test_group_is_known_by_one_word_of_its_name(read: Reader) -> None:
    """After "Jund-e-Sahra" the document may say "Jund"."""
    mentions = read("Jund-e-Sahra attacked the army. Nobody would say a word against Jund.")
    assert [m.name for m in mentions if m.text == "Jund"] == ["Jund-e-Sahra"]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Kabul ought to stop hosting the rebels.", True),
        ("Kabul has yet to freeze the accounts.", True),
        ("Kabul is no friend of the rebels.", True),
        ("Kabul is cold in winter.", False),
        ("Kabul has a new airport.", False),
    ],
)
def test_capital_with_a_modal_verb_acts(read: Reader, text: str, *, acts: bool) -> None:
    """What a capital ought or has yet to do is done by its government."""
    assert ("Kabul" in _named(read(text))) is acts


def test_body_is_known_by_the_last_word_of_its_name(read: Reader) -> None:
    """After "Mujahid Covenant" the document may say "the Covenant"."""
    text = "{} Covenant{} fought the army. It is about the Covenant, said a farmer."
    short = read(text.format("Mujahid", ""))
    longer = read(text.format("Mujahid", " Army"))
    assert [m.name for m in short if m.text == "Covenant"] == ["Mujahid Covenant"]
    assert "Mujahid Covenant Army" not in {m.name for m in longer if m.text == "Covenant"}
