"""The page of `tieline read --format html`: documents and their claims, no case needed."""

from tieline.reports.page import render_reading

__all__ = ["render_reading"]
