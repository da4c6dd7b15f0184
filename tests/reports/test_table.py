from dataclasses import replace
from io import StringIO
from types import ModuleType

from rich.console import Console
from rich.table import Table

from tieline.reports.table import claims_table, findings_table


def _printed(table: Table, width: int = 140) -> str:
    console = Console(file=StringIO(), width=width, force_terminal=False)
    console.print(table)
    return console.file.getvalue()  # type: ignore[attr-defined]  # a StringIO, as just given


def test_a_claim_is_shown_with_who_says_it_and_how(made_up: ModuleType) -> None:
    """A row names holder, actors, polarity, scope and words; with findings also the verdict."""
    claims = made_up.claims()
    found = {finding.claim_id: finding for finding in made_up.findings(claims)}
    printed = " ".join(_printed(claims_table(claims, found)).split())
    for words in ("A. Writer: Hill Front fights", "denied, scope: never, meaningful"):
        assert words in printed
    assert "▼ contradicted" in printed
    assert "not checked" in printed


def test_a_finding_is_shown_with_its_rows(made_up: ModuleType) -> None:
    """A row names reason, dataset, definition, figures with use and source line, and flips."""
    claims = made_up.claims()
    table = findings_table(made_up.findings(claims), {claim.id: claim for claim in claims})
    printed = _printed(table, 220)
    for words in ("292 (210-420)", "counter-example, line 114", "deaths-1000", "28 November 2016"):
        assert words in printed


def test_documents_cannot_steer_the_terminal(made_up: ModuleType) -> None:
    """Escape codes, direction marks and markup in a document are shown as text or replaced."""
    hostile = "[red]x[/red]\x1b[31m\x1b]8;;http://a.example\x07\u202e"
    claim = made_up.claims()[0]
    claim = replace(claim, quote=hostile, source=replace(claim.source, name=hostile))
    printed = _printed(claims_table([claim]))
    assert not {"\x1b", "\x07", "\u202e"} & set(printed)
    assert "[red]x[/red]" in printed.replace("\n", "")
