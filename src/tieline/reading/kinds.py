"""Which reader a file is for: by its suffix, else by how its content begins."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tieline.plugins import READERS, Reader, load, names

HEAD = 1_024


@cache
def readers() -> Mapping[str, Reader]:
    """One reader a name, built-in and plugged in."""
    return {name: load(READERS, name)() for name in names(READERS)}


@cache
def suffixes() -> Mapping[str, Reader]:
    """The reader of each suffix, lower case with its dot."""
    return {suffix: reader for reader in readers().values() for suffix in reader.suffixes}


def reader_for(path: Path) -> Reader | None:
    """The reader a file's suffix calls for, if any."""
    return suffixes().get(path.suffix.lower())


def reader_by_content(head: bytes) -> Reader:
    """The reader for a file whose suffix says nothing; text unless it shows otherwise."""
    start = head[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf-"):
        return readers()["pdf"]
    if start.startswith((b"<!doctype html", b"<html")):
        return readers()["html"]
    return readers()["text"]


def known() -> str:
    """All suffixes, for a message."""
    return " ".join(sorted(suffixes()))
