"""Keeps a case: one folder with a database, a format number and observations."""
