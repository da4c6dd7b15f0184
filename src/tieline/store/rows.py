"""From values to rows and back."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import RowMapping

from tieline.model.claim import Claim
from tieline.model.document import Document
from tieline.model.finding import Finding
from tieline.model.keeping import Whereabouts
from tieline.model.mention import Mention
from tieline.model.plain import from_plain, to_plain
from tieline.model.wire import claim_from_wire, claim_to_wire, finding_from_wire, finding_to_wire
from tieline.store.query import fold


def canonical(value: Any) -> str:
    """JSON that is the same for the same value, whatever made it."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def document_row(document: Document) -> dict[str, Any]:
    """A document without its places."""
    return {
        "id": document.id,
        "reader": document.reader,
        "title": document.title,
        "text": document.text,
    }


def place_of(row: RowMapping) -> Whereabouts:
    """A path and the metadata there."""
    return Whereabouts(row["path"], row["title"], row["author"], row["publisher"], row["published"])


def document_of(row: RowMapping, place: Whereabouts) -> Document:
    """A document under one of its places."""
    return Document(
        text=row["text"],
        reader=row["reader"],
        path=place.path,
        title=place.title,
        author=place.author,
        publisher=place.publisher,
        published=place.published,
    )


def mention_row(mention: Mention, document: int) -> dict[str, Any]:
    """A mention of the document of that row number."""
    return {
        "document": document,
        "begin": mention.begin,
        "end": mention.end,
        "actor_id": mention.actor_id,
        "name": mention.name,
        "body": canonical(to_plain(mention)),
    }


def mention_of(body: str) -> Mention:
    """The mention a body holds."""
    return from_plain(Mention, json.loads(body))


def claim_row(claim: Claim, document: int) -> dict[str, Any]:
    """A claim, and the columns that find it."""
    earliest, latest = _dates(claim)
    return {
        "id": claim.id,
        "document": document,
        "kind": claim.kind.value,
        "relation": claim.relation,
        "polarity": claim.polarity.value,
        "modality": f" {' '.join(sorted(claim.modality))} ",
        "begin": claim.begin,
        "end": claim.end,
        "earliest": earliest,
        "latest": latest,
        "confidence": claim.confidence,
        "quote": claim.quote,
        "body": canonical(claim_to_wire(claim)),
    }


def _dates(claim: Claim) -> tuple[Any, Any]:
    """When the claim speaks of; else, or for an open end, the day it was said."""
    said, time = claim.document.published, claim.time
    if time is None or (time.earliest is None and time.latest is None):
        return said, said
    return time.earliest, time.latest or said


def claim_of(body: str) -> Claim:
    """The claim a body holds."""
    return claim_from_wire(json.loads(body))


def party_rows(claim: Claim, number: int) -> Iterator[dict[str, Any]]:
    """Everyone who takes part in the claim of that row number; the author is no one."""
    parties = {"source": claim.source, "target": claim.target, "third": claim.third}
    for role, party in parties.items():
        if party is not None:
            yield _party(number, role, party.actor_id, party.name, party.text)
    holder = claim.holder
    if holder.begin is not None:
        yield _party(number, "holder", holder.actor_id, holder.name, holder.text)


def _party(
    number: int, role: str, actor_id: str | None, name: str | None, words: str | None
) -> dict[str, Any]:
    return {
        "claim": number,
        "role": role,
        "actor_id": actor_id,
        "name": fold(name),
        "words": fold(words),
    }


def finding_row(finding: Finding) -> dict[str, Any]:
    """A finding under its claim's id."""
    return {
        "claim": finding.claim_id,
        "verdict": finding.verdict.value,
        "body": canonical(finding_to_wire(finding)),
    }


def finding_of(body: str) -> Finding:
    """The finding a body holds."""
    return finding_from_wire(json.loads(body))
