"""From a document to its claims: the steps on one screen."""

from dataclasses import dataclass

from tieline.actors.linking import Linker
from tieline.language.analyser import Analyser
from tieline.model.analysis import Analysis, Sentence
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


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document's sentences, parses of those that may hold a claim, and its mentions."""

    sentences: tuple[Sentence, ...]
    analyses: dict[int, Analysis]
    mentions: tuple[Mention, ...]


def parsed(document: Document, analyser: Analyser, linker: Linker, engine: Engine) -> Parsed:
    """Segment, find names, parse only what may hold a claim, and link."""
    text = document.text
    sentences = analyser.sentences(text)
    hits = linker.hits(text, sentences)
    wanted = [
        index
        for index, sentence in enumerate(sentences)
        if engine.might_claim(text[sentence.begin : sentence.end])
    ]
    names = [(hit.begin, hit.end) for index in wanted for hit in hits.get(index, ())]
    found = analyser.analyse(text, [sentences[index] for index in wanted], names)
    analyses = dict(zip(wanted, found, strict=True))
    return Parsed(sentences, analyses, linker.mentions(document, sentences, analyses, hits))


def read(document: Document, analyser: Analyser, linker: Linker, engine: Engine) -> Reading:
    """Parse and link, then read claims."""
    found = parsed(document, analyser, linker, engine)
    claims = engine.claims(document, found.sentences, found.analyses, found.mentions)
    return Reading(document, found.mentions, claims)
