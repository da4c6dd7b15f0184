"""Who is mentioned in a document, where, and which registry actor that is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tieline.actors.aliases import Aliases
from tieline.actors.census import accepted
from tieline.actors.coreference import corefer
from tieline.actors.described import descriptions
from tieline.actors.gazetteer import Entry, Gazetteer, Hit, Named
from tieline.actors.named import proposals
from tieline.actors.registry import Registry
from tieline.actors.resolution import Reference, resolve
from tieline.actors.senses import judged
from tieline.model.actor import ActorKind, NameKind
from tieline.model.analysis import Analysis, Sentence
from tieline.model.document import Document
from tieline.model.mention import Mention, MentionForm
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
        names = self._named(document, sentences, analyses, hits)
        described = self._described(document.text, analyses, names)
        topics = self._topics(document, names)
        everything = corefer(document.text, sentences, analyses, described, topics)
        return tuple(sorted(everything, key=lambda m: (m.begin, -m.end, m.key)))

    def _topics(self, document: Document, names: Sequence[Mention]) -> list[Mention]:
        """Actors of the document that its title names."""
        title = document.title or ""
        hits = self._gazetteer.scan(title, 0, len(title))
        ids = {entry.actor_id for hit in hits for entry in hit.entries}
        found: dict[str, Mention] = {}
        for name in names:
            if name.actor_id in ids or (name.actor_id is None and name.name in title):
                found.setdefault(name.key, name)
        return list(found.values())

    def _named(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        analyses: Mapping[int, Analysis],
        hits: Mapping[int, Sequence[Hit]],
    ) -> list[Mention]:
        text = document.text
        references = resolve(document, hits, self._registry)
        kept, blocked = judged(text, references, analyses)
        known = [_mention(text, r, analyses.get(r.sentence)) for r in kept]
        taken = [*blocked, *((m.begin, m.end) for m in known)]
        proposed = (
            proposal
            for index, analysis in analyses.items()
            if not analysis.sentence.heading
            for proposal in proposals(text, analysis, index, _within(taken, analysis.sentence))
        )
        new = sorted(accepted(text, proposed), key=lambda m: m.begin)
        aliases = Aliases(text, [*known, *new])
        return _merged([*known, *(aliases.relink(m) for m in new)], aliases.mentions(sentences))

    def _described(
        self, text: str, analyses: Mapping[int, Analysis], names: Iterable[Mention]
    ) -> Iterator[Mention]:
        by_sentence: defaultdict[int, list[Mention]] = defaultdict(list)
        for name in names:
            by_sentence[name.sentence].append(name)
        for index in sorted(by_sentence.keys() | analyses.keys()):
            present = by_sentence[index]
            if index in analyses:
                found = list(descriptions(analyses[index], index, present, self._registry, text))
                swallowed = {d.swallows for d in found}
                yield from (d.mention for d in found)
                present = [name for name in present if name not in swallowed]
            yield from present


def _names(registry: Registry) -> Iterator[Named]:
    for actor in registry.actors:
        yield Named(actor.name, Entry(actor.id, actor.kind, NameKind.NAME, Period()))
        for name in actor.names:
            yield Named(name.text, Entry(actor.id, actor.kind, name.kind, name.period))


def _within(taken: Sequence[tuple[int, int]], sentence: Sentence) -> list[tuple[int, int]]:
    return [(b, e) for b, e in taken if b < sentence.end and sentence.begin < e]


def _mention(text: str, reference: Reference, analysis: Analysis | None) -> Mention:
    form = MentionForm.NAME
    if reference.use is NameKind.DEMONYM and analysis is not None:
        token = analysis.root_of(reference.begin, reference.end)
        modifies = token is not None and token.dep in {"amod", "nmod", "compound", "poss"}
        form = MentionForm.ADJECTIVE if modifies else MentionForm.NAME
    return Mention(
        reference.begin, reference.end, text[reference.begin : reference.end],
        reference.name, reference.kind, form, reference.sentence, reference.actor_id,
    )  # fmt: skip


def _merged(names: Iterable[Mention], aliases: Iterable[Mention]) -> list[Mention]:
    """Names and aliases without overlaps: linked names win, then the longer."""
    found: list[Mention] = []
    ordered = sorted(
        [*((0, m) for m in names), *((1, m) for m in aliases)],
        key=lambda pair: (pair[1].begin, pair[0]),
    )
    for is_alias, mention in ordered:
        clash = found[-1] if found and found[-1].end > mention.begin else None
        if clash is None:
            found.append(mention)
        elif is_alias and _replaces(mention, clash):
            found[-1] = mention
    return found


def _replaces(alias: Mention, name: Mention) -> bool:
    """An alias takes the place of an unlinked name no longer than itself."""
    within = alias.begin <= name.begin and name.end <= alias.end
    return name.actor_id is None and within and name.kind is not ActorKind.STATE
