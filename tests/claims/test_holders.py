"""Who says it: reported speech, quotations, denials, turns."""

from collections.abc import Callable, Mapping

import pytest

from tieline.claims import holders
from tieline.claims.speech import might_attribute
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Token
from tieline.model.claim import Holder
from tieline.model.mention import Mention, MentionForm

Parse = Callable[[str], Mapping[int, Analysis]]
Word = Callable[[Mapping[int, Analysis], str], tuple[int, Token]]

REPORTED = [
    ("The minister said that the militia attacked the town.", "The minister"),
    ("The militia attacked the town, the minister said.", "the minister"),
    ("The militia, the minister said on Tuesday, attacked the town.", "the minister"),
    ("According to a senior officer, the militia attacked the town.", "a senior officer"),
    ("The militia attacked the town, according to two officers.", "two officers"),
    ("In the general's view, the militia attacked the town.", "the general"),
    ("As one colleague put it, the militia attacked the town.", "one colleague"),
    ("As reported by the ministry, the militia attacked the town.", "the ministry"),
    ("Per a Ruritanian official, the militia attacked the town.", "a Ruritanian official"),
    ("The officials' claim that the militia attacked the town is old.", "The officials"),
    ("A report by the ministry says the militia attacked the town.", "A report by the ministry"),
    ("The envoy left, saying that the militia attacked the town.", "The envoy"),
    ("The envoy, who said the militia attacked the town, left.", "The envoy"),
    ("The clan's envoy, Karim Dall, said the militia attacked the town.", "Karim Dall"),
    ("The inquiry found that the militia attacked the town.", "The inquiry"),
]

AUTHORS = [
    "The militia attacked the town.",
    "It is alleged that the militia attacked the town.",
    "The militia is said to have attacked the town.",
    "He knows that the militia attacked the town.",
    "I believe the militia attacked the town.",
    "The ceasefire said the militia attacked the town.",
    "The minister spoke after the militia attacked the town.",
    "The chief, who attacked the town, said that he was sorry.",
]


def _holder(
    parse: Parse, word: Word, text: str, wanted: str = "attacked", *, author: str | None = None
) -> Holder:
    analyses = parse(text)
    return holders.find(analyses, text, (), author).holder_for(*word(analyses, wanted))


@pytest.mark.parametrize(("text", "speaker"), REPORTED)
def test_reported_speech(parse: Parse, word: Word, text: str, speaker: str) -> None:
    """What is reported is held by whoever is reported to say it, on his very words."""
    holder = _holder(parse, word, text)

    assert holder.text == speaker
    assert text[holder.begin : holder.end] == speaker
    assert holder.chain == (speaker,)


@pytest.mark.parametrize("text", AUTHORS)
def test_author(parse: Parse, word: Word, text: str) -> None:
    """What is handed to nobody is the author's."""
    assert _holder(parse, word, text) == Holder()


def test_verb_of_speech_is_the_authors(parse: Parse, word: Word) -> None:
    """That somebody said something is said by the author."""
    assert _holder(parse, word, REPORTED[0][0], "said") == Holder()


def test_nested(parse: Parse, word: Word) -> None:
    """The innermost speaker holds it, and the chain goes out to the outermost."""
    text = "Officials said that the envoy had told them that the army armed the rebels."

    assert _holder(parse, word, text, "armed").chain == ("the envoy", "Officials")
    assert _holder(parse, word, text, "told").chain == ("Officials",)


def test_accusation(parse: Parse, word: Word) -> None:
    """Whoever accuses holds what the accused is said to have done."""
    text = "Ruritania accused the militia of shelling a convoy."

    assert _holder(parse, word, text, "shelling").text == "Ruritania"


