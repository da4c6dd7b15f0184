"""Who says it: for every word of a document, the chain of speakers it is handed to.

Reported speech is read from the parse, direct quotations from the marks in the text.
Whatever is handed to nobody is the author's.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tieline.claims import speech
from tieline.claims.attribution import Attribution, attributions
from tieline.claims.quotations import Quotation, blocks, quotations
from tieline.claims.sources import Source, can_speak, first_person, named, subject_of
from tieline.model.analysis import Analysis, Token
from tieline.model.claim import Holder
from tieline.model.mention import Mention

_TURN = re.compile(
    r"^[ \t]*(?P<name>(?:The [A-Z]{3,}(?: [A-Z]{3,})*"
    r"|(?:Mr|Mrs|Ms|Miss|Dr|Sen|Rep|Gen|Amb)\.? [A-Z][A-Z'\u2019-]+(?: of [A-Z][a-z]+)?)(?=\. )"
    r"|[A-Z][A-Z.'\u2019-]+(?: [A-Z][A-Z.'\u2019-]+){0,4}(?=: ))",
    re.MULTILINE,
)
_GAP = 240  # characters between two quotations that one attribution may still join
_PROSE = 4  # words from which on a quotation is more than a borrowed phrase


@dataclass(frozen=True, slots=True)
class _Turn:
    begin: int
    end: int
    name: str
    name_begin: int


class Holders:
    """Answers who holds what in one document. Made by `find`."""

    def __init__(
        self,
        analyses: Mapping[int, Analysis],
        text: str,
        mentions: Sequence[Mention],
        author: str | None,
    ) -> None:
        self._analyses = analyses
        self._text = text
        self._mentions = _by_sentence(mentions)
        self._turns = tuple(_turns(text, author))
        self._quotes = (*_spoken(text, analyses), *_set_apart(text, analyses))
        self._found = {index: attributions(analysis) for index, analysis in analyses.items()}

    def holder_for(self, sentence_index: int, token: Token) -> Holder:
        """The innermost speaker of a token, with the chain up to the outermost."""
        chain = [self._holder(source) for source in self._chain(sentence_index, token)]
        turn = self._turn_of(token)
        if turn is not None:
            chain.append(turn)
        if not chain:
            return Holder()
        names = tuple(holder.name or "" for holder in chain)
        inner = chain[0]
        return Holder(inner.name, inner.actor_id, inner.text, inner.begin, inner.end, names)

    def denial_for(self, sentence_index: int, token: Token) -> bool:
        """Whether the speakers deny it: true after an odd number of denials."""
        found = [a for a in self._attributions(sentence_index, token) if a.denied]
        deniers = {a.speaker.index if a.speaker else None for a in found}
        return len(deniers) % 2 == 1

    def _attributions(self, sentence: int, token: Token) -> list[Attribution]:
        return [found for found in self._found.get(sentence, ()) if token.index in found.content]

    def _chain(self, sentence: int, token: Token) -> list[Source]:
        """Speakers from the innermost to the outermost, each once."""
        analysis = self._analyses.get(sentence)
        chain: list[Source] = []
        if analysis is not None:
            speakers = (found.speaker for found in self._attributions(sentence, token))
            chain.extend(
                named(analysis, sentence, s)
                for s in speakers
                if s is not None and not _is_empty(analysis, s)
            )
        chain.extend(
            source
            for quote, source in self._quotes
            if quote.begin <= token.begin and token.end <= quote.end
        )
        return _once(chain)

    def _turn_of(self, token: Token) -> Holder | None:
        for turn in self._turns:
            if turn.begin <= token.begin < turn.end:
                end = turn.name_begin + len(turn.name)
                return Holder(turn.name, None, turn.name, turn.name_begin, end)
        return None

    def _holder(self, source: Source) -> Holder:
        begin, end = source.span
        words = self._text[begin:end]
        mention = self._mention_of(source)
        if mention is None:
            return Holder(" ".join(words.split()), None, words, begin, end)
        return Holder(mention.name, mention.actor_id, words, begin, end)

    def _mention_of(self, source: Source) -> Mention | None:
        """The actor a source is: one that holds its head noun, or for whom it speaks."""
        head = source.head
        inside = [
            mention
            for mention in self._mentions.get(source.sentence, ())
            if mention.begin < source.last.end and source.first.begin < mention.end
        ]
        same = [m for m in inside if m.begin <= head.begin and head.end <= m.end]
        if same:
            return max(same, key=lambda m: m.end - m.begin)
        if inside and head.lemma in speech.VOICES:
            return inside[-1]
        return None


def find(
    analyses: Mapping[int, Analysis],
    text: str,
    mentions: Sequence[Mention],
    author: str | None = None,
) -> Holders:
    """Read who says what; `analyses` is keyed by the sentence's index in the document."""
    return Holders(analyses, text, mentions, author)


