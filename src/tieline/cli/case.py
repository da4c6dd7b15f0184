"""`tieline init` and `tieline add`: make a case and fill it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Exit

from tieline.cli import options
from tieline.cli.bench import bench
from tieline.cli.counting import counted
from tieline.cli.interrupt import stop_request
from tieline.cli.outcome import INTERRUPTED, Outcome, say, tell_skipped
from tieline.cli.output import plain, write
from tieline.cli.progress import Steps

if TYPE_CHECKING:
    from tieline.workbench import Workbench


def init(
    folder: Annotated[
        Path | None,
        Argument(metavar="[DIR]", help="The folder.", show_default="as --case", readable=False),
    ] = None,
    *,
    case: options.Case = options.HERE,
) -> None:
    """Make a case: a folder that keeps documents, claims and data."""
    workbench = bench(folder or case)
    made = workbench.init()
    where = plain(workbench.case.resolve())
    write(f"made a case in {where}\n" if made else f"{where} is a case already\n")


def add(  # noqa: PLR0913 - one parameter an option
    paths: options.Paths,
    *,
    case: options.Case = options.HERE,
    title: options.Title = None,
    author: options.Author = None,
    publisher: options.Publisher = None,
    published: options.Published = None,
    encoding: options.Encoding = None,
    fields: options.Fields = None,
) -> None:
    """Read documents into the case. What it knows already is not read again."""
    given = options.metadata(title, author, publisher, published)
    given |= options.reading(encoding, fields)
    outcome = Outcome()
    stopped = fill(bench(case), paths, given, outcome)
    if stopped:
        say("stopped; give the same command again to go on where it stopped")
        raise Exit(INTERRUPTED)
    outcome.finish()


def fill(
    workbench: "Workbench", paths: list[Path], given: dict[str, str], outcome: Outcome
) -> bool:
    """Add documents and print what was added; True if the user stopped it."""
    found = workbench.find(paths)
    tell_skipped(found.skipped)
    known = claims = 0
    adding = workbench.add(found, given, outcome.failed)
    with stop_request() as request, Steps("adding", len(found.sources)) as steps:
        for added in adding:
            outcome.done += 1
            known += added.known
            claims += added.claims or 0
            steps.step()
            if request.made:
                adding.close()
                break
    told = f"{counted(outcome.done - known, 'document')} with {counted(claims, 'claim')}"
    write(f"added {told}; {known} known already\n")
    return request.made