@pytest.mark.parametrize(
    ("text", "wanted", "denied"),
    [
        ("The minister denied that his army armed the rebels.", "armed", True),
        ("The minister denied arming the rebels.", "arming", True),
        ("The minister did not deny that his army armed the rebels.", "armed", False),
        ("The general rejected claims that the state armed the rebels.", "armed", True),
        ("The clan denied allegations that it armed the rebels.", "armed", True),
        ("The chief said the envoy denied that the clan armed the rebels.", "armed", True),
        ("The minister said that his army armed the rebels.", "armed", False),
    ],
)
def test_denial(parse: Parse, word: Word, text: str, wanted: str, *, denied: bool) -> None:
    """A denial has the denier as its holder and is known as one."""
    analyses = parse(text)
    found = holders.find(analyses, text, ())

    assert found.denial_for(*word(analyses, wanted)) is denied
    assert found.holder_for(*word(analyses, wanted)).chain != ()


@pytest.mark.parametrize(
    "text",
    [
        "“We shelled the port at dawn,” Dall told reporters. “They fled from our men at noon.”",
        '"We shelled the port at dawn," Dall told reporters. "They fled from our men at noon."',
        "''We shelled the port at dawn,'' Dall told reporters. ''They fled from our men then.''",
        "Dall told reporters: “We shelled the port at dawn. They fled from our men at noon.”",
        'Dall told reporters:\n\n"We shelled the port at dawn.\n\n"They fled from us at noon."',
        "Dall told reporters:\n\n We shelled the port at dawn.\n\n They fled from us at noon.\n",
    ],
)
def test_quotation_over_sentences(parse: Parse, word: Word, text: str) -> None:
    """All sentences of a direct quotation are the quoted speaker's."""
    assert _holder(parse, word, text, "shelled").text == "Dall"
    assert _holder(parse, word, text, "fled").text == "Dall"


def test_after_a_quotation(parse: Parse, word: Word) -> None:
    """What follows a quotation outside its marks is the author's again."""
    text = "“We shelled the port at dawn,” Dall said. The army then burned the town."

    assert _holder(parse, word, text, "burned") == Holder()


TURNS = (
    "Mr. ADAMS. Mr. President, the militia attacked the town.\n\n"
    "Ms. BAKER. The army burned the village.\n"
)


def test_turns(parse: Parse, word: Word) -> None:
    """In a transcript of several speakers each holds his own turn, save the author."""
    assert _holder(parse, word, TURNS, "burned").text == "Ms. BAKER"
    assert _holder(parse, word, TURNS, "burned", author="Baker") == Holder()


def test_single_speaker(parse: Parse, word: Word) -> None:
    """A speech by one speaker is its author's."""
    text = "Mr. ADAMS. Mr. President, the militia attacked the town.\n"

    assert _holder(parse, word, text) == Holder()


def _mention(
    text: str, words: str, name: str, actor_id: str, form: MentionForm = MentionForm.NAME
) -> Mention:
    begin = text.index(words)
    end = begin + len(words)
    return Mention(begin, end, words, name, ActorKind.FORCE, form, 0, actor_id)


def test_linked_holder(parse: Parse, word: Word) -> None:
    """A speaker who is a known actor carries the actor's name and id."""
    text = "The Ministry of Truth said that the militia attacked the town."
    mention = _mention(text, "The Ministry of Truth", "Ministry of Truth", "force:truth")
    analyses = parse(text)
    found = holders.find(analyses, text, [mention])
    holder = found.holder_for(*word(analyses, "attacked"))

    assert (holder.name, holder.actor_id) == ("Ministry of Truth", "force:truth")
    assert holder.chain == ("Ministry of Truth",)


def test_actor_beside_the_holder_is_not_the_holder(parse: Parse, word: Word) -> None:
    """Ruritania's enemies do not speak for Ruritania, its spokesman does."""
    for speaker, linked in [("enemies", None), ("spokesman", "state:RUR")]:
        text = f"Ruritania's {speaker} said that the militia attacked the town."
        mention = _mention(text, "Ruritania", "Ruritania", "state:RUR")
        analyses = parse(text)
        found = holders.find(analyses, text, [mention])

        assert found.holder_for(*word(analyses, "attacked")).actor_id == linked


def test_hint() -> None:
    """Sentences that may name a speaker are known without a parse."""
    assert might_attribute("Dall went on to say this:")
    assert might_attribute("“We shelled it”")
    assert not might_attribute("The militia attacked the town.")
