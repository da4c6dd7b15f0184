"""Measures the figures of reference/figures.md and writes them between its marks.

    .venv/bin/python docs/measure.py [sets] [speed]

`sets` takes some minutes, `speed` some minutes on a machine that does nothing else.
Prints floors just under the figures, for a hand to carry over to eval/floors.toml.
"""

import json
import math
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "figures.md"
TIELINE = (sys.executable, "-m", "tieline.cli.main")
SHARED = ("../shared/eval/claims-dev", "--texts", "../shared/data/texts")
REAL = ("eval/real", "--texts", "../shared/data/texts")
TEST = {
    "registers, test": ("eval/registers", "--split", "test"),
    "op-eds, test": ("eval/opeds", "--split", "test"),
    "short, test": ("eval/short", "--split", "test"),
    "real, test": (*REAL, "--split", "test"),
}
DEVELOPMENT = {
    "registers, dev": ("eval/registers", "--split", "dev"),
    "op-eds, dev": ("eval/opeds", "--split", "dev"),
    "short, dev": ("eval/short", "--split", "dev"),
    "real, dev": (*REAL, "--split", "dev"),
    "claims-dev": SHARED,
}
FLOORS = (
    *("pair_recall", "pair_precision", "agreed_recall", "agreed_precision", "typed_recall"),
    *("typed_precision", "type_accuracy", "direction", "modality", "holder"),
)


def run(*arguments: str) -> str:
    """What a command prints."""
    done = subprocess.run((*TIELINE, *arguments), cwd=ROOT, capture_output=True, check=True)
    return done.stdout.decode()


def replaced(page: str, mark: str, text: str) -> str:
    """The page with something else between two marks."""
    begin, end = f"<!-- {mark} -->", f"<!-- end of {mark} -->"
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    return pattern.sub(lambda _: f"{begin}\n{text}\n{end}", page)


def measured(names: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    """Every set's figures."""
    return {n: json.loads(run("eval", *given, "--format", "json")) for n, given in names.items()}


def sets(done: dict[str, Any]) -> str:
    """All tables."""
    return "\n\n".join((_sizes(done), _figures(done), _beside(done), _genres(done)))


def development(done: dict[str, Any]) -> str:
    """Sizes and figures alone."""
    return "\n\n".join((_sizes(done), _figures(done)))


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}".removeprefix("0")


def _cell(figure: dict[str, Any]) -> str:
    if figure["value"] is None:
        return "–"
    low, high = figure["interval"] or (None, None)
    of = f"{figure['part']}/{figure['whole']}"
    return f"**{_share(figure['value'])}** ({_share(low)}–{_share(high)}), {of}"


def _sizes(done: dict[str, Any]) -> str:
    keys = ["documents", "labels", "optional", "read", "pairs"]
    rows = [[n, *(str(d[key]) for key in keys), f"`{d['digest'][:16]}…`"] for n, d in done.items()]
    return _table(["set", *keys, "sha256"], rows)


def _figures(done: dict[str, Any]) -> str:
    columns = [evaluation["figures"] for evaluation in done.values()]
    rows = [
        [f"`{row[0]['name']}`", row[0]["meaning"], *(_cell(each) for each in row)]
        for row in zip(*columns, strict=True)
    ]
    sure = [evaluation["sureness"] for evaluation in done.values()]
    errors = [
        f"**{_share(s['error'])}** ({_share(s['interval'][0])}–{_share(s['interval'][1])})"
        for s in sure
    ]
    rows.append(["calibration error", "confidence against the share that agrees", *errors])
    wrong = [
        ", ".join(f"{name} {count}" for name, count in evaluation["wrong"].items())
        for evaluation in done.values()
    ]
    rows.append(["wrong", "pairs by what is wrong with them", *wrong])
    return _table(["figure", "a share of", *done], rows)


def _beside(done: dict[str, Any]) -> str:
    columns = [evaluation["figures"][:6] for evaluation in done.values()]
    rows = [
        [f"`{row[0]['name']}`", *(_share(each["baseline"]) for each in row)]
        for row in zip(*columns, strict=True)
    ]
    return _table(["co-occurrence alone", *done], rows)


def _genres(done: dict[str, Any]) -> str:
    names = list(next(iter(done.values()))["genres"][0]["figures"])
    rows = [
        [
            *(f"{genre['name']} ({name})", str(genre["passages"]), str(genre["labels"])),
            *(_share(value) for value in genre["figures"].values()),
        ]
        for name, evaluation in done.items()
        for genre in evaluation["genres"]
    ]
    return _table(["genre", "passages", "labels", *(f"`{n}`" for n in names)], rows)


def floors(done: dict[str, Any]) -> str:
    """A hundredth under the figures, rounded down, by set."""
    lines: list[str] = []
    for name, evaluation in done.items():
        lines += [f"# {name}", f'sha256 = "{evaluation["digest"]}"']
        for figure in evaluation["figures"]:
            if figure["name"] in FLOORS:
                least = math.floor(100 * figure["value"] - 1) / 100
                lines.append(f"{figure['name']} = {least:.2f}")
    return "\n".join(lines)


def main(asked: list[str]) -> None:
    """Measure what is asked for, by default the sets."""
    page = PAGE.read_text(encoding="utf-8")
    if "sets" in asked or not asked:
        test, seen = measured(TEST), measured(DEVELOPMENT)
        page = replaced(page, "sets", sets(test))
        page = replaced(page, "development", development(seen))
        print(floors(test | seen))
    if "speed" in asked:
        page = replaced(page, "speed", f"```\n{run('bench', SHARED[2]).rstrip()}\n```")
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
