"""Who is mentioned in a document, where, and which registry actor that is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from tieline.actors.aliases import Aliases
from tieline.actors.belonging import Belonging, Described
from tieline.actors.census import accepted
from tieline.actors.coreference import corefer
from tieline.actors.described import descriptions
from tieline.actors.gazetteer import Entry, Gazetteer, Hit, Named
from tieline.actors.named import proposals
from tieline.actors.offices import Offices
from tieline.actors.registry import Registry
from tieline.actors.resolution import Reference, resolve
from tieline.actors.senses import judged
from tieline.model.actor import ActorKind, NameKind
from tieline.model.analysis import Analysis, Sentence
from tieline.model.document import Document
from tieline.model.mention import Mention, MentionForm
from tieline.model.period import Period


_LEADING = 0.35  # share of all names of its kind
_LED = 0.6  # what being mostly named counts beside standing in the title


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
        described, silent = self._described(document, analyses, names)
        topics = self._topics(document, names)
        everything = corefer(
            sentences,
            analyses,
            described,
            Offices(self._registry, document.published),
            topics,
            silent,
        )
        return tuple(sorted(everything, key=lambda m: (m.begin, -m.end, m.key)))

    def _topics(self, document: Document, names: Sequence[Mention]) -> list[tuple[Mention, float]]:
        """Actors of the document that its title names, and for other kinds those it mostly names."""
        title = document.title or ""
        hits = self._gazetteer.scan(title, 0, len(title))
        ids = {entry.actor_id for hit in hits for entry in hit.entries}
        found: dict[str, Mention] = {}
        for name in names:
            if name.actor_id in ids or (name.actor_id is None and name.name in title):
                found.setdefault(name.key, name)
        kinds = {mention.kind for mention in found.values()}
        titled = [(mention, 1.0) for mention in found.values()]
        return titled + [(m, _LED) for m in _leading(names) if m.kind not in kinds]

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
        names = [*known, *(aliases.relink(m) for m in new)]
        return _merged(names, aliases.mentions(sentences), aliases.defined)

    def _described(
        self, document: Document, analyses: Mapping[int, Analysis], names: Iterable[Mention]
    ) -> tuple[list[Mention], list[Mention]]:
        """Names and descriptions; and names that are only part of a description."""
        by_sentence: defaultdict[int, list[Mention]] = defaultdict(list)
        for name in names:
            by_sentence[name.sentence].append(name)
        offices = Offices(self._registry, document.published)
        belonging = Belonging(document.text, self._registry, offices)
        told: list[Mention] = []
        silent: list[Mention] = []
        for index in sorted(by_sentence.keys() | analyses.keys()):
            present = by_sentence[index]
            found: list[Described] = []
            if index in analyses:
                for description in descriptions(analyses[index], index, present):
                    found += belonging.read(description)
            swallowed = {d.swallows for d in found}
            told += [d.mention for d in found]
            told += [name for name in present if name not in swallowed]
            silent += [name for name in present if name in swallowed]
        return told, silent


def _leading(names: Iterable[Mention]) -> list[Mention]:
    """For each kind of actor the one that a document mostly names."""
    by_kind: defaultdict[ActorKind, Counter[str]] = defaultdict(Counter)
    first: dict[str, Mention] = {}
    for name in names:
        by_kind[name.kind][name.key] += 1
        first.setdefault(name.key, name)
    leading = (counted.most_common(1)[0] for counted in by_kind.values())
    total = {kind: counted.total() for kind, counted in by_kind.items()}
    return [first[key] for key, count in leading if count >= _LEADING * total[first[key].kind]]


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


def _merged(
    names: Iterable[Mention], aliases: Iterable[Mention], defined: Set[str]
) -> list[Mention]:
    """Names and aliases without overlaps.

    Linked names win, then the longer; before all an acronym `defined` in the document.
    """
    found: list[Mention] = []
    ordered = sorted(
        [*((0, m) for m in names), *((1, m) for m in aliases)],
        key=lambda pair: (pair[1].begin, pair[0]),
    )
    for is_alias, mention in ordered:
        clash = found[-1] if found and found[-1].end > mention.begin else None
        if clash is None:
            found.append(mention)
        elif is_alias and (_replaces(mention, clash) or mention.text in defined):
            found[-1] = mention
    return found


def _replaces(alias: Mention, name: Mention) -> bool:
    """An alias takes the place of a shorter name, and of an unlinked one as long as itself."""
    within = alias.begin <= name.begin and name.end <= alias.end
    longer = alias.end - alias.begin > name.end - name.begin
    return within and (longer or name.actor_id is None)
