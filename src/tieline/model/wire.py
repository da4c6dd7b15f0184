"""The claim on the wire: what `read`, `claims` and every API give, key for key.

`claim.schema.json` beside this file is its JSON Schema.
"""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from tieline.errors import InputError
from tieline.model.claim import Claim
from tieline.model.finding import Finding
from tieline.model.plain import from_plain, to_plain

KEYS = (
    *("id", "kind", "relation", "family", "sign", "polarity", "modality", "scope"),
    *("confidence", "engine", "quote", "begin", "end"),
    *("document", "source", "target", "third", "holder", "time", "place", "quantity"),
    *("predicate", "debtor", "addressee", "source_antecedent", "target_antecedent"),
)

_LATER = ("source_antecedent", "target_antecedent")  # cases of before they were known lack them


def claim_to_wire(claim: Claim) -> dict[str, Any]:
    """Every key of `KEYS`, in that order; null or an empty list where there is nothing."""
    plain = to_plain(claim) | {"id": claim.id}
    return {key: plain[key] for key in KEYS}


def claim_from_wire(data: Mapping[str, Any]) -> Claim:
    """The claim of an object; its id is computed anew, never trusted."""
    if unknown := set(data) - set(KEYS):
        raise InputError(f"not a claim on the wire: unknown key '{min(unknown)}'")
    return from_plain(Claim, dict.fromkeys(_LATER) | dict(data))


def claim_schema() -> dict[str, Any]:
    """The JSON Schema of the claim on the wire."""
    text = files("tieline.model").joinpath("claim.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def finding_to_wire(finding: Finding) -> dict[str, Any]:
    """A finding as an object, field for field."""
    plain: dict[str, Any] = to_plain(finding)
    return plain


def finding_from_wire(data: Mapping[str, Any]) -> Finding:
    """Undo `finding_to_wire`."""
    return from_plain(Finding, data)
