"""Sentences of running text to the dated promises among them, by tables of spaCy patterns."""

from collections.abc import Sequence

from normalise.period import Calendar, Period
from normalise.prose.model import Promise, ProseLine

__all__ = ["Promise", "ProseLine", "read_promises"]


def read_promises(
    lines: Sequence[ProseLine], plan_period: Period | None = None, calendar: Calendar = "uk_financial"
) -> list[Promise | None]:
    """For each sentence, in the order printed, what it promises and by when; None for one that promises nothing.

    A promise is dated by a day, month, quarter or year, or it says firmly what comes soon; reports of what is done
    are none. `plan_period` and `calendar` are as for a deadline cell. Never raises on any text.
    """
    from normalise.prose.reader import read  # noqa: PLC0415 - spaCy loads only where it is used

    return read(lines, plan_period, calendar)
