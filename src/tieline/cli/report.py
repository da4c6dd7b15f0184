"""`tieline report`: the case as one HTML file."""

from tieline.cli import options
from tieline.cli.bench import bench
from tieline.cli.output import plain, write


def report(*, case: options.Case = options.HERE, out: options.Out = None) -> None:
    """Write the report, by default as report.html in the case."""
    write(f"{plain(bench(case).report(out))}\n")
