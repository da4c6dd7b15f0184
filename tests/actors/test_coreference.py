from collections.abc import Callable

import pytest

from tieline.model.mention import Mention, MentionForm

Reader = Callable[..., tuple[Mention, ...]]


def _meant(mentions: tuple[Mention, ...], word: str) -> list[str]:
    forms = {MentionForm.PRONOUN, MentionForm.DEFINITE}
    return [m.name for m in mentions if m.form in forms and m.text == word]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Iran denied the report. It has never armed the Taliban.", "It", "Iran"),
        ("Pakistan said it would not attack the Taliban.", "it", "Pakistan"),
        ("NATO withdrew its troops from Kabul.", "its", "North Atlantic Treaty Organization"),
        ("Mullah Omar fled. He never left the province.", "He", "Mullah Omar"),
        ("The Taliban lost a district. They attacked it again.", "They", "Taliban"),
        ("The Taliban grew. The group attacked NATO.", "group", "Taliban"),
        ("Al-Qaida and its sympathizers attacked NATO.", "its", "al-Qaida"),
        ("In its statement, NATO condemned Iran.", "its", "North Atlantic Treaty Organization"),
    ],
)
def test_pronoun_means_the_likeliest_actor(read: Reader, text: str, word: str, name: str) -> None:
    """A pronoun or description stands for the subject before it, or the one it is bound by."""
    assert _meant(read(text), word) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Iran is a neighbour. It is clear that the war goes on.",
        "Iran is a neighbour. It seems that the war goes on.",
        "The bridge collapsed. It had been built long ago.",
    ],
)
def test_empty_pronoun_means_nobody(read: Reader, text: str) -> None:
    """An expletive, or a pronoun for a thing, gives no mention."""
    assert _meant(read(text), "It") == []


def test_two_likely_antecedents_leave_it_open(read: Reader) -> None:
    """Between two about equal antecedents nobody is chosen."""
    text = "Ashraf Ghani met Hamid Karzai and Mullah Omar spoke. Critics praised his courage."
    assert len(_meant(read(text), "his")) <= 1


def test_plural_pronoun_means_all_of_a_coordination(read: Reader) -> None:
    """A plural pronoun after "Iran and Pakistan" gives one mention for each."""
    mentions = read("Iran and Pakistan signed. They promised to attack the Taliban.")
    assert _meant(mentions, "They") == ["Iran", "Pakistan"]


def test_antecedent_is_the_words_that_named_the_actor(read: Reader) -> None:
    """Chains of pronouns lead back to the name itself."""
    text = "The Taliban grew. They said they would attack."
    chain = [m for m in read(text) if m.form is MentionForm.PRONOUN]
    assert [m.text for m in chain] == ["They", "they"]
    assert {text[slice(*m.antecedent)] for m in chain if m.antecedent} == {"Taliban"}


def test_its_leader_is_a_person_of_that_group(read: Reader) -> None:
    """A described person belongs to whom the pronoun means."""
    mentions = read("The Taliban grew. Its leader refused to talk.")
    leader = next(m for m in mentions if m.text == "leader")
    assert (leader.kind, leader.name) == ("person", "leader of Taliban")


def test_its_fighters_are_the_group(read: Reader) -> None:
    """A group's own people, by a pronoun, are the group."""
    mentions = read("ISKP grew quickly. Its fighters attacked the town.")
    fighters = next(m for m in mentions if m.text == "fighters")
    assert fighters.actor_id == "group:iskp"


def test_the_title_answers_where_the_text_is_far(read: Reader) -> None:
    """A description with nothing near means the document's topic."""
    text = "Iran helped the Taliban.\n\nIt rained.\n\nRoads closed.\n\nThe movement grew quickly."
    assert _meant(read(text, title="The Taliban at war"), "movement") == ["Taliban"]


def test_author_we_is_left_alone(read: Reader) -> None:
    """The author's "we" is nobody in the text."""
    assert not [m for m in read("We believe our troops should leave Iran.") if m.text == "We"]
