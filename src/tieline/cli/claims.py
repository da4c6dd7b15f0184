"""`tieline claims` and `tieline show`: what the documents of a case claim."""

from typing import Annotated

from typer import Argument, Option

from tieline.cli import options
from tieline.cli.bench import bench
from tieline.cli.days import first_day, last_day
from tieline.cli.options import Format
from tieline.cli.outcome import say
from tieline.cli.output import dumps, listed, write
from tieline.cli.passage import describe
from tieline.cli.tables import drawn

Name = Annotated[
    str | None, Option(help="Only claims with this actor as source, target or third party.")
]
HolderName = Annotated[
    str | None, Option(help="Only what this actor says; 'author' is the document's own voice.")
]
Word = Annotated[str | None, Option(help="Only claims with this word of the codebook.")]
Relation = Annotated[str | None, Option(help="Only this relation, see 'tieline codebook'.")]
On = Annotated[
    str | None,
    Option(
        "--date",
        metavar="DATE",
        help="Only claims about this day, month or year; undated ones go by their document.",
    ),
]
Since = Annotated[str | None, Option(metavar="DATE", help="Only claims about this date or later.")]
Until = Annotated[
    str | None, Option(metavar="DATE", help="Only claims about this date or earlier.")
]
Words = Annotated[
    str | None,
    Option("--text", metavar="WORDS", help='Only claims whose quote has all WORDS or a "phrase".'),
]
Within = Annotated[
    str | None,
    Option("--document", metavar="WORDS", help="Only claims of documents that have all WORDS."),
]
Limit = Annotated[int | None, Option(min=1, help="At most so many claims.")]


def claims(  # noqa: PLR0913 - one parameter an option
    *,
    case: options.Case = options.HERE,
    form: options.As = Format.TABLE,
    actor: Name = None,
    relation: Relation = None,
    holder: HolderName = None,
    polarity: Word = None,
    modality: Word = None,
    kind: Word = None,
    on: On = None,
    since: Since = None,
    until: Until = None,
    text: Words = None,
    document: Within = None,
    limit: Limit = None,
) -> None:
    """List the claims of the case that meet all filters."""
    workbench = bench(case)
    found = workbench.claims(
        actor=actor,
        relation=relation,
        holder=holder,
        polarity=polarity,
        modality=modality,
        kind=kind,
        since=first_day(since or on),
        until=last_day(until or on),
        text=text,
        document=document,
        limit=limit,
    )
    if form is Format.JSONL:
        for piece in workbench.export("jsonl", found):
            write(piece)
        return
    if form is Format.JSON:
        for piece in listed(workbench.wire(claim) for claim in found):
            write(piece)
        return
    text = drawn(workbench.claims_table(found, checked=True))
    if not text:
        say(f"no claims match in {workbench.case.resolve()}")
    write(text)


def show(
    claim: Annotated[str, Argument(metavar="CLAIM", help="Its id, or the beginning of it.")],
    *,
    case: options.Case = options.HERE,
    form: options.As = Format.TABLE,
) -> None:
    """Show one claim: its passage in context, all its fields, and what was found."""
    workbench = bench(case)
    shown = workbench.show(claim)
    wire = workbench.wire(shown.claim)
    finding = workbench.wire(shown.finding) if shown.finding else None
    if form is Format.TABLE:
        write(describe(shown, wire, finding))
    else:
        value = wire | {"finding": finding}
        write(dumps(value, indent=2 if form is Format.JSON else None) + "\n")
