"""Keeps readings a few at a time, so that other programs get their turn."""

import time
from collections.abc import Sequence

from tieline.model.claim import Claim
from tieline.model.document import Document
from tieline.model.mention import Mention
from tieline.plugins import Store

SIZE = 20  # documents a transaction
PATIENCE = 2.0  # seconds after which a smaller batch is kept


class Batch:
    """Readings on their way into a store; close it to keep the last of them."""

    def __init__(self, store: Store, engine: str) -> None:
        self._store = store
        self._engine = engine
        self._readings: list[tuple[Document, Sequence[Mention], Sequence[Claim]]] = []
        self._since = time.monotonic()

    def take(
        self, document: Document, mentions: Sequence[Mention], claims: Sequence[Claim]
    ) -> None:
        """Keep a reading, now or soon."""
        self._readings.append((document, mentions, claims))
        if len(self._readings) >= SIZE or time.monotonic() - self._since > PATIENCE:
            self.close()

    def close(self) -> None:
        """Keep all that were taken."""
        readings, self._readings = self._readings, []
        self._since = time.monotonic()
        if readings:
            self._store.keep(readings, self._engine)
