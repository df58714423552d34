"""Windows of days to EDTF (ISO 8601-2, levels 1 and 2)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from normalise.deadlines.moments import Unit
from normalise.deadlines.periods import Days

QUARTER_CODES = {1: 33, 4: 34, 7: 35, 10: 36}
SEASON_CODES = {3: 21, 6: 22, 9: 23, 12: 24}
"""EDTF's sub-year numbers, by the month in which the quarter or season begins."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A time in EDTF, alone (`bare`, may be a season) and as the ends of an interval (days, months or years only)."""

    bare: str
    first: str
    last: str

    def bare_or_interval(self, uncertain: bool) -> str:
        """The time alone; where it is uncertain, a form that may carry the mark."""
        if not uncertain:
            return self.bare
        plain = "/" not in self.bare and self.first == self.last
        return (
            marked(self.first, uncertain)
            if plain
            else f"{marked(self.first, uncertain)}/{marked(self.last, uncertain)}"
        )


def marked(end: str, uncertain: bool) -> str:
    """An end of an interval, marked where it is uncertain; uncertain and approximate together are one sign."""
    if not uncertain:
        return end
    return f"{end[:-1]}%" if end.endswith("~") else f"{end}?"


def of_days(unit: Unit, days: Days) -> Expression:
    """The shortest expression of a whole unit."""
    first, last = days
    if first == last:
        return _same(first.isoformat())
    if unit is Unit.YEAR:
        return _same(f"{first.year:04}")
    if unit is Unit.MONTH:
        return _same(first.isoformat()[:7])
    ends = _month(first), _month(last, last_day=True)
    if unit is Unit.QUARTER and first.day == 1 and first.month in QUARTER_CODES:
        return Expression(f"{first.year:04}-{QUARTER_CODES[first.month]}", *ends)
    if unit is Unit.SEASON:
        return Expression(f"{first.year:04}-{SEASON_CODES[first.month]}", *ends)
    return Expression("/".join(dict.fromkeys(ends)), *ends)


def of_edge(days: Days, approximate: bool) -> Expression:
    """A part of a time: its last day, marked where the words are vague (early, mid)."""
    last = days[1].isoformat() + ("~" if approximate else "")
    return Expression(last, days[0].isoformat(), last)


def between(first: Expression, last: Expression) -> Expression:
    """The interval from the beginning of one time to the end of another."""
    return Expression(f"{first.first}/{last.last}", first.first, last.last)


def _same(text: str) -> Expression:
    return Expression(text, text, text)


def _month(day: date, last_day: bool = False) -> str:
    """A month where the day is its first (or last), else the day."""
    edge = monthrange(day.year, day.month)[1] if last_day else 1
    return day.isoformat()[:7] if day.day == edge else day.isoformat()
