"""Claims made up for network tests."""

from collections.abc import Callable
from typing import Any

import pytest

from tieline.codebook.loader import codebook
from tieline.model.claim import (
    Claim,
    DocumentRef,
    Holder,
    Kind,
    Modality,
    Party,
    Polarity,
)

MakeClaim = Callable[..., Claim]


def _make(source: str, relation: str, target: str | None, at: int = 0, **changes: Any) -> Claim:
    known = codebook().relations[relation]
    values: dict[str, Any] = {
        "document": DocumentRef("d" * 32, "a.txt"),
        "kind": Kind.TIE,
        "relation": relation,
        "family": known.family,
        "sign": known.sign,
        "polarity": Polarity.AFFIRMED,
        "modality": (Modality.ASSERTED,),
        "source": Party(None, source, "armed_group", source, at, at + len(source)),
        "target": target and Party(None, target, "armed_group", target, at + 50, at + 60),
        "quote": "made up",
        "begin": at,
        "end": at + 7,
        "holder": Holder(),
        "engine": "made-up/1",
        "confidence": 0.5,
    }
    return Claim(**(values | changes))


@pytest.fixture(scope="session")
def make_claim() -> MakeClaim:
    """Makes a claim of a source, a relation and a target."""
    return _make
