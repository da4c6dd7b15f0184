"""Readers of published data files, one format a file."""
