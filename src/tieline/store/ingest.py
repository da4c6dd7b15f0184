"""Puts one document with all that was read from it into a case."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select, update

from tieline.model.claim import Claim
from tieline.model.document import Document
from tieline.model.keeping import Whereabouts, whereabouts
from tieline.model.mention import Mention
from tieline.model.plain import to_plain
from tieline.store import rows
from tieline.store.tables import claims, documents, findings, mentions, parties, places, receipts


def number_of(connection: Connection, document_id: str) -> int | None:
    """The row number of a document, None if the case has not got it."""
    return connection.scalar(select(documents.c.number).where(documents.c.id == document_id))


def is_settled(connection: Connection, document: Document, engine: str) -> bool:
    """Whether there is nothing to read or to note: text, engine, path and metadata are known."""
    number = number_of(connection, document.id)
    if number is None or not _has_receipt(connection, number, engine):
        return False
    return whereabouts(document) in places_of(connection, number)


def note_place(connection: Connection, document: Document, engine: str) -> bool:
    """Note one more path of a text already read. False if the text must be read (again)."""
    number = number_of(connection, document.id)
    if number is None or not _has_receipt(connection, number, engine):
        return False
    if places_of(connection, number)[0].path == document.path:
        return False  # its metadata have changed, and with them perhaps its claims
    _put_place(connection, number, whereabouts(document))
    return True


def places_of(connection: Connection, number: int) -> list[Whereabouts]:
    """Where a document was met, first the path that it goes by."""
    found = connection.execute(
        select(places).where(places.c.document == number).order_by(places.c.number)
    )
    return [rows.place_of(row) for row in found.mappings()]


def put(
    connection: Connection,
    document: Document,
    found: tuple[Sequence[Mention], Sequence[Claim]],
    engine: str,
) -> None:
    """Keep a document and what was read of it, instead of what was read of it before."""
    number = number_of(connection, document.id)
    if number is None:
        (number,) = connection.execute(
            insert(documents).returning(documents.c.number), rows.document_row(document)
        ).one()
    _put_place(connection, number, whereabouts(document))
    _forget(connection, number)
    if found[0]:
        connection.execute(insert(mentions), [rows.mention_row(each, number) for each in found[0]])
    distinct = {claim.id: claim for claim in found[1]}
    for claim in distinct.values():
        _put_claim(connection, number, claim)
    receipt = {"document": number, "engine": engine, "claims": len(distinct)}
    connection.execute(insert(receipts), receipt)


def _has_receipt(connection: Connection, number: int, engine: str) -> bool:
    found = select(receipts.c.claims).where(
        receipts.c.document == number, receipts.c.engine == engine
    )
    return connection.scalar(found) is not None


def _put_place(connection: Connection, number: int, place: Whereabouts) -> None:
    values = {**to_plain(place), "published": place.published}
    this = (places.c.document == number, places.c.path == place.path)
    if not connection.execute(update(places).where(*this).values(values)).rowcount:
        connection.execute(insert(places), {**values, "document": number})


def _put_claim(connection: Connection, document: int, claim: Claim) -> None:
    (number,) = connection.execute(
        insert(claims).returning(claims.c.number), rows.claim_row(claim, document)
    ).one()
    connection.execute(insert(parties), list(rows.party_rows(claim, number)))


def _forget(connection: Connection, number: int) -> None:
    """Drop all that was read of a document, and what tests made of it."""
    mine = claims.c.document == number
    for statement in (
        delete(findings).where(findings.c.claim.in_(select(claims.c.id).where(mine))),
        delete(parties).where(parties.c.claim.in_(select(claims.c.number).where(mine))),
        delete(claims).where(mine),
        delete(mentions).where(mentions.c.document == number),
        delete(receipts).where(receipts.c.document == number),
    ):
        connection.execute(statement)
