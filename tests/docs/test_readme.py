"""The README's session and pictures are what the program makes."""

import importlib
import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
PICTURES = ROOT / "docs" / "pictures"
SESSION = re.compile(r"<!-- session:.*?-->(.*)<!-- end of the session -->", re.DOTALL)
OPENING = re.compile(r"\A# Tieline\n\n```sh\n(.*?)```", re.DOTALL)
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
# What the launcher does once everything is installed.
LAUNCHER = """#!/bin/sh
case $1 in
    demo) shift; exec "{python}" -m tieline.cli.demo --case demo-case "$@" ;;
    *) exec "{python}" -m tieline.cli.main "$@" ;;
esac
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder a session is typed in."""
    folder = tmp_path_factory.mktemp("readme").resolve()
    launcher = folder / "tieline"
    launcher.write_text(LAUNCHER.format(python=sys.executable), encoding="utf-8")
    launcher.chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def printed(home: Path) -> str:
    """The README with every block of its session as the commands print it now."""
    text = README.read_text(encoding="utf-8")
    found = SESSION.search(text)
    assert found is not None
    session = BLOCK.sub(lambda block: f"```console\n{_run(block[1], home)}```", found[1])
    return text[: found.start(1)] + session + text[found.end(1) :]


@pytest.fixture(scope="module")
def make() -> ModuleType:
    """The script that takes the pictures."""
    spec = importlib.util.spec_from_file_location("make_pictures", PICTURES / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _run(block: str, home: Path) -> str:
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{_output(command, home)}" for command in commands)


def _output(command: str, home: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("TIELINE_")}
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=home,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout.replace(str(home), "/home/you")


def test_the_session_is_what_the_commands_print(printed: str, pytestconfig: pytest.Config) -> None:
    """Every command of the README's session prints what stands below it."""
    if pytestconfig.getoption("--update-golden"):
        README.write_text(printed, encoding="utf-8")
    assert README.read_text(encoding="utf-8") == printed


def test_the_pictures_are_of_this_report(
    printed: str, home: Path, make: ModuleType, pytestconfig: pytest.Config
) -> None:
    """Each picture was taken of a report that shows what the demo's report shows now."""
    assert printed
    report = home / "demo-case" / "report.html"
    if pytestconfig.getoption("--update-golden"):
        make.main(report)
    page = report.read_text(encoding="utf-8")
    for name, section, *_ in make.PICTURES:
        made_of = make.stamp((PICTURES / name).read_bytes())
        assert made_of == make.digest(page, section), f"{name} is out of date: --update-golden"


def test_pictures_stand_in_the_readme(make: ModuleType) -> None:
    """Every picture that is made is shown, and every one shown is made."""
    shown = re.findall(r"!\[[^\]]+\]\(docs/pictures/([^)]+)\)", README.read_text(encoding="utf-8"))
    assert shown == [name for name, *_ in make.PICTURES]


def test_it_opens_with_the_two_commands() -> None:
    """Before anything else the README says what to type."""
    first = OPENING.search(README.read_text(encoding="utf-8"))
    assert first is not None
    assert re.findall(r"^\./tieline \w+", first[1], re.MULTILINE) == [
        "./tieline demo",
        "./tieline test",
    ]


def _pages() -> Iterator[Path]:
    yield from (README, ROOT / "CONTRIBUTING.md")
    yield from sorted((ROOT / "docs").rglob("*.md"))


def _commands() -> Iterator[tuple[str, str]]:
    for page in _pages():
        for block in re.findall(r"```(?:sh|console)\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
            for word in re.findall(r"(?:^|[ $])\./tieline ([a-z]+)", block, re.MULTILINE):
                yield page.name, word


def test_every_command_shown_exists() -> None:
    """No page shows a command that neither the launcher nor the program has."""
    launcher = set(
        re.findall(r"^    ([a-z]+)\)", (ROOT / "tieline").read_text("utf-8"), re.MULTILINE)
    )
    app = importlib.import_module("tieline.cli.main").app
    program: Any = typer.main.get_command(app)
    assert {word for _, word in _commands()} <= launcher | set(program.commands)


def test_links_between_pages_lead_somewhere() -> None:
    """Every relative link of the README and of CONTRIBUTING names a file that is there."""
    for page in (README, ROOT / "CONTRIBUTING.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (ROOT / target).is_file(), f"{page.name}: {target}"
