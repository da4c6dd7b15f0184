"""A sentence as the encoder sees it: no name stands in it, only what kind of actor each is.

So the encoder cannot learn who is said to do what, and swapping names changes nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tieline.claims.wordpieces import WordPieces
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention, MentionForm

# Common words that stand for a named actor of a kind, and for other names.
_STAND_INS = {
    ActorKind.STATE: "country",
    ActorKind.FORCE: "army",
    ActorKind.ARMED_GROUP: "militia",
    ActorKind.ORGANISATION: "organization",
    ActorKind.PERSON: "person",
    ActorKind.GROUP: "group",
    ActorKind.UNKNOWN: "faction",
}
_OTHER_NAMES = {"GPE": "city", "LOC": "place", "FAC": "place", "PERSON": "man", "NORP": "people"}
_NAME = "name"
_DATED = frozenset(["DATE", "TIME"])
_NAMING = frozenset([MentionForm.NAME, MentionForm.ADJECTIVE])
_LONGEST = 192  # pieces of a sentence
_MOST_PAIRS = 60  # of a sentence: those nearest to each other
# What belongs to a word on the way from one actor to the other.
_COMPANIONS = frozenset(["prt", "dobj", "prep", "aux", "neg", "attr", "acomp", "oprd"])

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors of a sentence in text order.

    `first_at` and `second_at` are where each stands, `path_at` where the words between them in
    the parse do: places among the sentence's pieces.
    """

    first: Span
    second: Span
    first_at: tuple[int, ...]
    second_at: tuple[int, ...]
    path_at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Encoded:
    """The pieces of a sentence and the pairs of actors in it."""

    pieces: tuple[int, ...]
    pairs: tuple[Pair, ...]


def encoded(analysis: Analysis, mentions: Sequence[Mention], vocabulary: WordPieces) -> Encoded:
    """Pieces and pairs of one sentence; no pairs if it names fewer than two actors."""
    spans = _spans(mentions)
    if len(spans) < 2:  # noqa: PLR2004 - a tie has two ends
        return Encoded((), ())
    pieces, places = _laid_out(analysis, mentions, vocabulary)
    heads = {span: analysis.root_of(*span) for span in spans}
    pairs = sorted(_pairs(spans), key=lambda pair: _distance(heads, pair))[:_MOST_PAIRS]
    made = (_pair(analysis, places, heads, pair) for pair in sorted(pairs))
    return Encoded(pieces, tuple(pair for pair in made if pair is not None))


def _spans(mentions: Iterable[Mention]) -> dict[Span, frozenset[str]]:
    """Whom each stretch of words may stand for."""
    spans: dict[Span, frozenset[str]] = {}
    for mention in sorted(mentions, key=lambda m: (m.begin, -m.end)):
        span = (mention.begin, mention.end)
        spans[span] = spans.get(span, frozenset()) | {mention.key}
    return spans


def _pairs(spans: dict[Span, frozenset[str]]) -> Iterator[tuple[Span, Span]]:
    listed = list(spans)
    for index, first in enumerate(listed):
        for second in listed[index + 1 :]:
            if first[1] <= second[0] and spans[first].isdisjoint(spans[second]):
                yield first, second


def _distance(heads: dict[Span, Token | None], pair: tuple[Span, Span]) -> int:
    first, second = heads[pair[0]], heads[pair[1]]
    return abs(first.index - second.index) if first and second else _LONGEST


def _laid_out(
    analysis: Analysis, mentions: Sequence[Mention], vocabulary: WordPieces
) -> tuple[tuple[int, ...], list[tuple[int, ...]]]:
    """The sentence's pieces, and for each token the places of its own."""
    names = sorted((m for m in mentions if m.form in _NAMING), key=lambda m: m.begin - m.end)
    pieces = [vocabulary.begin()]
    places: list[tuple[int, ...]] = []
    before: object = None
    for token in analysis.tokens:
        masked = next((m for m in names if m.begin < token.end and token.begin < m.end), None)
        word, same = _word(token, masked)
        shown = same if same is not None else token.index
        if same is not None and same == before:
            places.append(places[-1])
            continue
        before = shown
        numbers = vocabulary.pieces(word)
        if len(pieces) + len(numbers) >= _LONGEST:
            numbers = ()
        places.append(tuple(range(len(pieces), len(pieces) + len(numbers))))
        pieces.extend(numbers)
    pieces.append(vocabulary.end())
    return tuple(pieces), places


def _word(token: Token, masked: Mention | None) -> tuple[str, object]:
    """What is shown for a token, and what it shares with its neighbours of the same name."""
    if masked is not None:
        return _STAND_INS[masked.kind], (masked.begin, masked.end)
    if token.tag in {"NNP", "NNPS"} and token.entity not in _DATED:
        return _OTHER_NAMES.get(token.entity, _NAME), token.entity or _NAME
    return token.text, None


def _pair(
    analysis: Analysis,
    places: list[tuple[int, ...]],
    heads: dict[Span, Token | None],
    pair: tuple[Span, Span],
) -> Pair | None:
    sides = [_places(analysis, places, span) for span in pair]
    first, second = heads[pair[0]], heads[pair[1]]
    if not all(sides) or first is None or second is None:
        return None
    own = {*sides[0], *sides[1]}
    words = path(analysis, first, second)
    along = {t.index for t in words}
    along |= {c.index for t in words for c in analysis.children(t) if c.dep in _COMPANIONS}
    way = sorted({at for index in along for at in places[index]} - own)
    return Pair(*pair, sides[0], sides[1], tuple(way) or (0,))


def _places(analysis: Analysis, places: list[tuple[int, ...]], span: Span) -> tuple[int, ...]:
    return tuple(sorted({at for token in analysis.within(*span) for at in places[token.index]}))


def path(analysis: Analysis, first: Token, second: Token) -> tuple[Token, ...]:
    """The words from one to the other through the parse, ends included; none if unconnected."""
    up = [first, *analysis.ancestors(first)]
    down = [second, *analysis.ancestors(second)]
    below = {token.index for token in down}
    top = next((token for token in up if token.index in below), None)
    if top is None:
        return ()
    left = up[: up.index(top) + 1]
    return (*left, *reversed(down[: down.index(top)]))
