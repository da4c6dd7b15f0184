"""What the tests of a report drew on."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tieline.model.finding import Test
from tieline.reports.entries import Entry


@dataclass(frozen=True, slots=True)
class Definition:
    """One operational definition and how often it was applied."""

    name: str
    wording: str
    default: bool
    tests: int


@dataclass(frozen=True, slots=True)
class Source:
    """One dataset: release, licence, what a missing row means, definitions, files as given.

    `files` are names with the SHA-256 of their bytes, for whoever wants the same rows.
    """

    dataset: str
    version: str
    licence: str
    missing_row: str
    definitions: tuple[Definition, ...]
    files: tuple[tuple[str, str], ...]


def sources(entries: Sequence[Entry], missing_rows: Mapping[str, str]) -> tuple[Source, ...]:
    """Every dataset that a test used, in alphabetical order."""
    tests = [test for entry in entries if entry.finding for test in entry.finding.tests]
    keys = sorted({(test.dataset, test.version, test.licence) for test in tests})
    counted = Counter(
        (test.dataset, test.version, Definition(test.definition, test.wording, test.default, 0))
        for test in tests
    )
    return tuple(
        Source(
            *key,
            missing_rows.get(key[0], ""),
            _definitions(counted, key[:2]),
            _files(tests, key[:2]),
        )
        for key in keys
    )


def _definitions(
    counted: Counter[tuple[str, str, Definition]], dataset: tuple[str, str]
) -> tuple[Definition, ...]:
    found = [
        Definition(definition.name, definition.wording, definition.default, tests)
        for (name, version, definition), tests in counted.items()
        if (name, version) == dataset
    ]
    return tuple(sorted(found, key=lambda item: (not item.default, item.name)))


def _files(tests: Sequence[Test], dataset: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    used = {(test.file, test.sha256) for test in tests if (test.dataset, test.version) == dataset}
    return tuple(sorted(file for file in used if any(file)))
