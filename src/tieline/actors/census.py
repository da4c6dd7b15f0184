"""Weighs all places where a document uses an unknown name before it counts as an actor."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tieline.actors.folding import key
from tieline.actors.named import Proposal
from tieline.model.actor import ActorKind
from tieline.model.mention import Mention

_LOWER = re.compile(r"\b[a-z]{3,}\b")
_PLACE_SHARE = 0.34  # of a name's uses stand where places stand: it is a place
_ACRONYM = 6  # longer words in capitals are shouted, not spelled


def accepted(text: str, proposals: Iterable[Proposal]) -> Iterator[Mention]:
    """Mentions of the names that hold up, each of the kind its uses mostly have."""
    ordinary = frozenset(_LOWER.findall(text))
    by_name: defaultdict[str, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        by_name[key(proposal.mention.name)].append(proposal)
    for uses in by_name.values():
        if _is_place(uses) or _is_ordinary(uses, ordinary) or _is_thin(uses):
            continue
        kind = _kind(uses)
        yield from (replace(use.mention, kind=kind) for use in uses)


def _is_place(uses: Sequence[Proposal]) -> bool:
    if any(use.sure for use in uses):
        return False
    return sum(use.placed for use in uses) >= _PLACE_SHARE * len(uses)


def _is_ordinary(uses: Sequence[Proposal], ordinary: frozenset[str]) -> bool:
    """Whether the words are common words with capitals, as in headings."""
    words = uses[0].words
    if uses[0].mention.kind is ActorKind.GROUP:
        return False
    if len(words) == 1:
        shouted = uses[0].mention.name.isupper() and len(words[0]) > _ACRONYM
        return words[0] in ordinary or shouted
    return all(word in ordinary or not word.isalpha() for word in words)


def _is_thin(uses: Sequence[Proposal]) -> bool:
    """One word, used once, doing nothing: no sign that it is an actor."""
    use = uses[0]
    weak = use.mention.kind in {ActorKind.ORGANISATION, ActorKind.UNKNOWN}
    spelled = use.mention.name.isupper()
    single = len(use.words) == 1 and len(uses) == 1
    return single and weak and not (use.sure or use.acting or spelled)


def _kind(uses: Sequence[Proposal]) -> ActorKind:
    counted = Counter(use.mention.kind for use in uses)
    for kind in (ActorKind.ARMED_GROUP, ActorKind.PERSON):
        if any(use.sure and use.mention.kind is kind for use in uses):
            return kind
    return counted.most_common(1)[0][0]
