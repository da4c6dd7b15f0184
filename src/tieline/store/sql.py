"""The store that is built in: SQLite through SQLAlchemy Core."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, delete, insert, select

from tieline.errors import CaseError, InputError
from tieline.model.claim import Claim
from tieline.model.document import Document
from tieline.model.finding import Finding
from tieline.model.keeping import KeptDocument
from tieline.model.mention import Mention
from tieline.model.query import ClaimQuery
from tieline.store import ingest, rows
from tieline.store.database import connect, explained
from tieline.store.folder import CaseFolder
from tieline.store.lock import WAIT, writer
from tieline.store.query import select_claims
from tieline.store.tables import claims, documents, findings, mentions, receipts

_AT_A_TIME = 500


class SqlStore:
    """One case. Made cheaply; the folder is checked at the first question."""

    def __init__(self, folder: Path) -> None:
        self.path = folder
        self._folder = CaseFolder(folder)
        self._held = False

    def create(self) -> bool:
        """Make the case; False if it is there already."""
        made = self._folder.create()
        self._folder.check()
        return made

    def clear(self) -> None:
        """Remove the case; refuses a folder that is none."""
        self.close()
        self._folder.clear()

    @contextmanager
    def writer(self, wait: float = WAIT) -> Iterator[None]:
        """Be the only writer. Raises CaseError if another one does not end in time."""
        self._folder.check()
        with writer(self._folder.lock, self.path, wait):
            self._held = True
            try:
                yield
            finally:
                self._held = False

    def close(self) -> None:
        """Let go of the database."""
        if "_engine" in self.__dict__:
            self._engine.dispose()
            del self._engine

    @cached_property
    def _engine(self) -> Engine:
        self._folder.check()
        return connect(self._folder.database)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if not self._held:
            with self.writer(), self._writing() as connection:
                yield connection
            return
        with explained(self.path), self._engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                yield connection

    # Documents

    def is_settled(self, document: Document, engine: str) -> bool:
        """Whether this text at this path with this metadata was read by this engine."""
        with self._reading() as connection:
            return ingest.is_settled(connection, document, engine)

    def keep(
        self, readings: Iterable[tuple[Document, Sequence[Mention], Sequence[Claim]]], engine: str
    ) -> None:
        """Keep all or none of some documents with what was read of them.

        A text that was read already, met at another path, is only noted there.
        """
        with self._writing() as connection:
            for document, found_mentions, found_claims in readings:
                if not ingest.note_place(connection, document, engine):
                    ingest.put(connection, document, (found_mentions, found_claims), engine)

    def documents(self) -> Iterator[KeptDocument]:
        """All documents, in the order they came."""
        for (number,) in self._all(select(documents.c.number).order_by(documents.c.number)):
            with self._reading() as connection:
                yield _kept(connection, number)

    def document(self, document_id: str) -> KeptDocument:
        """One document. Raises InputError if the case has not got it."""
        with self._reading() as connection:
            number = ingest.number_of(connection, document_id)
            if number is None:
                raise InputError(f"no document {document_id} in {self.path}")
            return _kept(connection, number)

    def mentions(self, document_id: str) -> tuple[Mention, ...]:
        """Who is mentioned in a document, in text order."""
        found = (
            select(mentions.c.body)
            .join(documents)
            .where(documents.c.id == document_id)
            .order_by(mentions.c.begin, mentions.c.end, mentions.c.number)
        )
        return tuple(rows.mention_of(body) for (body,) in self._all(found))

    # Claims

    def claims(self, query: ClaimQuery | None = None) -> Iterator[Claim]:
        """Matching claims, by document and then by place in the text."""
        for (body,) in self._all(select_claims(query or ClaimQuery())):
            yield rows.claim_of(body)

    def claim(self, prefix: str) -> Claim:
        """The one claim whose id begins so. Raises InputError for none or several."""
        wanted = prefix.strip().lower()
        if not wanted or not set(wanted) <= set("0123456789abcdef"):
            raise InputError(
                f"'{prefix}' is no claim id: ids are hexadecimal, see 'tieline claims'"
            )
        found = select(claims.c.body).where(claims.c.id.startswith(wanted)).limit(2)
        bodies = [body for (body,) in self._all(found)]
        if len(bodies) != 1:
            reason = "several claims begin so, give more of it" if bodies else "no such claim"
            raise InputError(f"'{prefix}': {reason} (in {self.path})")
        return rows.claim_of(bodies[0])

    # Findings

    def put_findings(self, found: Iterable[Finding]) -> None:
        """Keep findings, each instead of what was found for its claim before."""
        with self._writing() as connection:
            for finding in found:
                connection.execute(delete(findings).where(findings.c.claim == finding.claim_id))
                connection.execute(insert(findings), rows.finding_row(finding))

    def findings(self) -> dict[str, Finding]:
        """All findings by claim id."""
        found = self._all(select(findings.c.claim, findings.c.body))
        return {claim: rows.finding_of(body) for claim, body in found}

    def finding(self, claim_id: str) -> Finding | None:
        """What was found for a claim, None if it was not tested."""
        asked = select(findings.c.body).where(findings.c.claim == claim_id)
        return next((rows.finding_of(body) for (body,) in self._all(asked)), None)

    def _all(self, statement: Select[Any]) -> Iterator[tuple[Any, ...]]:
        with self._reading() as connection:
            result = connection.execution_options(yield_per=_AT_A_TIME).execute(statement)
            for row in result:
                yield tuple(row)


def _kept(connection: Connection, number: int) -> KeptDocument:
    row = connection.execute(select(documents).where(documents.c.number == number)).mappings().one()
    places = ingest.places_of(connection, number)
    counted = select(receipts.c.claims).where(receipts.c.document == number)
    total = connection.scalar(counted) or 0
    if not places:
        raise CaseError(f"document {row['id']} has no path: restore case.sqlite from a backup")
    return KeptDocument(rows.document_of(row, places[0]), tuple(places), total)
