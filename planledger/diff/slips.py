"""An action's deadlines then and now to what became of them: slipped, brought forward, or only said more exactly.

A deadline stated as a month, quarter, season or year is due some time in it. So a day within the month named before is
no slip but more exact, and a month that holds the day named before is less exact. Only a time that does not hold, and
is not held by, the one before has moved: by as much as its last day lies from the last day before.
"""

from datetime import date, timedelta

from models import Deadline, Precision, Record
from planledger.diff.findings import DeadlineChange, Due, Move

MONTHS = {
    Precision.MONTH: 1,
    Precision.QUARTER: 3,
    Precision.SEASON: 3,
    Precision.YEAR: 12,
    Precision.FINANCIAL_YEAR: 12,
}
"""How long the time is that a precision names; a day is a day."""


def deadline_change(old: Record, new: Record) -> DeadlineChange:
    """What became of the deadline of an action, of several of the latest."""
    before, after = _due(old), _due(new)
    if before.due_date is None or after.due_date is None:
        return DeadlineChange(move=_without_date(old, new, before, after), old=before, new=after)
    days = (after.due_date - before.due_date).days
    return DeadlineChange(
        move=_move(old, new, before, after),
        old=before,
        new=after,
        days=days or None,
        months=_months(before.due_date, after.due_date) or None,
        exact=before.precision == after.precision,
    )


def _due(record: Record) -> Due:
    last = max((d for d in record.deadlines if d.due_date), key=_lateness, default=None)
    if last is None:
        return Due(text=record.deadline_text, due_date=None, precision=None)
    return Due(text=last.text, due_date=last.due_date, precision=last.precision)


def _lateness(deadline: Deadline) -> tuple[date, int, str]:
    assert deadline.due_date is not None
    return deadline.due_date, -_length(deadline.precision), deadline.text


def _length(precision: Precision | None) -> int:
    return MONTHS.get(precision, 0) if precision else 0


def _without_date(old: Record, new: Record, before: Due, after: Due) -> Move:
    if before.due_date is None and after.due_date is None:
        return Move.SAME if _terms(old) == _terms(new) else Move.RESTATED
    return Move.DATED if before.due_date is None else Move.UNDATED


def _move(old: Record, new: Record, before: Due, after: Due) -> Move:
    first, last = _span(before)
    start, end = _span(after)
    if (first, last) == (start, end):
        return Move.SAME if _terms(old) == _terms(new) else Move.RESTATED
    if first <= start and end <= last:
        return Move.SHARPER
    if start <= first and last <= end:
        return Move.COARSER
    if _goes_on(old) and _goes_on(new):
        return Move.EXTENDED if end > last else Move.SHORTENED
    return Move.SLIPPED if end > last else Move.FORWARD


def _span(due: Due) -> tuple[date, date]:
    """First and last day of the time that a deadline names."""
    assert due.due_date is not None
    length = _length(due.precision)
    if not length:
        return due.due_date, due.due_date
    month = due.due_date.year * 12 + due.due_date.month - 1 - (length - 1)
    return date(month // 12, month % 12 + 1, 1), due.due_date


def _goes_on(record: Record) -> bool:
    return any(deadline.ongoing or deadline.recurrence for deadline in record.deadlines)


def _terms(record: Record) -> object:
    """All that is said of the time but the words; of a cell without a reading, the words."""
    if not record.deadlines:
        return " ".join((record.deadline_text or "").casefold().split())
    return sorted(
        repr((d.start_date, d.due_date, d.precision, d.ongoing, d.recurrence, d.provisional, _undated_words(d)))
        for d in record.deadlines
    )


def _undated_words(deadline: Deadline) -> str | None:
    said = deadline.start_date or deadline.due_date or deadline.ongoing or deadline.recurrence
    return None if said else " ".join(deadline.text.casefold().split())


def _months(old: date, new: date) -> int:
    """Whole months between two days on the same day of the month, or both the last of theirs; else 0."""
    both_last = _is_last(old) and _is_last(new)
    apart = (new.year - old.year) * 12 + new.month - old.month
    return apart if old.day == new.day or both_last else 0


def _is_last(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1
