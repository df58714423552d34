"""Flags to a confidence: each flag takes its share from 1."""

from collections.abc import Iterable
from math import prod

FACTORS = {
    "action_from_issue": 0.9,
    "cross_check_differs": 0.6,
    "cut_row": 0.97,
    "date_in_text": 0.85,
    "impossible_date": 0.7,
    "from_prose": 0.6,
    "deadline_unread": 0.8,
    "no_rulings": 0.95,
    "owner_unread": 0.8,
    "straddling_word": 0.8,
    "unreadable_text": 0.5,
    "weak_role": 0.85,
}
"""What each flag leaves of the confidence."""


def confidence_of(flags: Iterable[str]) -> float:
    """The product of the flags' factors, to two places; 1 for a row without flags."""
    return round(prod(FACTORS[flag] for flag in flags), 2)
