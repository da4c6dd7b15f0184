"""`./tieline demo`: two opposing briefs, read, tested and reported in a case of their own."""

import sys
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tieline.cli.bench import bench
from tieline.cli.counting import counted
from tieline.cli.outcome import Outcome, say
from tieline.cli.output import plain, write
from tieline.cli.running import run
from tieline.cli.tables import shortened, table
from tieline.errors import InstallError

if TYPE_CHECKING:
    from tieline.workbench import Workbench

BRIEFS = Path(str(files("tieline.cli") / "demo_data"))
QUOTE = 90
UNDECIDED = ("not_testable", "outside_coverage")  # printed first: the rest is what one looks for
WHOLE = ("relation", "polarity", "verdict")
COLUMNS = ("claim", "says", "relation", "polarity", "verdict", "dataset", "definition")

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def demo(
    case: Annotated[
        Path, typer.Option("--case", metavar="DIR", help="Made anew each time.")
    ] = Path("demo-case"),
    briefs: Annotated[
        Path,
        typer.Option("--briefs", metavar="DIR", help="What to read.", show_default="as shipped"),
    ] = BRIEFS,
) -> None:
    """Read two briefs, test what they claim on cited figures, and write a report."""
    if not briefs.is_dir():
        raise InstallError("the demo's briefs are missing: reinstall Tieline")
    workbench = bench(case)
    workbench.renew()
    _read(workbench, briefs)
    imported = workbench.import_data("cited")
    say(f"imported {imported.observations} cited figures")
    found = [(workbench.wire(claim), workbench.wire(each)) for claim, each in workbench.check()]
    found.sort(key=lambda pair: pair[1]["verdict"] not in UNDECIDED)
    rows = (cells for claim, finding in found for cells in _cells(claim, finding))
    write(table(COLUMNS, rows, whole=WHOLE))
    counted = Counter(_word(finding) for _, finding in found)
    told = ", ".join(f"{count} {word}" for word, count in reversed(counted.most_common()))
    write(f"\n{len(found)} claims: {told}\n{plain(_near(workbench.report()))}\n")


def _read(workbench: "Workbench", briefs: Path) -> None:
    outcome = Outcome()
    for added in workbench.add(workbench.find([_near(briefs)]), failed=outcome.failed):
        outcome.done += 1
        say(f"read {Path(added.path).name}: {counted(added.claims or 0, 'claim')}")
    outcome.finish()


def _cells(claim: dict[str, Any], finding: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    """One row for each dataset that was asked; the default definition speaks for it."""
    asked = [test for test in finding["tests"] if test["default"]]
    first = (
        shortened(claim["quote"], QUOTE),
        claim["holder"]["name"] or claim["document"]["author"] or "author",
        claim["relation"] or claim["predicate"],
        claim["polarity"],
    )
    if not asked:
        yield (*first, _word(finding), "-", finding["reason"])
    for number, test in enumerate(asked):
        named = f"{test['dataset']} {test['version']}"
        yield (*(("",) * len(first) if number else first), _word(test), named, test["wording"])


def _word(judged: dict[str, Any]) -> str:
    return str(judged["verdict"]).replace("_", " ")


def _near(path: Path) -> Path:
    """The path as seen from the current folder, where it lies within."""
    whole, here = path.resolve(), Path.cwd()
    return whole.relative_to(here) if whole.is_relative_to(here) else whole


if __name__ == "__main__":
    sys.exit(run(app, sys.argv[1:]))