def _is_empty(analysis: Analysis, speaker: Token) -> bool:
    """The "it" of "it is wrong to say that …"."""
    return speaker.text.lower() == "it" and analysis.head(speaker).lemma in {"be", "seem"}


def _by_sentence(mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    grouped: dict[int, list[Mention]] = {}
    for mention in mentions:
        grouped.setdefault(mention.sentence, []).append(mention)
    return grouped


def _once(chain: list[Source]) -> list[Source]:
    seen: set[int] = set()
    kept = []
    for source in chain:
        key = source.head.begin
        if key not in seen:
            seen.add(key)
            kept.append(source)
    return kept


def _turns(text: str, author: str | None) -> Iterator[_Turn]:
    """Speakers' turns, where a transcript has several speakers; the author's are left out."""
    marks = list(_TURN.finditer(text))
    names = {mark["name"].casefold() for mark in marks}
    if len(names) <= 1:  # one speaker is no conversation
        return
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        name = mark["name"]
        if author is None or name.split()[-1].casefold() not in author.casefold():
            end = following.start() if following else len(text)
            yield _Turn(mark.end(), end, name, mark.start("name"))


def _spoken(text: str, analyses: Mapping[int, Analysis]) -> Iterator[tuple[Quotation, Source]]:
    """Quotations and who speaks them, as far as the text around them says so."""
    last: tuple[Quotation, Source] | None = None
    order = sorted(analyses)
    for quote in quotations(text):
        if len(text[quote.begin : quote.end].split()) < _PROSE:
            continue
        near = [i for i in order if _touches(analyses[i], quote, text)]
        source = _beside(analyses, near, quote) or _led_in(analyses, order, quote, text)
        if source is None and last is not None and _goes_on(text, last[0], quote):
            source = last[1]
        if source is not None:
            last = (quote, source)
            yield last


def _set_apart(text: str, analyses: Mapping[int, Analysis]) -> Iterator[tuple[Quotation, Source]]:
    """Indented blocks and the speaker of the sentence that leads into them."""
    order = sorted(analyses)
    for block in blocks(text):
        source = _led_in(analyses, order, block, text)
        if source is not None:
            yield block, source


def _touches(analysis: Analysis, quote: Quotation, text: str) -> bool:
    sentence = analysis.sentence
    if sentence.begin < quote.end and quote.begin < sentence.end:
        return True
    gap = text[quote.end : sentence.begin]
    follows = sentence.begin >= quote.end and not gap.strip() and "\n" not in gap
    return follows and _opens_with_verb(analysis)


def _opens_with_verb(analysis: Analysis) -> bool:
    """A sentence cut off after a quoted "!" or "?": 'said Smith'."""
    return bool(analysis.tokens) and analysis.tokens[0].lemma in speech.SAYING


def _beside(analyses: Mapping[int, Analysis], near: list[int], quote: Quotation) -> Source | None:
    """The speaker named in a sentence the quotation lies in, nearest to its marks."""
    found: list[tuple[int, Source]] = []
    for index in near:
        for verb in analyses[index].tokens:
            source = _speaker(analyses[index], index, verb, quote)
            if source is not None:
                found.append((_distance(verb, quote), source))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _speaker(analysis: Analysis, index: int, verb: Token, quote: Quotation) -> Source | None:
    if verb.lemma not in speech.ATTRIBUTING or verb.pos not in {"VERB", "AUX"}:
        return None
    if quote.begin <= verb.begin < quote.end:
        return None
    subject = subject_of(analysis, verb)
    if subject is None or quote.begin <= subject.begin < quote.end or not can_speak(subject):
        return None
    return None if first_person(analysis, subject) else named(analysis, index, subject)


def _distance(verb: Token, quote: Quotation) -> int:
    return quote.begin - verb.end if verb.end <= quote.begin else verb.begin - quote.end


def _led_in(
    analyses: Mapping[int, Analysis], order: list[int], quote: Quotation, text: str
) -> Source | None:
    """The speaker of a sentence that ends where the quotation begins: 'X went on:'."""
    for index in reversed(order):
        sentence = analyses[index].sentence
        if sentence.end > quote.begin:
            continue
        lead = text[sentence.begin : quote.begin].rstrip()
        if sentence.end < quote.begin - _GAP or text[sentence.end : quote.begin].strip():
            return None
        return _announced(analyses[index], index, quote) if lead.endswith((":", ",")) else None
    return None


def _announced(analysis: Analysis, index: int, quote: Quotation) -> Source | None:
    verbs = [t for t in analysis.tokens if t.pos == "VERB"]
    for verb in reversed(verbs):
        source = _speaker(analysis, index, verb, quote)
        if source is not None:
            return source
    return None


def _goes_on(text: str, before: Quotation, quote: Quotation) -> bool:
    """Whether a quotation follows on another in one paragraph: '"…," said X. "…"'."""
    gap = text[before.end : quote.begin]
    return len(gap) <= _GAP and "\n" not in gap and gap.rstrip().endswith((".", "!", "?"))
