from collections.abc import Callable
from datetime import date

import pytest

from tieline.model.mention import Mention, MentionForm

Reader = Callable[..., tuple[Mention, ...]]


def _of(mentions: tuple[Mention, ...], text: str) -> list[Mention]:
    return [m for m in mentions if m.text == text]


def _ids(mentions: tuple[Mention, ...]) -> dict[str, str | None]:
    return {m.text: m.actor_id for m in mentions}


def test_context_decides_an_ambiguous_name(read: Reader) -> None:
    """Among namesakes the one of the country spoken of is meant."""
    nigerian = read("Nigeria sent soldiers. Later AA attacked a village in Nigeria.")
    afghan = read("Afghanistan sent soldiers. Later AA attacked a village in Afghanistan.")
    assert _ids(nigerian)["AA"] == "group:ansaru"
    assert _ids(afghan)["AA"] == "group:ansar-afghan"


def test_undecided_name_is_kept_without_a_link(read: Reader) -> None:
    """Where nothing decides, the name stays and nobody is chosen."""
    mention = _of(read("AA attacked a village."), "AA")[0]
    assert (mention.actor_id, mention.name) == (None, "AA")


def test_names_are_found_without_a_parse(read: Reader) -> None:
    """Sentences that were not parsed still give their names, but no capitals."""
    assert _ids(read("The Taliban and Iran met in Kabul.", parsed=False)) == {
        "Taliban": "group:taliban",
        "Iran": "state:IRN",
    }


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Islamabad denied that it supports the Taliban.", True),
        ("The envoys arrived in Islamabad on Monday.", False),
        ("Talks took place near Kabul last week.", False),
    ],
)
def test_capital_is_its_government_only_when_it_acts(
    read: Reader, text: str, *, acts: bool
) -> None:
    """A capital is an actor as the subject of a deed, and a place otherwise."""
    assert any(m.text in {"Islamabad", "Kabul"} for m in read(text)) is acts


def test_first_name_is_not_a_country(read: Reader) -> None:
    """The word "Jordan" in a person's name is no state; the country of that name is."""
    mentions = read("Michael Jordan Miller thanked Jordan for its help.")
    assert [m.begin for m in mentions if m.actor_id == "state:JOR" and m.text == "Jordan"] == [30]


def test_adjective_of_a_country_is_a_modifier(read: Reader) -> None:
    """A demonym before a noun is the state, in the form of an adjective."""
    mention = _of(read("Pakistani support for the insurgency never ended."), "Pakistani")[0]
    assert (mention.actor_id, mention.form) == ("state:PAK", MentionForm.ADJECTIVE)


@pytest.mark.parametrize(
    ("text", "span", "actor"),
    [
        ("Pakistani intelligence paid them.", "Pakistani intelligence", "force:pak-isi"),
        ("Pakistan's spy agency paid them.", "Pakistan's spy agency", "force:pak-isi"),
        ("The Pakistani army moved in.", "Pakistani army", "force:pak-army"),
        ("The Pakistani government denied it.", "Pakistani government", "state:PAK"),
        ("The government of Pakistan denied it.", "government of Pakistan", "state:PAK"),
        ("Taliban commanders crossed the border.", "Taliban commanders", "group:taliban"),
        ("They attacked ISKP groups in the east.", "ISKP groups", "group:iskp"),
    ],
)
def test_body_of_a_named_actor_is_one_mention(
    read: Reader, text: str, span: str, actor: str
) -> None:
    """An adjective with its body noun is one mention, of the body if the registry knows it."""
    mentions = read(text)
    assert _ids(mentions)[span] == actor
    assert not [m for m in mentions if m.text in {"Pakistani", "Taliban", "ISKP"}]


def test_unknown_force_keeps_country_and_kind(read: Reader) -> None:
    """A force the registry lacks is named after its state."""
    mention = _of(read("Iranian troops crossed the border."), "Iranian troops")[0]
    assert (mention.kind, mention.name, mention.actor_id) == ("force", "Iranian troops", None)


def test_rebels_of_a_country_are_not_its_forces(read: Reader) -> None:
    """Rebel forces of a country are a group, beside the adjective."""
    mention = _of(read("Iranian rebel forces crossed the border."), "Iranian rebel forces")[0]
    assert (mention.kind, mention.actor_id) == ("group", None)


def test_title_and_name_are_two_mentions(read: Reader) -> None:
    """A group before a leader's name is a mention beside the person."""
    ids = _ids(read("Taliban leader Mullah Omar refused to hand him over."))
    assert ids["Taliban"] == "group:taliban"
    assert ids["Mullah Omar"] == "person:omar"


@pytest.mark.parametrize("name", ["foreign fighters", "aid workers", "tribal militias", "rebels"])
def test_described_groups_are_kept_without_a_link(read: Reader, name: str) -> None:
    """A described group is an actor by its own words."""
    mention = _of(read(f"The governor said that {name} attacked the town."), name)[0]
    assert (mention.name, mention.actor_id, mention.form) == (name, None, MentionForm.DESCRIBED)


def test_office_is_read_as_of_the_documents_day(read: Reader) -> None:
    """Who "the Afghan president" is depends on when that was written."""
    text = "The Afghan president welcomed the offer."
    now = _of(read(text, day=date(2018, 5, 1)), "Afghan president")[0]
    then = _of(read(text, day=date(2010, 5, 1)), "Afghan president")[0]
    undated = _of(read(text), "Afghan president")[0]
    assert (now.actor_id, then.actor_id, undated.actor_id) == (
        "person:ghani",
        "person:karzai",
        None,
    )


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Harakat al-Fajr", "armed_group"),
        ("Northern Liberation Front", "armed_group"),
        ("Green Valley Trading Company", "organisation"),
    ],
)
def test_unknown_names_become_actors(read: Reader, name: str, kind: str) -> None:
    """A name the registry lacks is an actor of the kind its words show."""
    mention = _of(read(f"Last year {name} received money from Iran."), name)[0]
    assert (mention.kind, mention.actor_id) == (kind, None)


@pytest.mark.parametrize(
    "text",
    [
        "The fighters met in Marvandabad on Monday.",
        "The Security Act of 2001 passed in September.",
        "He read the Daily Herald.",
    ],
)
def test_places_laws_and_papers_are_no_actors(read: Reader, text: str) -> None:
    """Towns, laws and newspapers give no mention."""
    assert not [m for m in read(text) if m.form is MentionForm.NAME]


def test_short_forms_follow_the_full_name(read: Reader) -> None:
    """Surnames and defined acronyms mean whom the document introduced."""
    text = (
        "Karim Abd al-Rahman al-Zubi ran the Northern Relief Fund (NRF). "
        "Al-Zubi paid rebels. The NRF denied that."
    )
    names = {m.text: m.name for m in read(text)}
    assert names["Al-Zubi"] == "Karim Abd al-Rahman al-Zubi"
    assert names["NRF"] == "Northern Relief Fund"


def test_country_in_brackets_is_no_other_name(read: Reader) -> None:
    """A place behind a name does not rename the place."""
    mentions = read("The Northern Relief Fund (Jordan) sent aid. Jordan closed it.")
    assert {m.actor_id for m in mentions if m.text == "Jordan"} == {"state:JOR"}
