"""Words for how often (every two years, 6-monthly) to intervals, and intervals to the contract's words."""

from dataclasses import dataclass, field

from models import Recurrence
from normalise.deadlines.rules import Made, Match, Rule


@dataclass(frozen=True, slots=True)
class Interval:
    """Every `count` units; the unit is day, week, month, term or year. `other` is what the word may mean too."""

    count: int
    unit: str
    adjective: bool = field(default=False, compare=False)
    rule: str = field(default="each_year", compare=False)
    other: "Interval | None" = field(default=None, compare=False)

    @property
    def word(self) -> Recurrence | None:
        """The contract's word for it, where there is one."""
        return NAMED.get((self.count, self.unit))


NAMED = {
    (1, "day"): Recurrence.DAILY,
    (1, "week"): Recurrence.WEEKLY,
    (2, "week"): Recurrence.FORTNIGHTLY,
    (1, "month"): Recurrence.MONTHLY,
    (2, "month"): Recurrence.TWO_MONTHLY,
    (3, "month"): Recurrence.QUARTERLY,
    (1, "term"): Recurrence.TERMLY,
    (6, "month"): Recurrence.HALF_YEARLY,
    (1, "year"): Recurrence.YEARLY,
    (2, "year"): Recurrence.TWO_YEARLY,
    (3, "year"): Recurrence.THREE_YEARLY,
}
UNITS = {
    "day_word": (1, "day"),
    "week_word": (1, "week"),
    "month_word": (1, "month"),
    "quarter_word": (3, "month"),
    "term_word": (1, "term"),
    "year_word": (1, "year"),
}
TWO_WAYS = {(6, "month"): (2, "year"), (2, "month"): (2, "week")}
"""What words with bi- are read as, and what they mean to others: twice in the time, or every second one."""

MONTHS_IN = {"quarter_word": 3, "year_word": 12}


def _made(match: Match, count: int, unit: str, adjective: bool = False) -> Made | None:
    if count < 1:
        return None
    if unit == "month" and count % 12 == 0:
        count, unit = count // 12, "year"
    with_bi = any(item.text.lower().startswith("bi") for item in match.items)
    other = Interval(*TWO_WAYS[count, unit], rule="two_ways") if with_bi and (count, unit) in TWO_WAYS else None
    return Made("recurrence", Interval(count, unit, adjective, match.rule, other))


def _often(match: Match) -> Made | None:
    """Read "Monthly"; before a further word "annual" may name a thing ("annual report") and says so."""
    word = match.one("often")
    count, unit = str(word.value).split()
    return _made(
        match, int(count), unit, adjective=word.text.lower() == "annual" and match.next_is("", "review", "target")
    )


def _multiplied(match: Match) -> Made | None:
    """Read "Two-yearly", "6-monthly"."""
    count, unit = str(match.one("often").value).split()
    return _made(match, int(count) * match.one("digits", "number").number, unit)


def _half(match: Match) -> Made | None:
    """Read "Half-yearly", "bi-annually" as twice a year; "bi-monthly" is every two months, "bi-weekly" a fortnight."""
    count, unit = str(match.one("often").value).split()
    if unit == "year":
        return _made(match, 6, "month")
    return _made(match, 2 * int(count), unit)


def _every(match: Match) -> Made | None:
    count, unit = UNITS[match.one(*UNITS).kind]
    numbers = match.all("digits", "number", "ordinal")
    return _made(match, count * (numbers[0].number if numbers else 1), unit)


def _every_other(match: Match) -> Made | None:
    count, unit = UNITS[match.one(*UNITS).kind]
    return _made(match, 2 * count, unit)


def _times(match: Match) -> Made | None:
    """Read "Twice a year", "4 times per annum", "once a month", "3 meetings per ward a year"."""
    times = match.one("times", "digits", "number").number
    if times == 0:
        return None
    often = match.all("often")
    if often:
        count, unit = str(often[0].value).split()
        months = 12 * int(count) if unit == "year" else int(count) if unit == "month" else 0
    else:
        word = match.one(*UNITS).kind
        count_of_one, unit = UNITS[word]
        months = MONTHS_IN.get(word, 1 if word == "month_word" else 0)
        count = str(count_of_one)
    if times == 1:
        return _made(match, int(count), unit)
    if months == 1 and times == 2:
        return _made(match, 2, "week")
    return _made(match, months // times, "month") if months and months % times == 0 else None


ANY_UNIT = "day_word|week_word|month_word|quarter_word|term_word|year_word"

RULES = (
    Rule("how_often", ("often",), _often),
    Rule("counted_often", ("digits|number dash? often",), _multiplied),
    Rule("half_often", ("'bi'|'semi' dash? often", "half dash? often", "'bi' dash? 'annual'|'annually'"), _half),
    Rule(
        "every",
        (
            f"every {ANY_UNIT}",
            f"every n|ordinal {ANY_UNIT}",
            f"every digits ordinal_suffix {ANY_UNIT}",
            f"times in|every n {ANY_UNIT}",
            "'all' 'year' 'round'",
        ),
        _every,
    ),
    Rule("every_other", (f"every 'other'|'alternate' {ANY_UNIT}", f"'alternate' {ANY_UNIT}"), _every_other),
    Rule(
        "times_per",
        (
            f"times article|every|in {ANY_UNIT}",
            "times dash? often",
            f"n 'times'|'x' article|every|in {ANY_UNIT}",
            "n 'times'|'x' often",
            f"n every {ANY_UNIT}",
            f"n word article|every|slash {ANY_UNIT}",
            f"n word word|to|of|in slash? word? article|every|slash {ANY_UNIT}",
            f"n word slash|every|article word slash|every|article {ANY_UNIT}",
        ),
        _times,
    ),
    Rule("per_annum", ("'p' dot 'a' dot?",), lambda match: _made(match, 1, "year")),
)
