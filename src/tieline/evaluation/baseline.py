"""What any reader must beat: two actors in a sentence with a word for a deed are a claim."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from tieline.claims.frames import frames
from tieline.codebook.loader import codebook
from tieline.model.analysis import Analysis, Sentence, Token
from tieline.model.claim import Claim, DocumentRef, Holder, Kind, Modality, Party, Polarity
from tieline.model.document import Document
from tieline.model.mention import Mention
from tieline.plugins import Engine


class CoOccurrence:
    """Every pair of mentions in a sentence that has a cue verb, in the order of the text.

    The relation is the plainest that the verb between the two states, or else the first.
    """

    name = "co-occurrence"
    version = "1"

    def might_claim(self, text: str) -> bool:
        """Every sentence might."""
        return bool(text)

    def claims(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        analyses: Mapping[int, Analysis],
        mentions: Sequence[Mention],
    ) -> tuple[Claim, ...]:
        """All pairs of all sentences."""
        return tuple(
            _claim(document, sentences[index], pair, _between(verbs, pair))
            for index, analysis in sorted(analyses.items())
            if (verbs := _cues(analysis))
            for pair in _pairs([m for m in mentions if m.sentence == index])
        )


class Beside:
    """An engine that has another one read the same parses, and keeps what that one says."""

    def __init__(self, engine: Engine, other: Engine) -> None:
        self.name, self.version = engine.name, engine.version
        self.might_claim = engine.might_claim
        self._engine, self._other = engine, other
        self.aside: tuple[Claim, ...] = ()

    def claims(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        analyses: Mapping[int, Analysis],
        mentions: Sequence[Mention],
    ) -> tuple[Claim, ...]:
        """The first engine's claims; the other's are in `aside`."""
        self.aside = self._other.claims(document, sentences, analyses, mentions)
        return self._engine.claims(document, sentences, analyses, mentions)


def _cues(analysis: Analysis) -> list[Token]:
    return [t for t in analysis.tokens if t.pos == "VERB" and t.lemma in frames().verbs]


def _pairs(mentions: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    ordered = sorted(mentions, key=lambda m: (m.begin, m.end))
    for one, other in combinations(ordered, 2):
        if one.key != other.key and one.end <= other.begin:
            yield one, other


def _between(verbs: list[Token], pair: tuple[Mention, Mention]) -> Token:
    inside = (verb for verb in verbs if pair[0].end <= verb.begin < pair[1].begin)
    return next(inside, verbs[0])


def _claim(
    document: Document, sentence: Sentence, pair: tuple[Mention, Mention], verb: Token
) -> Claim:
    relation = codebook().relation(frames().verbs[verb.lemma][-1].relation)
    source, target = (Party(m.actor_id, m.name, m.kind, m.text, m.begin, m.end) for m in pair)
    return Claim(
        document=DocumentRef(document.id, document.path),
        kind=Kind.TIE,
        relation=relation.name,
        family=relation.family,
        sign=relation.sign,
        polarity=Polarity.AFFIRMED,
        modality=(Modality.ASSERTED,),
        source=source,
        target=target,
        quote=document.text[sentence.begin : sentence.end],
        begin=sentence.begin,
        end=sentence.end,
        holder=Holder(),
        engine=f"{CoOccurrence.name}/{CoOccurrence.version}",
        confidence=0.5,
    )
