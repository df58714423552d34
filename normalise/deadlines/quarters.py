"""Quarters, half-years, seasons and school terms to moments."""

from normalise.deadlines.moments import Moment, Several, Span, Unit
from normalise.deadlines.rules import Made, Match, Rule

HIGHEST_DIGIT = 9


def _numbered(kind: str, unit: Unit, highest: int, match: Match) -> Made | None:
    numbers = [4 if item.kind == "final" else item.number for item in match.all("digits", "number", "ordinal", "final")]
    if not all(1 <= n <= highest for n in numbers):
        figure = numbers[0] if match.has("quarter_letter") and len(numbers) == 1 else 0
        return Made("impossible") if highest < figure <= HIGHEST_DIGIT else None  # "Q5" is none, "Q12" a question
    moments = [Moment(unit, match.rule, number=min(n, highest)) for n in numbers]
    if match.has("and", "comma"):
        return Made("span", Several(tuple(moments)))
    if len(moments) == 2:
        return Made("span", Span(moments[0], moments[1], match.rule, window=match.has("slash")))
    return Made(kind, moments[0])


def _quarter(match: Match) -> Made | None:
    return _numbered("quarter_time", Unit.QUARTER, 4, match)


def _half(match: Match) -> Made | None:
    if match.has("final"):
        return Made("half_time", Moment(Unit.HALF, match.rule, number=2))
    if not match.has("digits", "number", "ordinal"):
        return Made("half_time", Moment(Unit.HALF, match.rule, number=1))
    return _numbered("half_time", Unit.HALF, 2, match)


def _months_of_year(match: Match) -> Made | None:
    """Read "first six months of" a year as its first half, "last three months of" as its last quarter."""
    length = match.one("digits", "number").number
    which = match.one("ordinal", "final")
    parts = {6: ("half_time", Unit.HALF, 2), 3: ("quarter_time", Unit.QUARTER, 4)}
    if length not in parts:
        return None
    kind, unit, count = parts[length]
    number = count if which.kind == "final" else which.number
    return Made(kind, Moment(unit, match.rule, number=number)) if number <= count else None


def _season(match: Match) -> Made:
    return Made("season_time", Moment(Unit.SEASON, match.rule, number=match.one("season").number))


def _term(match: Match) -> Made | None:
    number = match.one("season").number
    return Made("term_time", Moment(Unit.TERM, match.rule, number=number)) if number <= 3 else None


NTH = ("digits ordinal_suffix", "ordinal", "final")

RULES = (
    Rule(
        "quarter",
        (
            "quarter_letter dot? dash? digits",
            "quarter_word dot? n|ordinal",
            *(f"{nth} quarter_word dot?" for nth in NTH),
            "quarter_letter|quarter_word dot? digits dash|to|slash|and|comma digits",
            "quarter_letter|quarter_word digits comma digits comma|and digits",
        ),
        _quarter,
    ),
    Rule(
        "half_year",
        (
            "half_letter digits",
            *(f"{nth} half" for nth in NTH),
            *(f"{nth} half dash? year_word" for nth in NTH),
            *(f"{nth} half of article? year_word" for nth in NTH),
            "half dash? year_word n",
            "article? half dash? year_word",
            "half dash? year_word dash? end",
        ),
        _half,
    ),
    Rule("months_of_year", ("ordinal|final n month_word of",), _months_of_year),
    Rule("season", ("season", "season 'holiday'|'holidays'"), _season),
    Rule("school_term", ("season dot? term_word",), _term),
)
