"""Alembic scripts: how a case of each format becomes one of the next."""
