"""Years, financial years and spans of years, in every form, to moments."""

from dataclasses import replace

from normalise.deadlines.figures import full_year, second_year
from normalise.deadlines.moments import Edge, Moment, Unit
from normalise.deadlines.rules import Made, Match, Rule

CONTINUES_AS_DATE = ("month", "ordinal_suffix")
LONGEST_SPAN = 60
"""Years; figures further apart are no span of a plan's years."""


def _pair(match: Match) -> Made | None:
    """Read "2009/10" as a financial year, "2008-11" as three of them, "2006/06" as June 2006."""
    start, end = match.all("year4", "digits")
    first = start.number
    last = second_year(first, end)
    if end.kind == "digits" and match.next_is(*CONTINUES_AS_DATE):
        return None
    if last == first + 1 and not match.has("to"):
        return Made("fy", Moment(Unit.YEAR_PAIR, match.rule, year=first, paired=True))
    if not match.has("slash", "dash", "to"):
        return None
    month = Moment(Unit.MONTH, "numeric_month", number=end.number, year=first)
    years = _span_of_years(first, last)
    as_month = end.kind == "digits" and len(end.text) == 2 and 1 <= end.number <= 12
    if as_month and (last is None or (match.has("slash") and not _is_plan(first, last, match))):
        return Made("month_time", replace(month, others=(years,) if years else ()))
    if years is None:
        return None
    return Made("fy", replace(years, others=(month,) if as_month else ()))


def _span_of_years(first: int, last: int | None) -> Moment | None:
    if last is None or last > first + LONGEST_SPAN:
        return None
    return Moment(Unit.YEARS, "year_span", number=last, year=first, paired=True)


def _listed_years(match: Match) -> Made | None:
    """Read years in a row ("2018/2019/2020") as one span."""
    years = [item.number for item in match.all("year4")]
    if years != list(range(years[0], years[0] + len(years))):
        return None
    return Made("fy", Moment(Unit.YEARS, match.rule, number=years[-1], year=years[0], paired=True))


def _is_plan(first: int, last: int, match: Match) -> bool:
    plan = match.context.plan
    return plan is not None and (plan[0].year, plan[1].year) == (first, last)


def _short_pair(match: Match) -> Made | None:
    """Read "09/10": two figures each, one year apart; "24/7", "5/8" and "10-11 March" are none."""
    start, end = match.all("digits")
    consecutive = len(start.text) == len(end.text) == 2 and (start.number + 1) % 100 == end.number
    if not consecutive or match.next_is(*CONTINUES_AS_DATE):
        return None
    if (
        match.next_is("slash" if match.has("slash") else "dash", "dot")
        and len(match.after) > 1
        and match.after[1].kind in ("digits", "month")
    ):
        return None
    if match.has("dash") and match.next_is("", "day_word", "week_word", "month_word", "year_word"):
        return None
    month = Moment(Unit.MONTH, "numeric_month", number=start.number, year=full_year(end))
    others = (month,) if match.has("slash") and 1 <= start.number <= 12 else ()
    return Made("fy", Moment(Unit.YEAR_PAIR, match.rule, year=full_year(start), paired=True, others=others))


def _year(match: Match) -> Made | None:
    if match.has("year_word") and _goes_on(match):
        return None  # "years 2010/11"
    return Made("year", Moment(Unit.YEAR, match.rule, year=match.one("year4").number))


def _short_year(match: Match) -> Made | None:
    year = full_year(match.one("digits"))
    return Made("year", Moment(Unit.YEAR, match.rule, year=year)) if year else None


def _end_of_short_year(match: Match) -> Made | None:
    """Read "By end of 09"."""
    made = None if match.next_is(*CONTINUES_AS_DATE, "slash", "dot", "dash") else _short_year(match)
    if made is None or not isinstance(made.value, Moment):
        return None
    return Made("year", replace(made.value, edges=(Edge.END,)))


def _year_ending(match: Match) -> Made | None:
    """Read "FY10" as the year that ends in 2010."""
    year = full_year(match.one("digits", "year4"))
    if year is None or _goes_on(match):
        return None
    return Made("fy", Moment(Unit.FINANCIAL_YEAR, match.rule, year=year - 1, paired=True))


def _goes_on(match: Match) -> bool:
    return (
        len(match.after) >= 2
        and match.after[0].kind in ("slash", "dash")
        and match.after[1].kind in ("digits", "year4")
    )


def _open_financial_year(match: Match) -> Made:
    return Made("fy", Moment(Unit.FINANCIAL_YEAR, match.rule, paired=True))


def _open_calendar_year(match: Match) -> Made:
    return Made("year", Moment(Unit.YEAR, match.rule))


def _open_academic_year(match: Match) -> Made:
    return Made("fy", Moment(Unit.ACADEMIC_YEAR, match.rule, paired=True))


RULES = (
    Rule("financial_year", ("year4 slash|dash|to? apostrophe? digits|year4",), _pair),
    Rule("three_years", ("year4 slash|dash year4 slash|dash year4",), _listed_years),
    Rule("short_financial_year", ("apostrophe? digits slash|dash apostrophe? digits",), _short_pair),
    Rule("year_ending", ("financial dash? apostrophe? digits|year4", "'f' slash 'y' digits|year4"), _year_ending),
    Rule("calendar_year", ("year4", "year_word year4", "'calendar' year_word year4"), _year),
    Rule("short_year", ("apostrophe digits",), _short_year),
    Rule("end_of_short_year", ("end of apostrophe? digits",), _end_of_short_year),
    Rule(
        "named_financial_year",
        ("'financial'|'fiscal'|'budget'|'municipal'|'civic' year_word", "financial", "'f' slash 'y'"),
        _open_financial_year,
    ),
    Rule("open_calendar_year", ("'calendar' year_word",), _open_calendar_year),
    Rule("academic_year", ("'academic'|'school' year_word",), _open_academic_year),
)
