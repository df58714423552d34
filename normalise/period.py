"""The two facts of a plan that date a cell's words: its own period, and what its years reckon from."""

from datetime import date
from typing import Literal

Period = tuple[date, date]
"""A plan's first and last day, both inclusive."""

Calendar = Literal["uk_financial", "calendar"]
"""What quarters and spans of years reckon from: 1 April, or 1 January."""
