"""The tables of a case. `migrations` makes them; the two are compared by a test."""

from sqlalchemy import (
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(32), nullable=False, unique=True, index=True),
    Column("reader", Text, nullable=False),
    Column("title", Text),
    Column("text", Text, nullable=False),
)

# The place with the lowest number gives the document its path and metadata.
places = Table(
    "places",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("documents.number"), nullable=False),
    Column("path", Text, nullable=False),
    Column("title", Text),
    Column("author", Text),
    Column("publisher", Text),
    Column("published", Date),
    UniqueConstraint("document", "path", name="one_place_a_path"),
)

# That an engine has read a document to the end.
receipts = Table(
    "receipts",
    metadata,
    Column("document", Integer, ForeignKey("documents.number"), primary_key=True),
    Column("engine", Text, primary_key=True),
    Column("claims", Integer, nullable=False),
)

mentions = Table(
    "mentions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("documents.number"), nullable=False, index=True),
    Column("begin", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("actor_id", Text),
    Column("name", Text, nullable=False),
    Column("body", Text, nullable=False),
)

# `body` is the whole claim as canonical JSON; the other columns only find it.
claims = Table(
    "claims",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(32), nullable=False, unique=True, index=True),
    Column("document", Integer, ForeignKey("documents.number"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("relation", Text, index=True),
    Column("polarity", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("begin", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("earliest", Date),
    Column("latest", Date),
    Column("confidence", Float, nullable=False),
    Column("quote", Text, nullable=False),
    Column("body", Text, nullable=False),
)

# Who takes part in a claim, folded for searching; role is source, target, third or holder.
parties = Table(
    "parties",
    metadata,
    Column("claim", Integer, ForeignKey("claims.number"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("actor_id", Text),
    Column("name", Text),
    Column("words", Text),
    Index("parties_by_actor", "actor_id"),
    Index("parties_by_name", "name"),
)

findings = Table(
    "findings",
    metadata,
    Column("claim", String(32), ForeignKey("claims.id"), primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("body", Text, nullable=False),
)
