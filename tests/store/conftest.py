"""Cases to test on, and what is in them as text."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tieline.model.plain import to_plain
from tieline.model.wire import claim_to_wire, finding_to_wire
from tieline.store.sql import SqlStore

Dump = Callable[[Path], str]


def _dump(case: Path) -> str:
    store = SqlStore(case)
    rows = [
        {
            "text": kept.document.text,
            "places": [to_plain(place) for place in kept.places],
            "mentions": [to_plain(mention) for mention in store.mentions(kept.document.id)],
            "receipt": kept.claims,
        }
        for kept in store.documents()
    ]
    rows += [claim_to_wire(claim) for claim in store.claims()]
    rows += [finding_to_wire(finding) for _, finding in sorted(store.findings().items())]
    store.close()
    return "\n".join(json.dumps(row, sort_keys=True) for row in rows)


@pytest.fixture(scope="session")
def dump() -> Dump:
    """All that a case holds, as one text that is equal for equal cases."""
    return _dump
