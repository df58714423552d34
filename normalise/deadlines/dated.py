"""Quarters, halves, seasons, terms and months joined to the year that stands beside them."""

from dataclasses import replace

from normalise.deadlines.figures import full_year
from normalise.deadlines.moments import Moment, Several, Span, Unit
from normalise.deadlines.rules import Made, Match, Rule

PARTS = "quarter_time|half_time|season_time|term_time|month_time|feast"


def with_year(moment: Moment, year: Moment, rule: str) -> Moment:
    """The part of a year with that year; a plan year counts from the plan."""
    dated = replace(moment, rule=f"{moment.rule}+{rule}")
    if year.unit is Unit.PLAN_YEAR:
        return replace(dated, plan_year=year.number)
    return replace(dated, year=year.year, paired=year.paired)


def _dated(match: Match) -> Made | None:
    """Join "Q4 09/10", "2010/11 Q3", "Autumn term of 2010", "Year 2 Q3"; a part that has its year already is left."""
    part = next(item for item in match.items if item.kind in PARTS.split("|"))
    year = next(item for item in match.items if item.kind in ("year", "fy", "plan_year"))
    moment, years = part.value, year.value
    if not isinstance(moment, Moment) or not isinstance(years, Moment):
        return None
    if (
        moment.year is not None
        or years.unit in (Unit.YEARS, Unit.PLAN_MONTH)
        or (years.year is None and years.unit is not Unit.PLAN_YEAR)
    ):
        return None
    return Made(part.kind, with_year(moment, years, match.rule))


def _span_dated(match: Match) -> Made | None:
    span, year = match.one("span").value, match.one("year", "fy", "plan_year").value
    if not isinstance(year, Moment) or year.unit is Unit.YEARS:
        return None
    if isinstance(span, Several) and all(m.year is None and m.unit is Unit.QUARTER for m in span.moments):
        return Made("span", Several(tuple(with_year(m, year, match.rule) for m in span.moments)))
    if not isinstance(span, Span):
        return None
    if span.first.year is not None or span.first.unit not in (Unit.QUARTER, Unit.HALF):
        return None
    first, last = (with_year(moment, year, match.rule) for moment in (span.first, span.last))
    return Made("span", replace(span, first=first, last=last))


def _short(match: Match) -> Made | None:
    """Join "Autumn 16", "Christmas 10"."""
    part = match.items[0]
    year = full_year(match.one("digits"))
    of_year = isinstance(part.value, Moment) and part.value.unit in (Unit.QUARTER, Unit.HALF)
    if year is None or not isinstance(part.value, Moment) or match.next_is("month", "slash"):
        return None
    if of_year and match.next_is(""):
        return None
    return Made(part.kind, replace(part.value, year=year, rule=f"{part.value.rule}+{match.rule}"))


def _named_year(match: Match) -> Made | None:
    """Join "Financial year 2011/12", "2010/11 academic year", "Year 2010/11", where one of the two has the figures."""
    moments = list(match.moments())
    dated = [m for m in moments if m.year is not None]
    if len(dated) != 1:
        return None
    year = dated[0]
    named = {m.unit for m in moments} & {Unit.ACADEMIC_YEAR, Unit.FINANCIAL_YEAR}
    if named and year.unit is Unit.YEAR_PAIR:
        year = replace(year, unit=named.pop())
    return Made("fy" if year.paired else "year", replace(year, rule="+".join([*(m.rule for m in moments), match.rule])))


SEP = "sep? of|in? article?"

RULES = (
    Rule(
        "dated",
        (
            f"{PARTS} {SEP} year|fy|plan_year",
            f"{PARTS} open year|fy|plan_year close",
            "year|fy|plan_year sep? quarter_time|half_time|term_time",
        ),
        _dated,
    ),
    Rule("span_dated", (f"span {SEP} year|fy|plan_year", "year|fy|plan_year sep? span"), _span_dated),
    Rule("short_dated", ("season_time|term_time|feast|quarter_time|half_time apostrophe? digits",), _short),
    Rule("impossible_dated", ("impossible slash|of|in? year|fy|plan_year",), lambda _: Made("impossible")),
    Rule("named_year", ("fy fy", "fy year", "year_word fy", "fy year_word", "'calendar' year_word year"), _named_year),
)
