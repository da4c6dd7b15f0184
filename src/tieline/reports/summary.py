"""What an editor reads first: counts and sentences, none of which takes a side."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tieline.model.claim import Kind, Modality, Polarity
from tieline.model.finding import Verdict
from tieline.reports.entries import Chapter, Entry
from tieline.reports.phrases import KINDS, VERDICTS, VerdictWords, count, holder

TELLING = (Verdict.CONTRADICTED, Verdict.SUPPORTED, Verdict.MIXED)
SILENT = (Verdict.UNDETERMINED, Verdict.OUTSIDE_COVERAGE, Verdict.NOT_TESTABLE)
LISTED = 40  # statements listed under one verdict
REASONS = 12  # reasons listed for what could not be tested
WORDS = 12  # quoted words listed in one reason
QUOTED = re.compile("'[^']+'")


@dataclass(frozen=True, slots=True)
class Told:
    """The statements on which the record says something, most telling first."""

    verdict: Verdict
    words: VerdictWords
    entries: tuple[Entry, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Untold:
    """Why a number of claims could not be decided."""

    verdict: Verdict
    words: VerdictWords
    reason: str
    first: Entry
    count: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The summary section."""

    sentences: tuple[str, ...]
    counts: tuple[tuple[VerdictWords, Verdict, int], ...]
    checked: int
    unchecked: int
    told: tuple[Told, ...]
    untold: tuple[Untold, ...]
    untold_left_out: int


def summarise(chapters: Sequence[Chapter]) -> Summary:
    """Count and list the claims of all chapters."""
    entries = [entry for chapter in chapters for entry in chapter.entries]
    verdicts = Counter(entry.verdict for entry in entries)
    untold = _untold(entries)
    return Summary(
        sentences=(*_sentences(chapters, entries), *_checked(verdicts)),
        counts=tuple((words, verdict, verdicts[verdict]) for verdict, words in VERDICTS.items()),
        checked=len(entries) - verdicts[None],
        unchecked=verdicts[None],
        told=tuple(_told(verdict, entries) for verdict in TELLING if verdicts[verdict]),
        untold=untold[:REASONS],
        untold_left_out=sum(item.count for item in untold[REASONS:]),
    )


def _sentences(chapters: Sequence[Chapter], entries: Sequence[Entry]) -> tuple[str, ...]:
    if not entries:
        return (f"{count(len(chapters), 'document')} read; no claim about actors found.",)
    holders = len({holder(entry.claim) for entry in entries})
    size = f"{count(len(chapters), 'document')} with {count(len(entries), 'claim')}"
    whose = f"by {count(holders, 'holder')}: authors, and those whom they quote or report"
    return (
        f"{size} {whose}.",
        f"By kind: {_kinds(entries)}.",
        f"By polarity and mood: {_moods(entries)}.",
    )


def _kinds(entries: Sequence[Entry]) -> str:
    kinds = Counter(entry.claim.kind for entry in entries)
    return _listed([count(kinds[kind], *KINDS[kind]) for kind in Kind if kinds[kind]])


def _moods(entries: Sequence[Entry]) -> str:
    polarity = Counter(entry.claim.polarity for entry in entries)
    hedged = sum(Modality.HEDGED in entry.claim.modality for entry in entries)
    parts = [
        count(polarity[Polarity.AFFIRMED], "affirms a relation", "affirm a relation"),
        count(polarity[Polarity.NEGATED], "denies one", "deny one"),
        count(polarity[Polarity.ENDED], "says that one has ended", "say that one has ended"),
    ]
    return _listed(parts) + f"; {count(hedged, 'is', 'are')} hedged"


def _checked(counted: Counter[Verdict | None]) -> tuple[str, ...]:
    return (_verdicts(counted),) if counted.total() > counted[None] else ()


def _verdicts(counted: Counter[Verdict | None]) -> str:
    """The verdicts in one sentence; what the record is silent on is said as plainly."""
    checked = counted.total() - counted[None]
    silent = sum(counted[verdict] for verdict in SILENT)
    parts = [
        f"contradicts {counted[Verdict.CONTRADICTED]:,}",
        f"supports {counted[Verdict.SUPPORTED]:,}",
        f"is mixed on {counted[Verdict.MIXED]:,}",
    ]
    record = f"Of {count(checked, 'checked claim')} the record {_listed(parts)}"
    return f"{record}; {silent:,} it cannot decide, does not cover, or cannot test."


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]


def _told(verdict: Verdict, entries: Sequence[Entry]) -> Told:
    found = [entry for entry in entries if entry.verdict is verdict]
    return Told(verdict, VERDICTS[verdict], tuple(found[:LISTED]), max(len(found) - LISTED, 0))


def _untold(entries: Sequence[Entry]) -> tuple[Untold, ...]:
    """Reasons by how many claims they hold for, commonest first.

    Reasons that differ only in one quoted word are given together.
    """
    grouped: dict[tuple[Verdict, str], list[Entry]] = {}
    for entry in entries:
        if entry.finding is not None and entry.finding.verdict in SILENT:
            shape = QUOTED.sub("''", entry.finding.reason, count=1)
            grouped.setdefault((entry.finding.verdict, shape), []).append(entry)
    found = [
        Untold(verdict, VERDICTS[verdict], _joined(shape, group), group[0], len(group))
        for (verdict, shape), group in grouped.items()
    ]
    return tuple(sorted(found, key=lambda item: (-item.count, item.first.number)))


def _joined(shape: str, group: Sequence[Entry]) -> str:
    """The reason with every quoted word it was given with, and how often."""
    reasons = [entry.finding.reason for entry in group if entry.finding]
    if len(set(reasons)) == 1:
        return reasons[0]
    words = Counter(found[0] for reason in reasons if (found := QUOTED.search(reason)))
    listed = [f"{word} ({number})" for word, number in words.most_common(WORDS)]
    if len(words) > WORDS:
        listed.append(f"{len(words) - WORDS} more")
    return shape.replace("''", _listed(listed), 1)
