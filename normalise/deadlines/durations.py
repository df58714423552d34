"""Durations, plan years and months ("within 6 months", "Year 2", "M6") to moments counted from the plan's start."""

from dataclasses import replace

from normalise.deadlines.lexicon import Item
from normalise.deadlines.moments import Edge, Moment, Several, Span, Unit
from normalise.deadlines.rules import VOID, Made, Match, Rule

MONTHS = {"month_word": 1, "quarter_word": 3, "year_word": 12}
DAYS = {"day_word": 1, "week_word": 7}
UNITS = "day_word|week_word|month_word|year_word"
LONGEST_PLAN = 30
"""Years; beyond it "Year n" is no year of a plan."""


def _length(rule: str, number: float, unit: Item) -> Moment | None:
    months = number * MONTHS.get(unit.kind, 0)
    days = number * DAYS.get(unit.kind, 0)
    if months != int(months) or months > 12 * LONGEST_PLAN:
        return None
    return Moment(Unit.DURATION, rule, months=int(months), days=int(days))


def _made(moment: Moment | None) -> Made | None:
    return Made("duration", moment) if moment else None


def _duration(match: Match) -> Made | None:
    """A length; of a range of lengths ("6-12 months") the longest."""
    if match.has("ordinal") and match.one("ordinal").number != 1:
        return None
    return _made(_length(match.rule, match.all("digits", "number")[-1].number, match.one(*MONTHS, *DAYS)))


def _decimal(match: Match) -> Made | None:
    whole, part = match.all("digits")
    return _made(_length(match.rule, float(f"{whole.text}.{part.text}"), match.one(*MONTHS, *DAYS)))


def _plan_year(match: Match) -> Made | None:
    return _counted(match, Unit.PLAN_YEAR, LONGEST_PLAN)


def _plan_month(match: Match) -> Made | None:
    return _counted(match, Unit.PLAN_MONTH, 12 * LONGEST_PLAN)


def _counted(match: Match, unit: Unit, highest: int) -> Made | None:
    figures = match.all("digits", "number", "ordinal")
    numbers = [item.number for item in figures]
    if len(figures[0].text) == 2 and (match.has("slash") or match.next_is("slash")):
        return None  # "years 09/10" is a financial year
    if not all(1 <= n <= highest for n in numbers):
        return None
    moments = [Moment(unit, match.rule, number=n) for n in numbers]
    if len(moments) == 1:
        return Made("plan_year", moments[0])
    if match.has("and", "comma"):
        return Made("span", Several(tuple(moments)))
    return Made("span", Span(moments[0], moments[1], match.rule))


def _plan(match: Match) -> Made:
    return Made("plan", Moment(Unit.PLAN, match.rule, edges=(Edge.END,) if match.has("end") else ()))


def _offset(match: Match) -> Made:
    """A length after (or before) a dated time; after an undated event there is nothing to date."""
    length = match.one("duration").value
    anchor = next((m for m in match.moments() if m is not length), None)
    if not isinstance(length, Moment) or anchor is None:
        return Made(VOID)
    if match.has("before"):
        length = replace(length, months=-length.months, days=-length.days)
    return Made("duration", replace(length, rule=match.rule, anchor=anchor))


def _from_plan(match: Match) -> Made:
    """The moment as it stands: what follows it names the plan, from which it counts anyway."""
    moment = match.moment()
    return Made(match.items[0].kind, replace(moment, rule=f"{moment.rule}+{match.rule}"))


RULES = (
    Rule(
        "duration",
        (f"ordinal? n dash? {UNITS}", f"n dash|to n dash? {UNITS}"),
        _duration,
    ),
    Rule("decimal_duration", (f"digits dot digits dash? {UNITS}",), _decimal),
    Rule(
        "plan_year",
        (
            "year_word dash? n",
            "year_letter digits",
            "digits ordinal_suffix year_word",
            "ordinal year_word",
            "year_word n dash|to|slash|and|comma n",
            "year_letter digits dash|to|slash digits",
            "digits ordinal_suffix dash|to|and digits ordinal_suffix year_word",
            "ordinal dash|to|and ordinal year_word",
        ),
        _plan_year,
    ),
    Rule("plan_month", ("month_word digits", "month_letter digits", "month_word digits dash|to digits"), _plan_month),
    Rule(
        "whole_plan",
        (
            "'plan' 'period'",
            "'life'|'lifetime'|'duration'|'period'|'term' of article? 'plan'|'strategy'|'programme'",
            "throughout|during article? 'plan'|'strategy'",
            "end of article? 'plan'",
            "end of article? 'plan' 'period'",
        ),
        _plan,
    ),
)

OFFSETS = (
    Rule(
        "plan_year_of",
        ("plan_year of article? 'plan'|'strategy'|'programme'",),
        _from_plan,
    ),
    Rule(
        "offset",
        (
            "duration of|after|from|before article? day|month_time|feast|year|fy|quarter_time",
            "duration of|after|from|before",
            "duration 'prior'|'post' to?",
        ),
        _offset,
    ),
    Rule(
        "from_plan_start",
        (
            "duration of|from|after article? 'plan'|'programme'|'strategy' 'start'|'adoption'|'commencement'|'launch'",
            "duration of|from|after 'adoption' of article? 'plan'|'programme'|'strategy'",
            "duration of|from|after article? begin|begins of article? 'plan'|'programme'|'strategy'",
            "duration of|from|after article? 'plan' apostrophe 's' begin|begins",
        ),
        _from_plan,
    ),
)
