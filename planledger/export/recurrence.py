"""A recurring deadline to the first day and the rule of a calendar entry that comes round (RFC 5545)."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule

from models import Deadline, Document, Precision

_FREQUENCIES = {"DAILY": DAILY, "WEEKLY": WEEKLY, "MONTHLY": MONTHLY, "YEARLY": YEARLY}
_RULE = re.compile(
    rf"FREQ=(?P<frequency>{'|'.join(_FREQUENCIES)})"
    r"(;INTERVAL=(?P<interval>[1-9]\d{0,2}))?"
    r"(;BYMONTH=(?P<months>\d{1,2}(,\d{1,2})*))?"
    r"(;BYMONTHDAY=(?P<day>-?\d{1,2}))?"
    r"(;UNTIL=(?P<until>\d{8}))?"
)
LAST_DAY = -1
"""As the day of a month: its last one."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How an entry comes round: every so many days, weeks, months or years, to the day `until`, inclusive."""

    frequency: str
    interval: int
    months: tuple[int, ...]
    day: int | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Round:
    """A rule with the first of its days."""

    first: date
    rule: Rule


def round_of(deadline: Deadline, document: Document) -> Round | None:
    """How the deadline comes round; None where it does not, or where neither it nor its plan says from when.

    It begins at the start stated, else at the day stated, and ends where its words or its end column say so; one
    without any day lasts as long as the plan, unless it is ongoing. The first day is one that the rule names, as RFC
    5545 wants it.
    """
    rule = parsed(deadline.rrule or "")
    if rule is None:
        return None
    bounded = rule.until is not None or (deadline.start_date is not None and not deadline.ongoing)
    stated = deadline.start_date or (None if bounded else deadline.due_date)
    begins = stated or document.period_start
    if begins is None:
        return None
    if rule.until is None and (bounded or stated is None) and not deadline.ongoing:
        rule = replace(rule, until=deadline.due_date if bounded else document.period_end)
    rule = _on_days_that_exist(rule, begins, deadline, by_plan=stated is None)
    first = _first(rule, begins)
    if first is None or (rule.until and first > rule.until):
        return None
    return Round(first, rule)


def parsed(text: str) -> Rule | None:
    """A rule as the dataset words it; None for any other."""
    found = _RULE.fullmatch(text)
    if found is None:
        return None
    months = tuple(map(int, found["months"].split(","))) if found["months"] else ()
    day = int(found["day"]) if found["day"] else None
    if not all(1 <= month <= 12 for month in months) or not (day is None or day == LAST_DAY or 1 <= day <= 31):
        return None
    try:
        until = date.fromisoformat(found["until"]) if found["until"] else None
    except ValueError:
        return None
    return Rule(found["frequency"], int(found["interval"] or 1), months, day, until)


def _on_days_that_exist(rule: Rule, begins: date, deadline: Deadline, *, by_plan: bool) -> Rule:
    """The rule with the last day of the month where a month's end is meant: no month is then left out.

    By itself a rule that begins on 31 March passes over the months of 30 days.
    """
    if rule.day is not None or rule.frequency not in ("MONTHLY", "YEARLY"):
        return rule
    month_end = begins.day == monthrange(begins.year, begins.month)[1]
    by_day = deadline.precision is Precision.DAY and begins.day < 31
    if rule.months and by_plan:
        return replace(rule, day=LAST_DAY)
    if month_end and not by_day and (rule.frequency == "MONTHLY" or len(rule.months) > 1):
        return replace(rule, day=LAST_DAY)
    if (begins.month, begins.day) == (2, 29) and rule.frequency == "YEARLY":
        return replace(rule, months=rule.months or (2,), day=LAST_DAY)
    return rule


def _first(rule: Rule, begins: date) -> date | None:
    days = rrule(
        _FREQUENCIES[rule.frequency],
        dtstart=datetime(begins.year, begins.month, begins.day),
        interval=rule.interval,
        bymonth=rule.months or None,
        bymonthday=rule.day,
    )
    first = next(iter(days), None)
    return first.date() if first else None
