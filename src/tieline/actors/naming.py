"""All names in a document: the registry's, unknown ones, and the document's own short forms."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from tieline.actors.aliases import Aliases
from tieline.actors.census import accepted
from tieline.actors.gazetteer import Hit
from tieline.actors.named import Proposal, Stretch, proposals
from tieline.actors.registry import Registry
from tieline.actors.resolution import Reference, resolve
from tieline.actors.senses import judged
from tieline.model.actor import ActorKind, NameKind
from tieline.model.analysis import Analysis, Sentence
from tieline.model.document import Document
from tieline.model.mention import Mention, MentionForm

_MODIFIES = frozenset(["amod", "nmod", "compound", "poss"])


def named(
    document: Document,
    sentences: Sequence[Sentence],
    analyses: Mapping[int, Analysis],
    hits: Mapping[int, Sequence[Hit]],
    registry: Registry,
) -> list[Mention]:
    """Mentions by name in text order, none overlapping another but a body around a name."""
    text = document.text
    kept, blocked = judged(text, resolve(document, hits, registry), analyses)
    known = [_mention(text, r, analyses.get(r.sentence)) for r in kept]
    new = list(accepted(text, _proposed(text, analyses, [*kept, *blocked])))
    aliases = Aliases(text, [*known, *new])
    names = [*known, *(aliases.relink(mention) for mention in new)]
    return _merged(names, aliases.mentions(sentences), aliases.defined)


def _proposed(
    text: str, analyses: Mapping[int, Analysis], taken: Iterable[Reference]
) -> Iterator[Proposal]:
    """Unknown names of all parsed sentences but headings, where every word has a capital."""
    by_sentence: defaultdict[int, list[Stretch]] = defaultdict(list)
    for reference in taken:
        by_sentence[reference.sentence].append((reference.begin, reference.end))
    for index, analysis in analyses.items():
        if not analysis.sentence.heading:
            yield from proposals(text, analysis, index, by_sentence[index])


def _mention(text: str, reference: Reference, analysis: Analysis | None) -> Mention:
    begin, end = reference.begin, reference.end
    form = MentionForm.NAME
    if reference.use is NameKind.DEMONYM and analysis is not None:
        token = analysis.root_of(begin, end)
        if token is not None and token.dep in _MODIFIES:
            form = MentionForm.ADJECTIVE
    return Mention(
        begin, end, text[begin:end], reference.name, reference.kind, form,
        reference.sentence, reference.actor_id,
    )  # fmt: skip


def _merged(
    names: Iterable[Mention], aliases: Iterable[Mention], defined: AbstractSet[str]
) -> list[Mention]:
    """Names and aliases without overlaps.

    Linked names win, then the longer; before all an acronym `defined` in the document.
    """
    found: list[Mention] = []
    ordered = sorted(
        [*((False, m) for m in names), *((True, m) for m in aliases)],
        key=lambda pair: (pair[1].begin, pair[0]),
    )
    for is_alias, mention in ordered:
        clash = found[-1] if found and found[-1].end > mention.begin else None
        if clash is None:
            found.append(mention)
        elif _wins(mention, clash, is_alias=is_alias, defined=defined):
            found[-1] = mention
    return found


def _wins(mention: Mention, clash: Mention, *, is_alias: bool, defined: AbstractSet[str]) -> bool:
    if not is_alias:
        return _envelops(mention, clash)
    return mention.text in defined or _replaces(mention, clash)


def _envelops(name: Mention, inner: Mention) -> bool:
    """Whether a body's name begins with a state's: "Syrian National Resistance"."""
    longer = name.begin <= inner.begin and inner.end < name.end
    return inner.kind is ActorKind.STATE and longer and name.actor_id is None


def _replaces(alias: Mention, name: Mention) -> bool:
    """An alias takes the place of a shorter name, and of an unlinked one as long as itself."""
    within = alias.begin <= name.begin and name.end <= alias.end
    longer = alias.end - alias.begin > name.end - name.begin
    return within and (longer or name.actor_id is None)
