"""Places of predicates, and names that are places."""

from collections.abc import Callable, Mapping

import pytest

from tieline.claims import places
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention, MentionForm

Parse = Callable[[str], Mapping[int, Analysis]]
Word = Callable[[Mapping[int, Analysis], str], tuple[int, Token]]
COUNTRIES = {"Afghanistan": "AFG", "Pakistan": "PAK", "Syria": "SYR", "Iraq": "IRQ"}


@pytest.mark.parametrize(
    ("text", "wanted", "words", "name", "country"),
    [
        (
            "The clan never fought the army in any part of Afghanistan.",
            "fought",
            "in any part of Afghanistan",
            "Afghanistan",
            "AFG",
        ),
        ("In Syria the clan attacked the army.", "attacked", "In Syria", "Syria", "SYR"),
        ("Safe havens in Pakistan help the clan.", "havens", "in Pakistan", "Pakistan", "PAK"),
        (
            "The clan operates across Iraq and Syria.",
            "operates",
            "across Iraq and Syria",
            "Iraq",
            "IRQ",
        ),
        (
            "It met an envoy in Karachi, Pakistan.",
            "met",
            "in Karachi, Pakistan",
            "Karachi",
            "PAK",
        ),
    ],
)
def test_place(  # noqa: PLR0913, PLR0917 - a row of the table above
    parse: Parse, word: Word, text: str, wanted: str, words: str, name: str, country: str
) -> None:
    """A predicate's place is its phrase of place, with the name and the country."""
    analyses = parse(text)
    index, token = word(analyses, wanted)

    place = places.for_predicate(analyses[index], text, token, (), COUNTRIES.get)

    assert place is not None
    assert (place.text, place.name, place.country) == (words, name, country)
    assert text[place.begin : place.end] == words


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rebels in Syria attacked the army.", "attacked"),
        ("The clan receives support from Pakistan.", "receives"),
        ("The minister said in Iraq that the clan fled.", "fled"),
    ],
)
def test_no_place(parse: Parse, word: Word, text: str, wanted: str) -> None:
    """Where the doer is, or the speaker, or whence support comes, is not where it happened."""
    analyses = parse(text)
    index, token = word(analyses, wanted)

    assert places.for_predicate(analyses[index], text, token, (), COUNTRIES.get) is None


def test_country_of_a_mention(parse: Parse, word: Word) -> None:
    """A state's mention gives the country; a group named where a place could stand is none."""
    text = "The clan fought the army in Iraq."
    begin = text.index("Iraq")
    state = Mention(
        begin, begin + 4, "Iraq", "Iraq", ActorKind.STATE, MentionForm.NAME, 0, "state:IRQ"
    )
    group = Mention(
        begin, begin + 4, "Iraq", "I", ActorKind.ARMED_GROUP, MentionForm.NAME, 0, "group:i"
    )
    analyses = parse(text)
    index, token = word(analyses, "fought")

    place = places.for_predicate(analyses[index], text, token, [state], {}.get)

    assert place is not None
    assert place.country == "IRQ"
    assert places.for_predicate(analyses[index], text, token, [group], {}.get) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Safe havens in Pakistan help the clan.", {"Pakistan"}),
        ("Fighters fled from Syria into Iraq.", {"Syria", "Iraq"}),
        ("A base on the border of Pakistan was hit.", {"Pakistan"}),
        ("The state has no interest in Pakistan.", set()),
        ("The clan receives support from Pakistan.", set()),
        ("The clan fired rockets at Israel.", set()),
        ("Pakistan attacked the clan.", set()),
    ],
)
def test_locative_spans(parse: Parse, text: str, names: set[str]) -> None:
    """Names after a preposition of place are places; arguments and doers are not."""
    (analysis,) = parse(text).values()

    assert {text[begin:end] for begin, end in places.locative_spans(analysis)} == names
