"""Day dates in every punctuation to moments: day first, two-digit years, ranges of days, feasts."""

from normalise.deadlines.figures import day_of, full_year, plausible_year
from normalise.deadlines.moments import Moment, Several, Span, Unit
from normalise.deadlines.periods import FIXED_FEASTS, MOVABLE_FEASTS
from normalise.deadlines.rules import Made, Match, Rule

IMPOSSIBLE = Made("impossible")


def _made(moment: Moment | None) -> Made:
    return Made("day", moment) if moment else IMPOSSIBLE


def _numeric(match: Match) -> Made | None:
    day, month, year = match.all("digits", "year4", "figure")
    if year.kind == "digits" and len(year.text) == 1:
        return None
    full = full_year(year)
    return _made(day_of(match.rule, day.number, month.number, full)) if full else IMPOSSIBLE


def _iso(match: Match) -> Made:
    month, day = match.all("digits")
    return _made(day_of(match.rule, day.number, month.number, match.one("year4").number))


def _named(match: Match) -> Made | None:
    """Day, month by name, year; a two-digit number before a further month is that month's day."""
    day, *years = match.all("digits", "year4", "figure")
    year = full_year(years[-1])
    if year is None or (years[-1].kind == "digits" and match.next_is("month", "ordinal_suffix")):
        return None
    return _made(day_of(match.rule, day.number, match.one("month").number, year))


def _without_year(match: Match) -> Made:
    return _made(day_of(match.rule, match.one("digits").number, match.one("month").number, None))


def _month_then_number(match: Match) -> Made | None:
    """Read one figure as a day ("May 3"), and two where they cannot be a year near the plan ("March 31")."""
    digits = match.one("digits")
    if len(digits.text) == 2 and plausible_year(2000 + digits.number, match.context):
        return None
    return _without_year(match)


def _days_together(match: Match) -> Made | None:
    """Read "12-16 July 2010" as a range, "1 and 15 July 2010" as two days."""
    figures = match.all("digits", "year4", "figure")
    behind_month = match.items[-1].kind != "month" and len(figures) > 2
    numbers, years = (figures[:-1], figures[-1:]) if behind_month else (figures, [])
    if years and years[-1].kind == "digits" and match.next_is("month"):
        years = []
    year = full_year(years[-1]) if years else None
    read = [day_of(match.rule, n.number, match.one("month").number, year) for n in numbers]
    days = [day for day in read if day is not None]
    if len(days) < len(numbers) or (years and year is None):
        return IMPOSSIBLE
    if match.has("and", "comma"):
        return Made("span", Several(tuple(days)))
    return Made("span", Span(days[0], days[1], match.rule, window=match.has("slash")))


def _month_end(match: Match) -> Made | None:
    """Read "31/3" without a year only as the last day of a month, alone or after by; "24/7" and "1/2" are none."""
    day, month = match.all("digits")
    if (
        not 1 <= month.number <= 12
        or day.number < 28
        or (match.after and match.after[0].kind in ("", "slash", "digits"))
    ):
        return None
    if match.before and match.before[-1].kind not in ("by", "and", "comma", "until", "to"):
        return None
    if day_of(match.rule, day.number + 1, month.number, 2001) is not None:
        return None
    return _made(day_of(match.rule, day.number, month.number, None))


def _feast(match: Match) -> Made | None:
    name = FEASTS[" ".join(item.text.lower() for item in match.items)]
    return Made("feast", Moment(Unit.FEAST, match.rule, feast=name))


FEASTS = {
    name.replace("'", " ' "): name for name in (*MOVABLE_FEASTS, *FIXED_FEASTS, "advent sunday", "remembrance sunday")
} | {
    "easter sunday": "easter",
    "whitsun": "pentecost",
    "whit sunday": "pentecost",
    "ascension day": "ascension",
    "xmas": "christmas",
    "xmas eve": "christmas eve",
    "christmas day": "christmas",
    "new year ' s day": "new year",
    "new years day": "new year",
    "new years eve": "new year's eve",
    "hallowe ' en": "halloween",
}
"""Printed names, signs set apart by spaces, to the names that `periods.feast` knows."""


def _literal(words: str) -> str:
    return " ".join("apostrophe" if word == "'" else f"'{word}'" for word in words.split())


NTH = "digits ordinal_suffix?"
YEAR = "year4|digits|figure"

RULES = (
    Rule(
        "day_month_year",
        (
            f"digits ordinal_suffix? of? article? sep? month sep? comma? apostrophe? {YEAR}",
            f"weekday dot? comma? article? digits ordinal_suffix? of? sep? month sep? comma? apostrophe? {YEAR}",
        ),
        _named,
    ),
    Rule(
        "month_day_year",
        (
            "month digits ordinal_suffix? comma? apostrophe? year4",
            "month digits ordinal_suffix? comma apostrophe? digits",
        ),
        _named,
    ),
    Rule(
        "numeric_day",
        (
            *(f"weekday? digits {sep} digits {sep} apostrophe? {YEAR}" for sep in ("dot", "slash", "dash")),
            "digits digits year4",
            "digits dot slash digits dot slash digits|year4",
        ),
        _numeric,
    ),
    Rule("iso_day", tuple(f"year4 {sep} digits {sep} digits" for sep in ("dash", "slash", "dot")), _iso),
    Rule(
        "day_month",
        (
            "digits ordinal_suffix? of? sep? month",
            "weekday dot? comma? article? digits ordinal_suffix? of? sep? month",
            "month digits ordinal_suffix",
        ),
        _without_year,
    ),
    Rule("month_day", ("month digits",), _month_then_number),
    Rule(
        "days_of_month",
        (
            f"{NTH} dash|to|and|slash|comma {NTH} of? month comma? apostrophe? {YEAR}",
            f"{NTH} dash|to|and|slash|comma {NTH} of? month",
            f"{NTH} comma {NTH} comma|and {NTH} of? month apostrophe? {YEAR}",
            f"{NTH} comma {NTH} comma|and {NTH} of? month",
            f"month {NTH} dash|to {NTH} comma? year4",
        ),
        _days_together,
    ),
    Rule("month_end_day", ("digits slash|dot digits",), _month_end),
    Rule("feast", tuple(_literal(name) for name in FEASTS), _feast),
)
