"""Moments to windows of days, by the plan's period and calendar."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from models import Precision
from normalise.deadlines import edtf, periods
from normalise.deadlines.edges import at_edge
from normalise.deadlines.moments import Context, Edge, Moment, Span, Unit
from normalise.deadlines.periods import Days

PRECISIONS = {
    Unit.DAY: Precision.DAY,
    Unit.FEAST: Precision.DAY,
    Unit.MONTH: Precision.MONTH,
    Unit.PLAN_MONTH: Precision.MONTH,
    Unit.DURATION: Precision.MONTH,
    Unit.QUARTER: Precision.QUARTER,
    Unit.HALF: Precision.QUARTER,
    Unit.SEASON: Precision.SEASON,
    Unit.TERM: Precision.SEASON,
    Unit.YEAR_PAIR: Precision.FINANCIAL_YEAR,
    Unit.FINANCIAL_YEAR: Precision.FINANCIAL_YEAR,
}
"""How exactly each unit states a time; the rest are years."""

WITH_START = {Unit.YEAR_PAIR, Unit.FINANCIAL_YEAR, Unit.ACADEMIC_YEAR, Unit.YEARS, Unit.TERM, Unit.PLAN_YEAR, Unit.PLAN}
"""Units whose first day is a stated beginning even where they stand bare."""


APPROXIMATE = {Edge.EARLY, Edge.MID, Edge.LATE}


@dataclass(frozen=True, slots=True)
class Window:
    """A dated time: its days, how exactly it is stated, whether bare words state its beginning, its EDTF."""

    first: date
    last: date
    precision: Precision
    states_start: bool
    is_end: bool
    edtf: edtf.Expression
    rule: str


def resolve(time: Moment | Span, context: Context, not_before: date | None = None) -> Window | None:
    """Date a time; None where the document does not say its year or the day does not exist."""
    if isinstance(time, Span):
        return _resolve_span(time, context)
    try:
        days = _days_in_plan(time, context, not_before)
    except (ValueError, OverflowError):
        return None
    if days is None:
        return None
    base, edged = days
    unedged = base == edged
    return Window(
        first=edged[0],
        last=edged[1],
        precision=_precision(time.unit, context),
        states_start=time.unit in WITH_START and not time.edges,
        is_end=Edge.END in time.edges,
        edtf=edtf.of_days(time.unit, base) if unedged else edtf.of_edge(edged, not APPROXIMATE.isdisjoint(time.edges)),
        rule=time.rule,
    )


def _precision(unit: Unit, context: Context) -> Precision:
    """How exactly a unit states a time; a pair of years that does not begin in April is no financial year."""
    if unit is Unit.YEAR_PAIR and context.first_month != 4:
        return Precision.YEAR
    return PRECISIONS.get(unit, Precision.YEAR)


def _resolve_span(span: Span, context: Context) -> Window | None:
    first = resolve(span.first, context)
    last = resolve(span.last, context, not_before=first.first if first else None)
    if last is None or first is None or last.last < first.first:
        return None
    return Window(
        first=first.first,
        last=last.last,
        precision=last.precision,
        states_start=not span.window,
        is_end=False,
        edtf=edtf.between(first.edtf, last.edtf),
        rule=f"{first.rule}+{last.rule}+{span.rule}",
    )


def _days_in_plan(moment: Moment, context: Context, not_before: date | None) -> tuple[Days, Days] | None:
    """Days without and with the moment's edges; a moment without a year is the first inside the plan's period."""
    if has_year(moment):
        base = BASES[moment.unit](moment, context)
        return (base, at_edge(base, moment)) if base else None
    if context.plan is None:
        return None
    first, last = context.plan
    floor = not_before or first
    for year in range(floor.year - 1, last.year + 1):
        try:
            base = BASES[moment.unit](replace(moment, year=year), context)
        except ValueError:  # 29 February of a common year
            continue
        if base and floor <= base[1] <= last:
            return base, at_edge(base, moment)
    return None


def has_year(moment: Moment) -> bool:
    """True where the words, or the plan's reckoning, fix the year."""
    return moment.year is not None or moment.plan_year is not None or moment.unit in FLOATING


FLOATING = {Unit.PLAN, Unit.PLAN_YEAR, Unit.PLAN_MONTH, Unit.DURATION}
"""Units that need no year of their own."""


def _year_for(moment: Moment, month: int, year_starts: int) -> int:
    """The calendar year of a month that is named with a year or with a pair of years."""
    year = moment.year or 0
    return year + 1 if moment.paired and month < year_starts else year


