"""A time to the other times that the same words may name: every ambiguity is one named rule of a table."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from normalise.deadlines import periods
from normalise.deadlines.moments import Context, Edge, Moment, Several, Span, Time, Unit
from normalise.deadlines.resolve import has_year

MOST_LATER_YEARS = 3
"""So many later years of a plan are said for a time without a year: plans of ten years say "June" of each."""

LASTING = {
    Unit.QUARTER,
    Unit.HALF,
    Unit.SEASON,
    Unit.TERM,
    Unit.YEAR,
    Unit.YEAR_PAIR,
    Unit.FINANCIAL_YEAR,
    Unit.ACADEMIC_YEAR,
    Unit.PLAN_YEAR,
}
"""Units long enough that the words alone may mean all of the time, or its end."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another time that the words may name, in the context in which it is to be dated."""

    time: Time
    context: Context
    rule: str


@dataclass(frozen=True, slots=True)
class Timed:
    """One end of such a time."""

    moment: Moment
    context: Context


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A named way in which words are ambiguous: from a moment to the other moments, or to other contexts for it."""

    name: str
    read: Callable[[Moment, Context], Iterator[Timed]]


def others_of(time: Time, context: Context) -> list[Other]:
    """Every other time that the words may name; the likelier first."""
    if isinstance(time, Several):
        return []
    return [other for ambiguity in AMBIGUITIES for other in _apply(ambiguity, time, context)]


def start_left_open(time: Time) -> bool:
    """True for a bare period, of which the words do not say whether its first day begins the work."""
    return isinstance(time, Moment) and time.unit in LASTING and not time.edges


def _apply(ambiguity: Ambiguity, time: Moment | Span, context: Context) -> Iterator[Other]:
    """One ambiguity of a time; both ends of a span are read alike."""
    if isinstance(time, Moment):
        for timed in ambiguity.read(time, context):
            yield Other(timed.moment, timed.context, ambiguity.name)
        return
    for first, last in zip_longest(ambiguity.read(time.first, context), ambiguity.read(time.last, context)):
        span = replace(time, first=first.moment if first else time.first, last=last.moment if last else time.last)
        yield Other(span, (first or last).context, ambiguity.name)


def _as_printed(moment: Moment, context: Context) -> Iterator[Timed]:
    """What the rule that read the figures found possible too: "Sept 10" as a day, "09/10" as a month."""
    for other in moment.others:
        yield Timed(replace(other, edges=moment.edges), context)


def _year_beginning(moment: Moment, context: Context) -> Iterator[Timed]:
    """Read "FY10" as the financial year that begins in 2010."""
    if moment.unit is Unit.FINANCIAL_YEAR and moment.year is not None and "year_ending" in moment.rule.split("+"):
        yield Timed(replace(moment, year=moment.year + 1), context)


def _term(moment: Moment, context: Context) -> Iterator[Timed]:
    """Read a season of a school's plan as the school term, where there is such a term."""
    if moment.unit is Unit.SEASON and context.school and moment.number in periods.TERM_MONTHS:
        yield Timed(replace(moment, unit=Unit.TERM), context)


def _other_calendar(moment: Moment, context: Context) -> Iterator[Timed]:
    """Read quarters, halves and spans of years by the calendar year in a UK plan, by the financial year in others."""
    parts = moment.unit in (Unit.QUARTER, Unit.HALF) and not moment.paired and moment.plan_year is None
    years = moment.unit is Unit.YEARS or (moment.unit is Unit.YEAR_PAIR and context.first_month != 4)
    if not parts and not years:
        return
    if context.calendar == "uk_financial" and context.first_month == 4 and context.financial:
        yield Timed(moment, replace(context, calendar="calendar"))
    elif moment.year is not None:
        yield Timed(moment, Context(None, "uk_financial"))


def _part_of_next_year(moment: Moment, context: Context) -> Iterator[Timed]:
    """Read "Q4 2010" as the last quarter of 2010/11 where it was read as the one that falls in 2010, and reversely."""
    length = {Unit.QUARTER: 3, Unit.HALF: 6}.get(moment.unit)
    if length is None or moment.year is None or moment.paired or not context.financial:
        return
    if 3 + length * moment.number > 12:
        for year in (moment.year - 1, moment.year):
            yield Timed(replace(moment, year=year, paired=True), context)


def _winter_before(moment: Moment, context: Context) -> Iterator[Timed]:
    """Read "Winter 2010" as the winter that ends in 2010."""
    if moment.unit is Unit.SEASON and moment.number == periods.WINTER and moment.year is not None and not moment.paired:
        yield Timed(replace(moment, year=moment.year - 1), context)


def _calendar_year_end(moment: Moment, context: Context) -> Iterator[Timed]:
    """Read "Year end 2011" as 31 December 2011."""
    if "year_end_of" in moment.rule.split("+") and moment.unit is Unit.FINANCIAL_YEAR and moment.year is not None:
        yield Timed(replace(moment, unit=Unit.YEAR, year=moment.year + 1, paired=False), context)


def _month_first(moment: Moment, context: Context) -> Iterator[Timed]:
    """Read figures month first in a plan that reckons in calendar years, most of which are not British."""
    in_figures = "numeric_day" in moment.rule.split("+")
    if context.calendar == "calendar" and in_figures and moment.day and moment.day <= 12 != moment.number:
        yield Timed(replace(moment, number=moment.day, day=moment.number), context)


def _monday(moment: Moment, context: Context) -> Iterator[Timed]:
    """Read "w/c" as the day itself, not the end of its week."""
    if Edge.WEEK_COMMENCING in moment.edges:
        yield Timed(replace(moment, edges=tuple(e for e in moment.edges if e is not Edge.WEEK_COMMENCING)), context)


def _later_year(moment: Moment, context: Context) -> Iterator[Timed]:
    """Read a time without a year as the one of a later year of the plan."""
    if has_year(moment) or context.plan is None:
        return
    first, last = context.plan
    for year in range(1, MOST_LATER_YEARS + 1):
        try:
            start = periods.add_months(first, 12 * year)
        except ValueError:  # beyond the year 9999
            return
        if start > last:
            return
        yield Timed(moment, replace(context, plan=(_keeping_reckoning(first, start), last)))


def _keeping_reckoning(first: date, start: date) -> date:
    """The later start on the day of the plan's own start, by which its quarters are reckoned."""
    return start.replace(day=min(first.day, start.day))


AMBIGUITIES = (
    Ambiguity("as_printed", _as_printed),
    Ambiguity("year_beginning", _year_beginning),
    Ambiguity("school_term", _term),
    Ambiguity("other_calendar", _other_calendar),
    Ambiguity("part_of_next_year", _part_of_next_year),
    Ambiguity("winter_before", _winter_before),
    Ambiguity("calendar_year_end", _calendar_year_end),
    Ambiguity("month_first", _month_first),
    Ambiguity("week_beginning", _monday),
    Ambiguity("later_year", _later_year),
)
"""In the order in which their readings are listed."""
