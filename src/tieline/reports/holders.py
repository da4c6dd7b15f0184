"""Who says what: claims grouped by the one who makes them."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tieline.model.claim import Modality, Polarity
from tieline.model.finding import Verdict
from tieline.reports.entries import Entry
from tieline.reports.phrases import author, statement

SAID = 6  # statements shown for each holder
LISTED = 100  # holders shown
PLAIN = frozenset({Modality.ASSERTED, Modality.HEDGED})


@dataclass(frozen=True, slots=True)
class Said:
    """One statement, how often it is made, and where first."""

    statement: str
    count: int
    first: Entry


@dataclass(frozen=True, slots=True)
class Voice:
    """One holder's claims in numbers and in words.

    `writes`: the holder is a document's author, not someone quoted or reported.
    """

    name: str
    writes: bool
    claims: int
    documents: int
    affirmed: int
    denied: int
    other: int
    supported: int
    contradicted: int
    said: tuple[Said, ...]
    left_out: int


def voices(entries: Sequence[Entry]) -> tuple[Voice, ...]:
    """All holders, those with most claims first."""
    grouped: dict[tuple[str, bool], list[Entry]] = defaultdict(list)
    for entry in entries:
        named = entry.claim.holder.name
        grouped[named or author(entry.claim.document), named is None].append(entry)
    found = [_voice(*key, group) for key, group in grouped.items()]
    return tuple(sorted(found, key=lambda voice: (-voice.claims, voice.name)))


def _voice(name: str, writes: bool, group: Sequence[Entry]) -> Voice:  # noqa: FBT001 - half of the key
    plain = [entry for entry in group if PLAIN.issuperset(entry.claim.modality)]
    affirmed = sum(entry.claim.polarity is Polarity.AFFIRMED for entry in plain)
    verdicts = Counter(entry.verdict for entry in group)
    said = _said(group)
    return Voice(
        name=name,
        writes=writes,
        claims=len(group),
        documents=len({entry.claim.document.id for entry in group}),
        affirmed=affirmed,
        denied=len(plain) - affirmed,
        other=len(group) - len(plain),
        supported=verdicts[Verdict.SUPPORTED],
        contradicted=verdicts[Verdict.CONTRADICTED],
        said=said[:SAID],
        left_out=len(said[SAID:]),
    )


def _said(group: Sequence[Entry]) -> tuple[Said, ...]:
    """Distinct statements, those made most often first."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in group:
        found[statement(entry.claim)].append(entry)
    said = [Said(words, len(entries), entries[0]) for words, entries in found.items()]
    return tuple(sorted(said, key=lambda item: (-item.count, item.first.number)))
