"""Sentences and parses. The only room that imports spaCy."""
