"""Frozen values that every stage shares. No I/O, and no import from any other room but errors."""
