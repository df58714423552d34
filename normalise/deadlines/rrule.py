"""Recurrences to RFC 5545 recurrence rules."""

from datetime import date

from normalise.deadlines.moments import Moment, Unit
from normalise.deadlines.recurrence import Interval

FREQUENCIES = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}


def of(interval: Interval, anchors: tuple[Moment, ...], until: date | None) -> str | None:
    """The rule, without its DTSTART; None for school terms, which RFC 5545 cannot say.

    `anchors` are the days or months named without a year (each June); `until` is the last day, inclusive.
    """
    if interval.unit not in FREQUENCIES:
        return None
    months = sorted({m.number for m in anchors if m.unit in (Unit.MONTH, Unit.DAY)})
    days = sorted({m.day for m in anchors if m.unit is Unit.DAY and m.day})
    count, frequency = interval.count, FREQUENCIES[interval.unit]
    if months and frequency == "MONTHLY" and 12 % count == 0 and len(months) == 12 // count:
        count, frequency = 1, "YEARLY"
    parts = [f"FREQ={frequency}"]
    if count != 1:
        parts.append(f"INTERVAL={count}")
    if months and frequency == "YEARLY":
        parts.append("BYMONTH=" + ",".join(map(str, months)))
        if len(days) == 1 and all(m.unit is Unit.DAY for m in anchors):
            parts.append(f"BYMONTHDAY={days[0]}")
    if until:
        parts.append("UNTIL=" + until.isoformat().replace("-", ""))
    return ";".join(parts)
