"""Parts of a time (early, mid, before, first week of) to days."""

from datetime import date, timedelta

from normalise.deadlines import periods
from normalise.deadlines.moments import Edge, Moment, Unit
from normalise.deadlines.periods import Days

WEEKS = {Edge.WEEK_1: 7, Edge.WEEK_2: 14, Edge.WEEK_3: 21, Edge.WEEK_4: 28}
"""The day of the month on which each week of it ends."""


def at_edge(days: Days, moment: Moment) -> Days:
    """Narrow a moment's days by each of its edges, in the order in which they stand in the list."""
    for edge in moment.edges:
        days = _narrow(days, edge, moment.unit)
    return days


def _narrow(days: Days, edge: Edge, unit: Unit) -> Days:
    first, last = days
    if edge in WEEKS:
        return first, min(last, first + timedelta(days=WEEKS[edge] - 1))
    match edge:
        case Edge.EARLY:
            return first, _early(days)
        case Edge.MID:
            return _middle(days), _middle(days)
        case Edge.LATE:
            return _late(days), last
        case Edge.BEGIN:
            return first, first
        case Edge.BEFORE:
            return first - timedelta(days=1), first - timedelta(days=1)
        case Edge.AFTER:
            return last + timedelta(days=1), last + timedelta(days=1)
        case Edge.WEEK_COMMENCING:
            return first, periods.friday_of(first) if unit is Unit.DAY else first
    return days


def _length(days: Days) -> int:
    """Whole months in a stretch of days; 0 where it is shorter than a month."""
    after = days[1] + timedelta(days=1)
    return 12 * (after.year - days[0].year) + after.month - days[0].month


def _early(days: Days) -> date:
    """The last day of the first third: of a month the 10th, of longer times whole months."""
    length = _length(days)
    if length <= 1:
        return min(days[1], days[0] + timedelta(days=9))
    return periods.months_from(days[0], max(1, length // 3))[1]


def _late(days: Days) -> date:
    """The first day of the last third: of a month the 21st, of longer times whole months."""
    length = _length(days)
    if length <= 1:
        return max(days[0], min(days[1], days[0] + timedelta(days=20)))
    return periods.add_months(days[0], length - max(1, length // 3))


def _middle(days: Days) -> date:
    """The middle: of a month the 15th, of a quarter or season the 15th of its second month, of a year its half."""
    length = _length(days)
    if length % 2 == 0 and length:
        return periods.months_from(days[0], length // 2)[1]
    return min(days[1], periods.add_months(days[0], length // 2) + timedelta(days=14))
