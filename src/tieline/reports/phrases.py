"""The words of the report. They say what a record allows, never what is true."""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from tieline.codebook.loader import codebook
from tieline.model.claim import Claim, DocumentRef, Kind, Modality, Polarity
from tieline.model.finding import Verdict
from tieline.reports.visible import one_line


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """How a verdict is shown: a shape that survives grey print, a label, and its meaning."""

    shape: str
    label: str
    meaning: str


VERDICTS: dict[Verdict, VerdictWords] = {
    Verdict.CONTRADICTED: VerdictWords(
        "▼", "contradicted", "the record meets its negation under the stated definition"
    ),
    Verdict.SUPPORTED: VerdictWords("▲", "supported", "the record meets the stated definition"),
    Verdict.MIXED: VerdictWords(
        "◆", "mixed", "datasets, or parts of the period or place, disagree"
    ),
    Verdict.UNDETERMINED: VerdictWords(
        "○", "undetermined", "covered by a dataset, whose rows cannot decide"
    ),
    Verdict.OUTSIDE_COVERAGE: VerdictWords(
        "□", "outside coverage", "no dataset here codes such actors, dates, places or relations"
    ),
    Verdict.NOT_TESTABLE: VerdictWords(
        "\N{EN DASH}",
        "not testable",
        "demanded, predicted, conditional or not compiled: see the reason",
    ),
}
UNCHECKED = VerdictWords("·", "not checked yet", "run tieline check")

POLARITY = {Polarity.NEGATED: "not", Polarity.ENDED: "ended"}
MODALITY = {
    Modality.HEDGED: "hedged",
    Modality.DEMANDED: "must",
    Modality.PREDICTED: "will",
    Modality.CONDITIONAL: "if",
    Modality.QUESTIONED: "?",
}
POLARITY_CHIP = {Polarity.NEGATED: "denied", Polarity.ENDED: "said to have ended"}
IMPLIED = {Kind.DEMAND: Modality.DEMANDED, Kind.PREDICTION: Modality.PREDICTED}
SIGNS = {1: "cooperative", 0: "neither cooperative nor conflictual", -1: "conflictual"}
KINDS = {
    Kind.TIE: ("tie", "ties"),
    Kind.QUANTITY: ("number", "numbers"),
    Kind.DEMAND: ("demand", "demands"),
    Kind.PREDICTION: ("prediction", "predictions"),
    Kind.ASSESSMENT: ("assessment", "assessments"),
}


def wording(relation: str | None) -> str:
    """A relation in words, from source to target."""
    if relation is None:
        return ""
    known = codebook().relations.get(relation)
    return relation.replace("_", " ") if known is None else known.wording


def symmetric(relation: str | None) -> bool:
    """Whether the codebook gives the relation no direction."""
    known = codebook().relations.get(relation or "")
    return known is not None and known.symmetric


def marker(claim: Claim) -> str:
    """Polarity and mood in as few words as a note in the text can bear."""
    words = [POLARITY.get(claim.polarity, "")]
    words += [MODALITY.get(mood, "") for mood in claim.modality]
    return " ".join(word for word in words if word)


def chips(claim: Claim) -> tuple[str, ...]:
    """Kind, polarity, mood and scope as labels; a plain affirmed tie has only its polarity."""
    found = [] if claim.kind is Kind.TIE else [KINDS[claim.kind][0]]
    implied = IMPLIED.get(claim.kind)
    found.append(POLARITY_CHIP.get(claim.polarity, "affirmed"))
    found += [str(mood) for mood in claim.modality if mood not in (Modality.ASSERTED, implied)]
    if claim.scope:
        found.append("scope: " + ", ".join(claim.scope))
    return tuple(found)


def statement(claim: Claim) -> str:
    """The claim in one line, actors by their canonical names."""
    target = f" {claim.target.name}" if claim.target else ""
    relation = wording(claim.relation) or claim.predicate or "is judged"
    note = ", ".join(chip for chip in chips(claim) if chip != "affirmed")
    return one_line(f"{claim.source.name} {relation}{target}" + (f" ({note})" if note else ""))


def holder(claim: Claim) -> str:
    """Who says it; for the author, the best name the document gives."""
    return claim.holder.name or author(claim.document)


def author(document: DocumentRef) -> str:
    """The author, or else what stands in for one."""
    return document.author or document.publisher or title(document)


def title(document: DocumentRef) -> str:
    """What a document is called: its title, or the name of its file without the folders.

    Whoever gets the report need not learn how its maker's disk is arranged.
    """
    return document.title or PurePath(document.path).name or "an untitled document"


def day(value: date | None) -> str:
    """A date as an editor writes it: 28 November 2018."""
    return "" if value is None else f"{value.day} {value:%B %Y}"


def period(earliest: date | None, latest: date | None) -> str:
    """Two dates, either of which may be open."""
    if earliest and latest:
        return day(earliest) if earliest == latest else f"{day(earliest)} to {day(latest)}"
    if earliest:
        return f"from {day(earliest)}"
    return f"until {day(latest)}" if latest else ""


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 claim, 5,000 claims."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
