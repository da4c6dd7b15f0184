"""Claims as the report lists them: numbered in reading order, each with its finding."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from tieline.model.claim import Claim, DocumentRef, Party
from tieline.model.document import Document
from tieline.model.finding import Finding, Verdict
from tieline.reports.phrases import title

ANCHOR = 12  # hexadecimal digits of an id that an anchor carries


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim in the report."""

    number: int
    id: str
    claim: Claim
    finding: Finding | None

    @property
    def anchor(self) -> str:
        """The claim's anchor, the same in every report of the same claim."""
        return self.id[:ANCHOR]

    @property
    def verdict(self) -> Verdict | None:
        """The overall verdict, None before any check."""
        return None if self.finding is None else self.finding.verdict


@dataclass(frozen=True, slots=True)
class Chapter:
    """A document and its claims in text order; `text` is None if only claims were given."""

    number: int
    document: DocumentRef
    text: str | None
    entries: tuple[Entry, ...]

    @property
    def title(self) -> str:
        """What the document is called."""
        return title(self.document)

    @property
    def file(self) -> str:
        """The name of its file, where the title does not say it already."""
        return PurePath(self.document.path).name if self.document.title else ""


def chapters(
    documents: Sequence[Document], claims: Iterable[Claim], findings: Iterable[Finding]
) -> tuple[Chapter, ...]:
    """Every document with its claims, then documents known only from their claims."""
    known = {document.id: document for document in documents}
    found = {finding.claim_id: finding for finding in findings}
    grouped = _grouped(claims)
    refs = {key: _ref(key, document) for key, document in known.items()}
    for key, pairs in grouped.items():
        refs.setdefault(key, pairs[0][1].document)
    made: list[Chapter] = []
    first = 1
    for number, (key, ref) in enumerate(refs.items(), 1):
        entries = tuple(
            Entry(place, identity, claim, found.get(identity))
            for place, (identity, claim) in enumerate(grouped.get(key, []), first)
        )
        first += len(entries)
        text = known[key].text if key in known else None
        made.append(Chapter(number, ref, text, entries))
    return tuple(made)


def _ref(key: str, document: Document) -> DocumentRef:
    facts = (document.title, document.publisher, document.author, document.published)
    return DocumentRef(key, document.path, *facts)


def _grouped(claims: Iterable[Claim]) -> Mapping[str, list[tuple[str, Claim]]]:
    """Claims by document, each id once, in text order."""
    distinct = {claim.id: claim for claim in claims}
    grouped: dict[str, list[tuple[str, Claim]]] = defaultdict(list)
    for pair in sorted(distinct.items(), key=_place):
        grouped[pair[1].document.id].append(pair)
    return grouped


def _place(pair: tuple[str, Claim]) -> tuple[int, int, int, str]:
    identity, claim = pair
    return claim.begin, claim.end, claim.source.begin, identity


def actor_key(party: Party) -> str:
    """What makes two parties one actor: the registry id, or else the folded name."""
    return party.actor_id or party.name.casefold()


def actor_names(entries: Iterable[Entry]) -> dict[str, str]:
    """The commonest name of each actor."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        for party in (entry.claim.source, entry.claim.target):
            if party is not None:
                seen[actor_key(party)][party.name] += 1
    return {key: names.most_common(1)[0][0] for key, names in seen.items()}
