from collections.abc import Callable

import pytest

from tieline.model.mention import Mention, MentionForm

Reader = Callable[..., tuple[Mention, ...]]


def _meant(mentions: tuple[Mention, ...], words: str) -> set[str]:
    return {m.name for m in mentions if m.form is MentionForm.PRONOUN and m.text == words}


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Iran attacked Pakistan. The two sides later signed a deal.", "The two sides",
         {"Iran", "Pakistan"}),
        ("Iran and Pakistan met. The two neighbours attacked Jordan.", "The two neighbours",
         {"Iran", "Pakistan"}),
        ("Iran and Pakistan accused each other.", "each other", {"Iran", "Pakistan"}),
        ("Iran met Pakistan. Both attacked the Taliban.", "Both", {"Iran", "Pakistan"}),
        ("Iran met Pakistan. Jordan has attacked neither.", "neither", {"Iran", "Pakistan"}),
        ("Iran met Pakistan. The pair attacked the Taliban.", "The pair", {"Iran", "Pakistan"}),
        ("Iran, Pakistan and Jordan met. NATO attacked all three.", "all three",
         {"Iran", "Pakistan", "Jordan"}),
    ],
)  # fmt: skip
def test_plural_anaphor_means_each_of_them(
    read: Reader, text: str, words: str, names: set[str]
) -> None:
    """What counts actors named before gives one mention for each of them."""
    assert _meant(read(text), words) == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Iran met Pakistan and later warned Jordan. The two sides signed.", "The two sides"),
        ("Both Iran and Pakistan attacked the Taliban.", "Both"),
        ("Iran and Pakistan met. The two attacks on Jordan failed.", "The two attacks"),
        ("Iran met Pakistan. The two armies of Jordan attacked.", "The two armies"),
    ],
)
def test_plural_anaphor_without_clear_number_means_nobody(
    read: Reader, text: str, words: str
) -> None:
    """Where more actors were named, or the words are no anaphor, nobody is chosen."""
    assert _meant(read(text), words) == set()


def test_object_pronoun_is_not_its_own_doer(read: Reader) -> None:
    """Whom a verb's subject does something to is somebody else."""
    mentions = read("The Taliban lost a district. They attacked them again.")
    assert _meant(mentions, "them") == set()
