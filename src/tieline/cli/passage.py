"""One claim in full, for reading on a terminal."""

from textwrap import fill
from typing import TYPE_CHECKING, Any

from tieline.cli.output import plain

if TYPE_CHECKING:
    from tieline.workbench import Shown

CONTEXT = 240  # characters before and after the passage
PAGE = 96
LABEL = 18


def describe(shown: "Shown", wire: dict[str, Any], finding: dict[str, Any] | None) -> str:
    """The passage in its context, every field, and the finding with its tests."""
    parts = [_passage(shown), "\n".join(_fields(wire)), "\n".join(_places(shown))]
    parts.append("\n".join(_finding(finding)) if finding else "finding     not tested yet")
    return "\n\n".join(parts) + "\n"


def _passage(shown: "Shown") -> str:
    text, begin, end = shown.kept.document.text, shown.claim.begin, shown.claim.end
    before = plain(_after_space(text[max(0, begin - CONTEXT) : begin], cut=begin > CONTEXT))
    after = plain(_before_space(text[end : end + CONTEXT], cut=end + CONTEXT < len(text)))
    passage = f"{before} >>> {plain(text[begin:end])} <<< {after}"
    return fill(passage.strip(), PAGE, initial_indent="  ", subsequent_indent="  ")


def _after_space(text: str, *, cut: bool) -> str:
    return "… " + text.partition(" ")[2] if cut else text


def _before_space(text: str, *, cut: bool) -> str:
    return text.rpartition(" ")[0] + " …" if cut else text


def _fields(wire: dict[str, Any]) -> list[str]:
    return [_line(key, _value(value)) for key, value in wire.items() if key != "quote"]


def _line(label: str, value: object) -> str:
    indent = " " * LABEL
    return fill(f"{label:<{LABEL}}{plain(value)}", PAGE, subsequent_indent=indent)


def _value(value: Any) -> object:
    if value is None or value == []:
        return "-"
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    if isinstance(value, dict):
        return (
            "; ".join(
                f"{key} {_value(item)}" for key, item in value.items() if item not in (None, [])
            )
            or "the author"
        )
    return value


def _places(shown: "Shown") -> list[str]:
    return [_line("found at", place.path) for place in shown.kept.places]


def _finding(finding: dict[str, Any]) -> list[str]:
    lines = [_line("finding", f"{finding['verdict']}: {finding['reason']}")]
    dates = [f"{key} {finding[key]}" for key in ("said_on", "as_of", "known_by") if finding[key]]
    lines.append(_line("dates", ", ".join(dates) or "-"))
    for test in finding["tests"]:
        lines += _test(test)
    for flip in finding["flips"]:
        lines.append(_line("would be", f"{flip['verdict']} under: {flip['wording']}"))
    return lines


def _test(test: dict[str, Any]) -> list[str]:
    lines = [
        _line("test", f"{test['dataset']} {test['version']} ({test['licence']})"),
        _line("  asks", test["wording"] + (" (default)" if test["default"] else "")),
        _line("  says", f"{test['verdict']}: {test['reason']}"),
        _line("  figure", test["statistic"]),
    ]
    rows = test["rows"] if test["default"] else ()
    return lines + [_line("  row", _row(row)) for row in rows]


def _row(row: dict[str, Any]) -> str:
    figures = f", {row['best']} deaths ({row['low']}-{row['high']})" if row["best"] else ""
    return f"{row['year']} {row['label']}{figures}, {row['use']}, row {row['row']}"
