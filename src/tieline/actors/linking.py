"""Who is mentioned in a document, where, and which registry actor that is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tieline.actors.belonging import Belonging
from tieline.actors.cast import Cast
from tieline.actors.coreference import corefer
from tieline.actors.described import descriptions
from tieline.actors.gazetteer import Entry, Gazetteer, Hit, Named
from tieline.actors.naming import named
from tieline.actors.offices import Offices
from tieline.actors.registry import Registry
from tieline.actors.topics import topics
from tieline.actors.victims import victims
from tieline.model.actor import NameKind
from tieline.model.analysis import Analysis, Sentence
from tieline.model.document import Document
from tieline.model.mention import Mention
from tieline.model.period import Period


class Linker:
    """Finds mentions. Building it builds the gazetteer, so keep it for many documents."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._gazetteer = Gazetteer(_names(registry))

    def hits(self, text: str, sentences: Sequence[Sentence]) -> dict[int, list[Hit]]:
        """Registry names by sentence, from the gazetteer alone."""
        found = {}
        for index, sentence in enumerate(sentences):
            hits = list(self._gazetteer.scan(text, sentence.begin, sentence.end))
            if hits:
                found[index] = hits
        return found

    def mentions(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        analyses: Mapping[int, Analysis],
        hits: Mapping[int, Sequence[Hit]],
    ) -> tuple[Mention, ...]:
        """All mentions in text order; of two that begin together the longer comes first."""
        names = named(document, sentences, analyses, hits, self._registry)
        offices = Offices(self._registry, document.published)
        told, silent = _described(
            analyses, names, Belonging(document.text, self._registry, offices)
        )
        cast = Cast(document.text, told, silent, topics(document, names, self._gazetteer), offices)
        everything = corefer(sentences, analyses, cast)
        return tuple(sorted(everything, key=lambda m: (m.begin, -m.end, m.key)))


def _described(
    analyses: Mapping[int, Analysis], names: Iterable[Mention], belonging: Belonging
) -> tuple[list[Mention], list[Mention]]:
    """Names and descriptions; and names that are only part of a description."""
    by_sentence: defaultdict[int, list[Mention]] = defaultdict(list)
    for name in names:
        by_sentence[name.sentence].append(name)
    told: list[Mention] = []
    silent: list[Mention] = []
    for index in sorted(by_sentence.keys() | analyses.keys()):
        present = by_sentence[index]
        read = descriptions(analyses[index], index, present) if index in analyses else ()
        found = [described for d in read for described in belonging.read(d)]
        swallowed = {described.swallows for described in found}
        if index in analyses:
            described = [one.mention for one in found]
            told += victims(analyses[index], index, belonging.text, present, described)
        told += [described.mention for described in found]
        told += [name for name in present if name not in swallowed]
        silent += [name for name in present if name in swallowed]
    return told, silent


def _names(registry: Registry) -> Iterator[Named]:
    for actor in registry.actors:
        yield Named(actor.name, Entry(actor.id, actor.kind, NameKind.NAME, Period()))
        for name in actor.names:
            yield Named(name.text, Entry(actor.id, actor.kind, name.kind, name.period))
