from collections.abc import Callable

import pytest

from tieline.model.mention import Mention, MentionForm

Reader = Callable[..., tuple[Mention, ...]]


def _meant(mentions: tuple[Mention, ...], word: str) -> list[str]:
    forms = {MentionForm.PRONOUN, MentionForm.DEFINITE}
    return sorted(m.name for m in mentions if m.form in forms and m.text == word)


@pytest.mark.parametrize("noun", ["sect", "militia", "guerrillas", "insurgency", "outfit"])
def test_names_of_armed_groups_are_taken_up(read: Reader, noun: str) -> None:
    """An armed group is meant by what such groups are called."""
    assert _meant(read(f"Ansaru raided Kano. Troops pursued the {noun}."), noun) == ["Ansaru"]


def test_a_description_prefers_whom_the_text_is_about(read: Reader) -> None:
    """Among groups that fit, the one most often meant is taken up."""
    text = (
        "The Taliban took a town. The Taliban attacked NATO. The Taliban refused to talk. "
        "A spokesman greeted ISKP. Later the movement attacked Kabul."
    )
    assert _meant(read(text), "movement") == ["Taliban"]


def test_a_firm_is_who_was_said_to_be_one(read: Reader) -> None:
    """What stands beside a name says what it may be called later."""
    text = (
        "Zarkand Holdings, a money-changer, funded the Taliban. Pakistan fined the company. "
        "The company denied the charge."
    )
    assert set(_meant(read(text), "company")) == {"Zarkand Holdings"}


def test_the_subject_of_a_clause_is_not_described_in_it(read: Reader) -> None:
    """Nobody does something to "the group" that is himself."""
    assert _meant(read("ISKP grew. The Taliban attacked the group."), "group") == [
        "Islamic State Khorasan Province"
    ]


def test_the_army_is_that_of_the_country(read: Reader) -> None:
    """With one country in view, its army needs no name."""
    text = "Pakistan closed the border. Pakistan arrested ten men. The army attacked the Taliban."
    assert _meant(read(text), "army") == ["Pakistan Army"]


def test_an_army_between_two_countries_stays_open(read: Reader) -> None:
    """Where no country leads, nobody's army is meant."""
    text = "Pakistan met Iran. Iran met Pakistan. The army attacked the Taliban."
    assert _meant(read(text), "army") == []


def test_a_government_sits_in_its_capital(read: Reader) -> None:
    """The place behind a government says whose it is."""
    text = "Iran armed the Taliban. The government in Kabul denounced the deal."
    assert _meant(read(text), "government") == ["Afghanistan"]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Ashraf Ghani spoke. His government attacked the Taliban.", "government", "Afghanistan"),
        ("Mullah Omar fled. His fighters attacked NATO.", "fighters", "Taliban"),
        ("Ashraf Ghani, the Iranian envoy, swore that his country funds nobody.", "country",
         "Afghanistan"),
    ],
)  # fmt: skip
def test_what_is_his_follows_from_whom_he_leads(
    read: Reader, text: str, word: str, name: str
) -> None:
    """A person's government, country or fighters are those he leads."""
    assert _meant(read(text), word) == [name]


def test_a_minister_serves_the_state_named_beside_him(read: Reader) -> None:
    """What the sentence says of a person stands in for the registry."""
    text = "Karim Tawfiq, the Iranian foreign minister, said his country had attacked nobody."
    assert _meant(read(text), "country") == ["Iran"]


def test_his_former_aide_by_name_is_meant_next(read: Reader) -> None:
    """A description with a name beside it stands for that name."""
    text = "His former deputy, Hamid Karzai, left Kabul. He attacked the Taliban."
    assert _meant(read(text), "He") == ["Hamid Karzai"]


def test_two_verbs_of_one_subject_exclude_it(read: Reader) -> None:
    """ "It" as object of a second verb is not the shared subject."""
    text = "Iran met Jordan. Pakistan arms it and trains it."
    assert set(_meant(read(text), "it")) == {"Iran"}


def test_the_noun_of_a_relative_clause_is_not_meant_in_it(read: Reader) -> None:
    """ "The army they serve": they are not the army."""
    text = "The Taliban grew. They attacked the army they had served."
    assert _meant(read(text), "they") == ["Taliban"]


def test_a_hostile_act_is_not_against_ones_own_camps(read: Reader) -> None:
    """Whose camps are shelled is not who shells them."""
    text = "The Taliban moved north. Pakistan shelled their camps."
    assert _meant(read(text), "their") == ["Taliban"]


def test_she_is_not_who_was_he(read: Reader) -> None:
    """A person once "he" is never "she"."""
    text = "Mullah Omar spoke. He praised the Taliban. She attacked NATO."
    assert _meant(read(text), "She") == []


def test_years_are_not_they(read: Reader) -> None:
    """A plural of time does not stand in the way of an actor."""
    text = "The rebels fought the Taliban for years. They attacked NATO."
    assert _meant(read(text), "They") == ["rebels"]


def test_we_of_a_speech_is_its_country(read: Reader) -> None:
    """A speech in a state's name says "we" for that state, outside quotations."""
    text = (
        "Speech of the Foreign Minister of Jordan at the United Nations\n\n"
        'We attacked the Taliban. Iran said: "We will not." Our army captured a town.\n'
    )
    mentions = read(text)
    assert _meant(mentions, "We") == ["Jordan"]
    assert _meant(mentions, "Our") == ["Jordan"]
    assert _meant(mentions, "army") == ["Jordanian army"]


def test_we_of_an_article_is_nobody(read: Reader) -> None:
    """Without a speech, "we" is left alone."""
    assert _meant(read("Jordan is small. We attacked the Taliban."), "We") == []


def test_the_two_gentlemen_are_persons(read: Reader) -> None:
    """A pair of gentlemen is two persons named before."""
    text = "Ashraf Ghani left. Hamid Karzai stayed. The two gentlemen met again."
    assert _meant(read(text), "The two gentlemen") == ["Ashraf Ghani", "Hamid Karzai"]


def test_both_as_an_object_means_each(read: Reader) -> None:
    """ "Put both on a list" takes up the two named before."""
    text = "ISKP is allied with Ansaru. Washington put both on its list."
    assert _meant(read(text), "both") == ["Ansaru", "Islamic State Khorasan Province"]
