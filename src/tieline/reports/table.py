"""Claims and findings as tables for a terminal. Nothing in a document can steer it."""

from collections.abc import Iterable, Mapping

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
    table = Table(show_lines=True, expand=True)
    for heading in ("Claim", "Who says", "Statement", "How", "Words"):
        table.add_column(heading, overflow="fold", ratio=3 if heading == "Words" else None)
    if findings is not None:
        table.add_column("Record", overflow="fold")
    for claim in claims:
        identity = claim.id
        cells = [*_cells(identity, claim)]
        if findings is not None:
            cells.append(_verdict(findings.get(identity)))
        table.add_row(*cells)
    return table


def _cells(identity: str, claim: Claim) -> tuple[Text, ...]:
    return (
        Text(identity[:ID], "dim"),
        Text(one_line(holder(claim))),
        _statement(claim),
        Text(one_line(", ".join(chips(claim)))),
        Text(shortened(claim.quote, QUOTE), "italic"),
    )


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
    table = Table(show_lines=True, expand=True)
    for heading in ("Claim", "Words", "Record", "Why", "Tests"):
        wide = heading in ("Words", "Why", "Tests")
        table.add_column(heading, overflow="fold", ratio=2 if wide else None)
    for finding in findings:
        claim = claims.get(finding.claim_id)
        table.add_row(
            Text(one_line(finding.claim_id)[:ID], "dim"),
            Text(shortened(claim.quote, QUOTE) if claim else "(not in this case)", "italic"),
            _verdict(finding),
            Text(one_line(_why(finding))),
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
