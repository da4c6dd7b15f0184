"""Claims and findings as tables for a terminal. Nothing in a document can steer it."""

from collections.abc import Iterable, Mapping

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from tieline.model.claim import Claim
from tieline.model.finding import Finding, Row
from tieline.reports.phrases import VERDICTS, chips, day, holder, symmetric, wording
from tieline.reports.visible import one_line, shortened

QUOTE = 200  # characters of a quote that are shown
ID = 12  # digits of a claim's id that are shown
SIGN = {1: "+", 0: "0", -1: "\N{MINUS SIGN}"}
STYLE = {1: "blue", 0: "dim", -1: "red"}


def claims_table(claims: Iterable[Claim], findings: Mapping[str, Finding] | None = None) -> Table:
    """One row a claim; with `findings` (by claim id), a column for the verdict."""
    table = _table("Who says what", "In which words")
    if findings is not None:
        table.add_column("Record", no_wrap=True)
    for claim in claims:
        identity = claim.id
        cells = [_id(identity), _who_says_what(claim), Text(shortened(claim.quote, QUOTE))]
        if findings is not None:
            cells.append(_verdict(findings.get(identity)))
        table.add_row(*cells)
    return table


def _table(*headings: str) -> Table:
    """A table that fits any width: ids keep theirs, everything else shares the rest."""
    table = Table(box=SIMPLE_HEAD, show_lines=True, expand=True, padding=(0, 1))
    table.add_column("Claim", no_wrap=True)
    for heading in headings:
        table.add_column(heading, overflow="fold", ratio=1)
    return table


def _id(identity: str) -> Text:
    return Text(one_line(identity)[:ID], "dim")


def _who_says_what(claim: Claim) -> Text:
    who = (one_line(holder(claim)) + ": ", "dim")
    how = one_line(", ".join(chips(claim)))
    return Text.assemble(who, _statement(claim), (f"\n{how}", "dim"))


def _statement(claim: Claim) -> Text:
    relation = wording(claim.relation) or one_line(claim.predicate or "is judged")
    arrow = "" if claim.target is None else " ⇄" if symmetric(claim.relation) else " →"
    target = "" if claim.target is None else " " + one_line(claim.target.name)
    middle = (f" {relation}{arrow}", STYLE.get(claim.sign, ""))
    sign = f" ({SIGN.get(claim.sign, '0')})"
    return Text.assemble((one_line(claim.source.name), "bold"), middle, (target, "bold"), sign)


def _verdict(finding: Finding | None) -> Text:
    if finding is None:
        return Text("not checked", "dim")
    words = VERDICTS[finding.verdict]
    return Text(f"{words.shape} {words.label}", "bold")


def findings_table(findings: Iterable[Finding], claims: Mapping[str, Claim]) -> Table:
    """One row a finding: the claim's words (claims by id), verdict, why, and on which rows."""
    table = _table("Words", "Record", "Tests")
    for finding in findings:
        claim = claims.get(finding.claim_id)
        table.add_row(
            _id(finding.claim_id),
            Text(shortened(claim.quote, QUOTE) if claim else "(not in this case)"),
            Text.assemble(_verdict(finding), "\n", one_line(_why(finding))),
            _tests(finding),
        )
    return table


def _why(finding: Finding) -> str:
    said = f" (said on {day(finding.said_on)})" if finding.said_on else ""
    flips = "".join(
        f"; under {flip.definition} it would be {VERDICTS[flip.verdict].label}"
        for flip in finding.flips
    )
    return f"{finding.reason}{said}{flips}"


def _tests(finding: Finding) -> Text:
    """Each test's dataset and definition, and its rows with deaths in one line each."""
    lines = []
    for test in finding.tests:
        label = VERDICTS[test.verdict].label
        lines.append(one_line(f"{test.dataset} {test.version}, {test.definition}: {label}"))
        if test.default:
            lines += ["  " + one_line(_row(row)) for row in test.rows]
    return Text("\n".join(lines))


def _row(row: Row) -> str:
    deaths = "" if row.best is None else f" {row.best} ({row.low}-{row.high})"
    return f"{row.year}:{deaths} {row.use}, line {row.row}"
