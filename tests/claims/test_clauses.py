"""Who does what, whatever the sentence's shape."""

from collections.abc import Callable, Mapping

import pytest

from tieline.claims.clauses import (
    is_passive,
    logical_objects,
    logical_subjects,
    prepositional,
    recipients,
)
from tieline.model.analysis import Analysis, Token

Parse = Callable[[str], Mapping[int, Analysis]]
Word = Callable[[Mapping[int, Analysis], str], tuple[int, Token]]


def _found(parse: Parse, word: Word, text: str, verb: str) -> tuple[Analysis, Token]:
    analyses = parse(text)
    index, token = word(analyses, verb)
    return analyses[index], token


@pytest.mark.parametrize(
    ("text", "verb", "subjects", "objects"),
    [
        ("The army trained the rebels.", "trained", ["army"], ["rebels"]),
        ("The rebels were trained by the army.", "trained", ["army"], ["rebels"]),
        ("The rebels were trained in secret.", "trained", [], ["rebels"]),
        ("The rebels trained by the army fled.", "trained", ["army"], ["rebels"]),
        ("The rebels that the army trained fled.", "trained", ["army"], ["rebels"]),
        ("The army that trained the rebels fled.", "trained", ["army"], ["rebels"]),
        ("The army wants to train the rebels.", "train", ["army"], ["rebels"]),
        ("The army helped the rebels to shell the port.", "shell", ["rebels"], ["port"]),
        ("The army entered the port and shelled the clan.", "shelled", ["army"], ["clan"]),
        ("The army accused Borduria of shelling it.", "shelling", ["Borduria"], ["it"]),
        ("The army left after shelling the port.", "shelling", ["army"], ["port"]),
        ("The clan was trained and armed by the army.", "trained", ["army"], ["clan"]),
    ],
)
def test_roles(  # noqa: PLR0913, PLR0917 - two fixtures and four columns
    parse: Parse, word: Word, text: str, verb: str, subjects: list[str], objects: list[str]
) -> None:
    """Passives are turned round, and verbs without a subject take the one grammar gives."""
    analysis, token = _found(parse, word, text, verb)

    assert [t.text for t in logical_subjects(analysis, token)] == subjects
    assert [t.text for t in logical_objects(analysis, token)] == objects


def test_passive(parse: Parse, word: Word) -> None:
    """A participle after a form of "be" is passive, after a form of "have" it is not."""
    assert is_passive(*_found(parse, word, "The port was shelled.", "shelled"))
    assert not is_passive(*_found(parse, word, "The army has shelled the port.", "shelled"))


def test_recipients(parse: Parse, word: Word) -> None:
    """An indirect object receives, with or without a preposition."""
    analysis, token = _found(parse, word, "The army gave the rebels money.", "gave")
    assert [t.text for t in recipients(analysis, token)] == ["rebels"]

    analysis, token = _found(parse, word, "The army gave it to the rebels.", "gave")
    assert recipients(analysis, token) == ()
    assert [t.text for t in prepositional(analysis, token, ("to",))] == ["rebels"]


def test_stacked_prepositions(parse: Parse, word: Word) -> None:
    """Of two prepositions in a row the inner one counts too."""
    analysis, token = _found(parse, word, "The army drove them out of the port.", "drove")

    assert [t.text for t in prepositional(analysis, token, ("of",))] == ["port"]
