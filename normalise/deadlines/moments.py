"""Times as words name them, before they are dates: a unit, its number, its year where one is printed."""

from dataclasses import dataclass
from enum import StrEnum

from normalise.period import Calendar, Period


class Unit(StrEnum):
    """What sort of time a moment is."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    TERM = "term"
    FEAST = "feast"
    YEAR = "year"
    YEAR_PAIR = "year_pair"
    FINANCIAL_YEAR = "financial_year"
    ACADEMIC_YEAR = "academic_year"
    YEARS = "years"
    PLAN_YEAR = "plan_year"
    PLAN_MONTH = "plan_month"
    PLAN = "plan"
    DURATION = "duration"


class Edge(StrEnum):
    """Which part of a moment is meant."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    BEGIN = "begin"
    END = "end"
    BEFORE = "before"
    AFTER = "after"
    WEEK_COMMENCING = "week_commencing"
    WEEK_1 = "week_1"
    WEEK_2 = "week_2"
    WEEK_3 = "week_3"
    WEEK_4 = "week_4"


@dataclass(frozen=True, slots=True)
class Moment:
    """One named time.

    `number` is the month, quarter, half, season, term or plan year (1-based), or the last year of `YEARS`. `year` is
    the calendar year, or with `paired` the first of a pair (2010 of 2010/11). `plan_year` stands for a year counted
    from the plan's first. `months` and `days` are the length of a `DURATION`, which begins after `anchor`, else at
    the plan's first day. `others` are the moments that the same figures may name too.
    """

    unit: Unit
    rule: str
    number: int = 0
    day: int | None = None
    year: int | None = None
    paired: bool = False
    plan_year: int | None = None
    feast: str = ""
    edges: tuple[Edge, ...] = ()
    months: int = 0
    days: int = 0
    anchor: "Moment | None" = None
    others: "tuple[Moment, ...]" = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A beginning and an end. A `window` (Sept/Oct) has no beginning of its own: it names one time."""

    first: Moment
    last: Moment
    rule: str
    window: bool = False


@dataclass(frozen=True, slots=True)
class Several:
    """Times named together that share their month (1 and 15 June)."""

    moments: tuple[Moment, ...]


Time = Moment | Span | Several


@dataclass(frozen=True, slots=True)
class Context:
    """What the document says about its own time."""

    plan: Period | None
    calendar: Calendar

    @property
    def financial(self) -> bool:
        """True where quarters and halves reckon from 1 April."""
        return self.calendar == "uk_financial" and not (self.plan and self.plan[0].month == self.plan[0].day == 1)

    @property
    def school(self) -> bool:
        """True where the plan's own years are school years."""
        return self.plan is not None and self.plan[0].month == 9 and self.calendar == "uk_financial"

    @property
    def first_month(self) -> int:
        """The month in which pairs and spans of years begin."""
        if self.calendar == "calendar":
            return 1
        return 9 if self.school else 4
