"""Format 1: documents, places, receipts, mentions, claims, parties, findings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TABLES = """
CREATE TABLE documents (
    number INTEGER NOT NULL PRIMARY KEY,
    id VARCHAR(32) NOT NULL,
    reader TEXT NOT NULL,
    title TEXT,
    text TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_documents_id ON documents (id);
CREATE TABLE places (
    number INTEGER NOT NULL PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number),
    path TEXT NOT NULL,
    title TEXT,
    author TEXT,
    publisher TEXT,
    published DATE,
    CONSTRAINT one_place_a_path UNIQUE (document, path)
);
CREATE TABLE receipts (
    document INTEGER NOT NULL REFERENCES documents (number),
    engine TEXT NOT NULL,
    claims INTEGER NOT NULL,
    PRIMARY KEY (document, engine)
);
CREATE TABLE mentions (
    number INTEGER NOT NULL PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number),
    begin INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    actor_id TEXT,
    name TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX ix_mentions_document ON mentions (document);
CREATE TABLE claims (
    number INTEGER NOT NULL PRIMARY KEY,
    id VARCHAR(32) NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (number),
    kind TEXT NOT NULL,
    relation TEXT,
    polarity TEXT NOT NULL,
    modality TEXT NOT NULL,
    begin INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    earliest DATE,
    latest DATE,
    confidence FLOAT NOT NULL,
    quote TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_claims_id ON claims (id);
CREATE INDEX ix_claims_document ON claims (document);
CREATE INDEX ix_claims_relation ON claims (relation);
CREATE TABLE parties (
    claim INTEGER NOT NULL REFERENCES claims (number),
    role TEXT NOT NULL,
    actor_id TEXT,
    name TEXT,
    words TEXT,
    PRIMARY KEY (claim, role)
);
CREATE INDEX parties_by_actor ON parties (actor_id);
CREATE INDEX parties_by_name ON parties (name);
CREATE TABLE findings (
    claim VARCHAR(32) NOT NULL PRIMARY KEY REFERENCES claims (id),
    verdict TEXT NOT NULL,
    body TEXT NOT NULL
)
"""

# Indexes that keep no copy of the text, and triggers that feed them.
FULL_TEXT = """
CREATE VIRTUAL TABLE documents_text USING fts5 (
    title, text, content='documents', content_rowid='number',
    tokenize='unicode61 remove_diacritics 2'
)

CREATE TRIGGER documents_come AFTER INSERT ON documents BEGIN
    INSERT INTO documents_text (rowid, title, text) VALUES (new.number, new.title, new.text);
END

CREATE TRIGGER documents_gone AFTER DELETE ON documents BEGIN
    INSERT INTO documents_text (documents_text, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text);
END

CREATE TRIGGER documents_changed AFTER UPDATE ON documents BEGIN
    INSERT INTO documents_text (documents_text, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text);
    INSERT INTO documents_text (rowid, title, text) VALUES (new.number, new.title, new.text);
END

CREATE VIRTUAL TABLE claims_text USING fts5 (
    quote, content='claims', content_rowid='number',
    tokenize='unicode61 remove_diacritics 2'
)

CREATE TRIGGER claims_come AFTER INSERT ON claims BEGIN
    INSERT INTO claims_text (rowid, quote) VALUES (new.number, new.quote);
END

CREATE TRIGGER claims_gone AFTER DELETE ON claims BEGIN
    INSERT INTO claims_text (claims_text, rowid, quote)
    VALUES ('delete', old.number, old.quote);
END

CREATE TRIGGER claims_changed AFTER UPDATE ON claims BEGIN
    INSERT INTO claims_text (claims_text, rowid, quote)
    VALUES ('delete', old.number, old.quote);
    INSERT INTO claims_text (rowid, quote) VALUES (new.number, new.quote);
END
"""


def upgrade() -> None:
    """Make everything."""
    for statement in TABLES.split(";") + FULL_TEXT.split("\n\n"):
        op.execute(sa.text(statement))