def _day(moment: Moment, _: Context) -> Days:
    day = date(_year_for(moment, moment.number, 4), moment.number, moment.day or 0)
    return day, day


def _month(moment: Moment, _: Context) -> Days:
    return periods.month(_year_for(moment, moment.number, 4), moment.number)


def _parts_of_year(length: int) -> Callable[[Moment, Context], Days | None]:
    def days(moment: Moment, context: Context) -> Days | None:
        offset = length * (moment.number - 1)
        if moment.plan_year is not None:
            year = _plan_year(replace(moment, number=moment.plan_year), context)
            return periods.months_from(periods.add_months(year[0], offset), length) if year else None
        financial = moment.paired or context.financial
        first = periods.add_months(date(moment.year or 0, 4 if financial else 1, 1), offset)
        part = periods.months_from(first, length)
        if not moment.paired and first.year != moment.year and not _in_plan(part, context):
            # "Q4 2010" in a 2009/10 plan: the fourth quarter that falls in 2010
            return periods.months_from(periods.add_months(first, -12), length)
        return part

    return days


def _in_plan(days: Days, context: Context) -> bool:
    return context.plan is None or (context.plan[0] <= days[1] <= context.plan[1])


def _season(moment: Moment, _: Context) -> Days:
    year = moment.year or 0
    spring_next = moment.paired and moment.number == periods.SPRING
    return periods.season(year + 1 if spring_next else year, moment.number)


def _term(moment: Moment, _: Context) -> Days:
    autumn = moment.number == periods.AUTUMN
    return periods.term((moment.year or 0) + (1 if moment.paired and not autumn else 0), moment.number)


def _feast(moment: Moment, _: Context) -> Days:
    """The feast of a calendar year, or with a pair of years the one from 1 April of the first on."""
    year = moment.year or 0
    day = periods.feast(year, moment.feast)
    if moment.paired and day < date(year, 4, 1):
        day = periods.feast(year + 1, moment.feast)
    return day, day


def _calendar_year(moment: Moment, _: Context) -> Days:
    return periods.years(moment.year or 0, moment.year or 0, 1)


def _pair_of_years(moment: Moment, context: Context) -> Days:
    year = moment.year or 0
    return periods.years(year, year + 1, context.first_month)


def _financial_year(moment: Moment, _: Context) -> Days:
    return periods.years(moment.year or 0, (moment.year or 0) + 1, 4)


def _academic_year(moment: Moment, _: Context) -> Days:
    return periods.years(moment.year or 0, (moment.year or 0) + 1, 9)


def _years(moment: Moment, context: Context) -> Days:
    return periods.years(moment.year or 0, moment.number, context.first_month)


def _plan(_: Moment, context: Context) -> Days | None:
    return context.plan


def _plan_year(moment: Moment, context: Context) -> Days | None:
    """The n-th year of the plan; None beyond its end, where "Year 6" is more likely a school class."""
    if context.plan is None:
        return None
    first, last = periods.months_from(periods.add_months(context.plan[0], 12 * (moment.number - 1)), 12)
    return (first, last) if first <= context.plan[1] else None


def _plan_month(moment: Moment, context: Context) -> Days | None:
    if context.plan is None:
        return None
    return periods.months_from(periods.add_months(context.plan[0], moment.number - 1), 1)


def _duration(moment: Moment, context: Context) -> Days | None:
    """The stretch counted from the plan's first day, or from the day after the anchor begins to its last day."""
    if moment.anchor is not None:
        anchor = resolve(moment.anchor, context)
        if anchor is None:
            return None
        last = periods.add_months(anchor.last, moment.months) + timedelta(days=moment.days)
        return min(anchor.last, last), last
    if context.plan is None:
        return None
    first = context.plan[0]
    last = periods.add_months(first, moment.months) + timedelta(days=moment.days - 1)
    return (first, last) if last >= first else None


BASES: dict[Unit, Callable[[Moment, Context], Days | None]] = {
    Unit.DAY: _day,
    Unit.MONTH: _month,
    Unit.QUARTER: _parts_of_year(3),
    Unit.HALF: _parts_of_year(6),
    Unit.SEASON: _season,
    Unit.TERM: _term,
    Unit.FEAST: _feast,
    Unit.YEAR: _calendar_year,
    Unit.YEAR_PAIR: _pair_of_years,
    Unit.FINANCIAL_YEAR: _financial_year,
    Unit.ACADEMIC_YEAR: _academic_year,
    Unit.YEARS: _years,
    Unit.PLAN_YEAR: _plan_year,
    Unit.PLAN_MONTH: _plan_month,
    Unit.PLAN: _plan,
    Unit.DURATION: _duration,
}
