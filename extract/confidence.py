"""Flags to a confidence: each flag takes its share from 1."""

from collections.abc import Iterable
from math import prod

FACTORS = {
    "action_from_issue": 0.9,
    "cut_row": 0.97,
    "start_after_end": 0.7,
    "owner_unread": 0.85,
    "deadline_unread": 0.85,
    "date_in_text": 0.85,
}
"""What each flag leaves of the confidence."""


def confidence_of(flags: Iterable[str]) -> float:
    """The product of the flags' factors, to two places; 1 for a row without flags."""
    return round(prod(FACTORS[flag] for flag in flags), 2)
