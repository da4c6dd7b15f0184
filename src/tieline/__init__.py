"""Tieline: every tie, traced and tested."""

__version__ = "0.1.0"
