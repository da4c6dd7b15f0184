"""From a document to its claims: the steps on one screen."""

from dataclasses import dataclass

from tieline.actors.linking import Linker
from tieline.language.analyser import Analyser
from tieline.model.claim import Claim
from tieline.model.document import Document
from tieline.model.mention import Mention
from tieline.plugins import Engine


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, who is mentioned in it, and what it claims."""

    document: Document
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


def read(document: Document, analyser: Analyser, linker: Linker, engine: Engine) -> Reading:
    """Segment, find names, parse only what may hold a claim, link, and read claims."""
    text = document.text
    sentences = analyser.sentences(text)
    hits = linker.hits(text, sentences)
    wanted = [
        index
        for index, sentence in enumerate(sentences)
        if engine.might_claim(text[sentence.begin : sentence.end])
    ]
    names = [(hit.begin, hit.end) for index in wanted for hit in hits.get(index, ())]
    parsed = analyser.analyse(text, [sentences[index] for index in wanted], names)
    analyses = dict(zip(wanted, parsed, strict=True))
    mentions = linker.mentions(document, sentences, analyses, hits)
    return Reading(document, mentions, engine.claims(document, sentences, analyses, mentions))
