"""Sentences as the encoder sees them."""

from collections.abc import Callable, Mapping, Sequence

from tieline.claims.encoding import Encoded, encoded
from tieline.claims.wordpieces import WordPieces
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis
from tieline.model.mention import Mention, MentionForm

Parse = Callable[[str], Mapping[int, Analysis]]
WORDS = WordPieces.shipped()
SHOWN = {number: piece for piece, number in WORDS.numbers.items()}


def _mention(text: str, words: str, form: MentionForm = MentionForm.NAME) -> Mention:
    at = text.index(words)
    return Mention(at, at + len(words), words, words, ActorKind.ARMED_GROUP, form, 0)


def _encoded(parse: Parse, text: str, mentions: Sequence[Mention]) -> Encoded:
    return encoded(parse(text)[0], mentions, WORDS)


def _shown(found: Encoded, places: Sequence[int]) -> list[str]:
    return [SHOWN[found.pieces[place]] for place in places]


def test_no_name_is_shown(parse: Parse) -> None:
    """Names of actors give way to their kind, other names to the kind of name they are."""
    text = "Zarvian Front attacked Borduria Brigade near Paris."
    found = _encoded(
        parse, text, [_mention(text, "Zarvian Front"), _mention(text, "Borduria Brigade")]
    )
    shown = [SHOWN[piece] for piece in found.pieces]
    assert shown == ["[CLS]", "militia", "attacked", "militia", "near", "city", ".", "[SEP]"]


def test_descriptions_and_pronouns_stay(parse: Parse) -> None:
    """Words for actors without a name are what the encoder reads."""
    text = "The rebels attacked it."
    found = _encoded(
        parse,
        text,
        [
            _mention(text, "The rebels", MentionForm.DESCRIBED),
            _mention(text, "it", MentionForm.PRONOUN),
        ],
    )
    [pair] = found.pairs
    assert _shown(found, pair.first_at) == ["the", "rebels"]
    assert _shown(found, pair.second_at) == ["it"]
    assert _shown(found, pair.path_at) == ["attacked"]


def test_one_actor_makes_no_pair(parse: Parse) -> None:
    """A sentence about one actor alone is not shown at all."""
    text = "Zarvia attacked the port."
    assert _encoded(parse, text, [_mention(text, "Zarvia")]) == Encoded((), ())


def test_the_same_actor_twice_makes_no_pair(parse: Parse) -> None:
    """Nobody is tied to himself, and overlapping words are no two actors."""
    text = "Zarvia says that Zarvia won."
    again = text.rindex("Zarvia")
    twice = Mention(
        again, again + 6, "Zarvia", "Zarvia", ActorKind.ARMED_GROUP, MentionForm.NAME, 0
    )
    assert _encoded(parse, text, [_mention(text, "Zarvia"), twice]).pairs == ()


def test_of_very_many_actors_the_nearest_are_paired(parse: Parse) -> None:
    """A list of forty names does not give eight hundred pairs."""
    names = [f"Zarvia{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(40)]
    text = "They named " + ", ".join(names) + "."
    assert len(_encoded(parse, text, [_mention(text, name) for name in names]).pairs) == 60


def test_a_very_long_sentence_is_cut(parse: Parse) -> None:
    """No more than 192 pieces are read, whatever the sentence's length."""
    text = "Zarvia attacked Borduria " + "and again " * 300 + "."
    found = _encoded(parse, text, [_mention(text, "Zarvia"), _mention(text, "Borduria")])
    assert len(found.pieces) <= 192
    assert len(found.pairs) == 1
