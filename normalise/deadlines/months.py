"""Months, by name or number, with or without a year, to moments."""

from normalise.deadlines.figures import day_of, full_year, plausible_year
from normalise.deadlines.moments import Moment, Unit
from normalise.deadlines.rules import Made, Match, Rule


def _month(match: Match, number: int, year: int | None) -> Made:
    return Made("month_time", Moment(Unit.MONTH, match.rule, number=number, year=year))


def _named(match: Match) -> Made | None:
    """Read "Sept 10" as September 2010; two figures far from the plan's years are no year."""
    figures = match.one("year4", "digits")
    year = full_year(figures)
    if year is None or (figures.kind == "digits" and not plausible_year(year, match.context)):
        return None
    if figures.kind == "digits" and match.next_is("ordinal_suffix"):
        return None
    if _goes_on_as_pair(match, year):
        return None
    number = match.one("month").number
    others = day_of("month_day", figures.number, number, None) if _may_be_day(match) else None
    moment = Moment(Unit.MONTH, match.rule, number=number, year=year, others=(others,) if others else ())
    return Made("month_time", moment)


def _may_be_day(match: Match) -> bool:
    """True for two figures right behind the month's name, which may be its day ("Sept 10")."""
    return [item.kind for item in match.items] == ["month", "digits"]


def _goes_on_as_pair(match: Match, year: int) -> bool:
    """True in "September 2010/11", whose year is the pair."""
    return (
        len(match.after) >= 2
        and match.after[0].kind == "slash"
        and match.after[1].kind == "digits"
        and match.after[1].number == (year + 1) % 100
    )


def _year_first(match: Match) -> Made | None:
    if match.next_is("year4", "digits", "apostrophe"):
        return None
    return _named(match)


def _numeric(match: Match) -> Made | None:
    """Read "03/2010", and "03/13" only where it lies inside the plan and cannot be a day and month."""
    number, figures = match.all("digits", "year4")
    year = full_year(figures)
    if year is None or match.next_is("slash", "dot", "dash"):
        return None
    if not 1 <= number.number <= 12:
        return Made("impossible") if figures.kind == "year4" and match.has("slash") else None
    if figures.kind == "digits":
        plan = match.context.plan
        if plan is None or figures.number <= 12 or figures.number == number.number + 1:
            return None
        if not (plan[0].year, plan[0].month) <= (year, number.number) <= (plan[1].year, plan[1].month):
            return None
    return _month(match, number.number, year)


def _bare(match: Match) -> Made:
    return _month(match, match.one("month").number, None)


RULES = (
    Rule(
        "month_year",
        (
            "month sep? sep? apostrophe? year4|digits",
            "month dot? open apostrophe? year4 close",
            "month of|in year4",
        ),
        _named,
    ),
    Rule("year_month", ("year4 sep? month",), _year_first),
    Rule("numeric_month", ("digits slash|dash|dot year4", "digits slash digits"), _numeric),
    Rule("month", ("month dot?",), _bare),
)
