"""From paths a user gave to the files to read, in a fixed order."""

import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tieline.errors import InputError, UnreadableError
from tieline.plugins import Reader
from tieline.reading.failures import Failure
from tieline.reading.files import named, open_plain
from tieline.reading.kinds import HEAD, known, reader_by_content, reader_for
from tieline.reading.metadata import FILE_NAME, Metadata, read_folder
from tieline.settings import Limits

_HIDDEN = (".", "~$")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, its reader, and what its folder's metadata.jsonl says of it."""

    path: Path
    reader: Reader
    metadata: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something in a folder that is no document; `reason` reads after its path."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """What the given paths hold: nothing met is left out of all three lists."""

    sources: list[Source] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def expand(paths: Iterable[Path | str], limits: Limits | None = None) -> Found:
    """Find what to read: files as named, folders with all below them, sorted by name.

    Never raises for what it meets: see `failures`. A path met twice is read once;
    one folder reached in two ways, as by a link, is read once too.
    """
    search = _Search(limits or Limits.from_environment())
    for path in paths:
        search.start(Path(path))
    return search.found


class _Search:
    def __init__(self, limits: Limits) -> None:
        self.found = Found()
        self._limits = limits
        self._metadata: dict[Path, Metadata] = {}
        self._described: set[Path] = set()
        self._met: set[Path] = set()
        self._meetings = 0

    def start(self, path: Path) -> None:
        """A path the user gave: whatever is wrong with it is a failure."""
        try:
            with named(path):
                if path.is_dir():
                    self._root(path)
                else:
                    self._file(path)
        except InputError as error:
            self.found.failures.append(Failure(path, error))

    def _file(self, path: Path) -> None:
        if path.name == FILE_NAME:
            raise UnreadableError("describes the files beside it and is no document: name those")
        with open_plain(path, self._limits) as file:
            reader = reader_for(path) or reader_by_content(file.read(HEAD))
        self._describe(path.parent)
        self._add(path, reader)

    def _root(self, root: Path) -> None:
        before = self._meetings, len(self.found.failures)
        stack, visited = [root], set[tuple[int, int]]()
        while stack:
            path = stack.pop()
            try:
                with named(path):
                    stack.extend(reversed(self._entry(path, visited)))
            except InputError as error:
                self.found.failures.append(Failure(path, error))
        if before == (self._meetings, len(self.found.failures)):
            raise UnreadableError(f"holds nothing to read: known suffixes are {known()}")

    def _entry(self, path: Path, visited: set[tuple[int, int]]) -> list[Path]:
        """Take note of a file; of a folder, return what is in it, in order."""
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            place = status.st_dev, status.st_ino
            if place in visited:
                return self._skip(path, "is a folder read already, reached by a link")
            visited.add(place)
            return self._children(path)
        if not stat.S_ISREG(status.st_mode):
            return self._skip(path, "is not a plain file")
        reader = reader_for(path)
        if reader is None:
            return self._skip(path, "has a suffix no reader knows")
        self._add(path, reader)
        return []

    def _children(self, folder: Path) -> list[Path]:
        inside = sorted(folder.iterdir())
        self._describe(folder)
        for path in inside:
            if path.name.startswith(_HIDDEN):
                self._skip(path, "is hidden")
        return [p for p in inside if p.name != FILE_NAME and not p.name.startswith(_HIDDEN)]

    def _describe(self, folder: Path) -> None:
        """Learn what the folder's metadata.jsonl says, once; a deeper one has the last word."""
        if folder in self._described or not (folder / FILE_NAME).is_file():
            return
        self._described.add(folder)
        for item in read_folder(folder, self._limits):
            if isinstance(item, Failure):
                self.found.failures.append(item)
            else:
                self._metadata[item[0]] = item[1]

    def _add(self, path: Path, reader: Reader) -> None:
        self._meetings += 1
        if path not in self._met:
            self._met.add(path)
            known_of_it = self._metadata.get(path, Metadata())
            self.found.sources.append(Source(path, reader, known_of_it))

    def _skip(self, path: Path, reason: str) -> list[Path]:
        self.found.skipped.append(Skipped(path, reason))
        return []
