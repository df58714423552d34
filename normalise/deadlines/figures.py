"""Printed figures to days and years: days that exist, centuries of two-digit years, pairs of years."""

from datetime import date

from normalise.deadlines.lexicon import Item
from normalise.deadlines.moments import Context, Moment, Unit

CENTURY_PIVOT = 70
"""Two-digit years below it are of the 2000s."""


def full_year(item: Item) -> int | None:
    """The year that figures state; None where they cannot be one."""
    if item.kind == "year4":
        return item.number
    if item.kind == "digits" and len(item.text) == 2:
        return item.number + (2000 if item.number < CENTURY_PIVOT else 1900)
    return None


def plausible_year(year: int, context: Context) -> bool:
    """True where a two-digit year lies near the plan, or, with no plan known, is not a likely day of a month's end."""
    if context.plan is None:
        return year % 100 not in (30, 31)
    return context.plan[0].year - 10 <= year <= context.plan[1].year + 15


def second_year(first: int, item: Item) -> int | None:
    """The later year of a pair ("10" of 2009/10, "9" of 2008/9); None where the figures are no later year."""
    if item.kind == "year4":
        return item.number if item.number > first else None
    if item.kind != "digits":
        return None
    unit = 10 ** len(item.text)
    year = first - first % unit + item.number
    if year <= first:
        year += unit
    wraps = first % unit >= item.number
    return None if wraps and year != first + 1 else year


def day_of(rule: str, day: int, month: int, year: int | None) -> Moment | None:
    """A day that exists, in a leap year where the year is open; else None."""
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return Moment(Unit.DAY, rule, number=month, day=day, year=year)
