"""`tieline codebook`: the vocabulary of claims."""

from tieline.cli import options
from tieline.cli.bench import bench
from tieline.cli.options import Format
from tieline.cli.output import lines, listed, write
from tieline.cli.tables import table

SIGNS = {1: "+", 0: "0", -1: "-"}


def codebook(*, form: options.As = Format.TABLE) -> None:
    """Print every relation type with its family, sign, meaning and counterparts elsewhere."""
    rows = bench().codebook()
    if form is Format.TABLE:
        columns = (
            "relation",
            "family",
            "sign",
            "meaning",
            "ESD",
            "PLOVER",
            "STIX",
            "FtM",
            "PROV-O",
        )
        write(table(columns, (_cells(row) for row in rows)))
        return
    for piece in lines(rows) if form is Format.JSONL else listed(rows):
        write(piece)


def _cells(row: dict[str, object]) -> tuple[object, ...]:
    esd = row["esd"]
    letters = ", ".join(str(letter) for letter in esd) if isinstance(esd, tuple) else esd
    return (
        f"{row['name']}{' (symmetric)' if row['symmetric'] else ''}",
        row["family"],
        SIGNS[row["sign"]] if isinstance(row["sign"], int) else row["sign"],
        row["meaning"],
        letters,
        row["plover"],
        row["stix"],
        row["ftm"],
        row["prov"],
    )
