"""Deadline cells to readings: every rule by its examples, and what must not be read."""

from datetime import date

import pytest

from models import Deadline, Precision
from normalise import Calendar, Period, read_deadlines
from normalise.deadlines.pipeline import STAGES
from tests.normalise.deadline_examples import EXAMPLES, NOTHING, VARIANTS

PLAN = (date(2010, 4, 1), date(2011, 3, 31))
THREE_YEARS = (date(2009, 4, 1), date(2012, 3, 31))
SCHOOL = (date(2010, 9, 1), date(2013, 8, 31))
ABROAD = (date(2018, 1, 1), date(2022, 12, 31))
SILENT = {"money", "percentage", "reference_number", "ratio", "clock_time", "more_than", "focus"} | {
    "superseded",
    "impossible_dated",
}
"""Rules that set words aside, so that no reading carries their name."""
MARKS = SILENT | {"not_done_yet"}
"""Rules that only clear the way for others."""


def written(deadlines: list[Deadline]) -> str:
    """Readings in the notation of the examples."""
    return " + ".join(
        " ".join(
            filter(
                None,
                [
                    f"{d.start_date or ''}..{d.due_date or ''}",
                    "ongoing" if d.ongoing else "",
                    d.recurrence or "",
                    "provisional" if d.provisional else "",
                ],
            )
        )
        for d in deadlines
    )


def every_example() -> list[tuple[str, str, str]]:
    return [(rule, text, reading) for rule, examples in EXAMPLES.items() for text, reading in examples]


@pytest.mark.parametrize(("rule", "text", "reading"), every_example())
def test_examples(rule: str, text: str, reading: str) -> None:
    assert written(read_deadlines(text, PLAN)) == reading


@pytest.mark.parametrize("rule", sorted(set(EXAMPLES) - MARKS))
def test_readings_name_their_rule(rule: str) -> None:
    names = {name for text, _ in EXAMPLES[rule] for d in read_deadlines(text, PLAN) for name in d.rule.split("+")}
    assert rule in names


def test_every_rule_has_examples() -> None:
    rules = [rule.name for stage in STAGES.values() for rule in stage]
    assert len(rules) == len(set(rules))
    assert set(rules) | VARIANTS == set(EXAMPLES)


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_read_where_nothing_is(text: str) -> None:
    assert read_deadlines(text, PLAN) == []


@pytest.mark.parametrize(
    ("text", "plan", "calendar", "reading"),
    [
        ("Q2", ABROAD, "calendar", "..2018-06-30"),
        ("Q2/2019", ABROAD, "calendar", "..2019-06-30"),
        ("H1 2019", ABROAD, "calendar", "..2019-06-30"),
        ("2019-2021", ABROAD, "calendar", "2019-01-01..2021-12-31"),
        ("2019/20", ABROAD, "calendar", "2019-01-01..2020-12-31"),
        ("2019-2021", ABROAD, "uk_financial", "2019-04-01..2021-03-31"),
        ("Q2", (date(2012, 1, 1), date(2012, 12, 31)), "uk_financial", "..2012-06-30"),
        ("Financial year 2019/20", ABROAD, "calendar", "2019-04-01..2020-03-31"),
        ("by the end of the financial year", ABROAD, "calendar", "..2018-03-31"),
        ("Financial year 2010/11", SCHOOL, "uk_financial", "2010-04-01..2011-03-31"),
        ("2010/11", SCHOOL, "uk_financial", "2010-09-01..2011-08-31"),
        ("Q4 2010", PLAN, "uk_financial", "..2011-03-31"),
        ("Q4 2010", (date(2009, 4, 1), date(2010, 3, 31)), "uk_financial", "..2010-03-31"),
        ("June", THREE_YEARS, "uk_financial", "..2009-06-30"),
        ("January to March", THREE_YEARS, "uk_financial", "2010-01-01..2010-03-31"),
        ("29 February", THREE_YEARS, "uk_financial", "..2012-02-29"),
        ("Year 2 Q3", THREE_YEARS, "uk_financial", "..2010-12-31"),
        ("Y1-Y3", THREE_YEARS, "uk_financial", "2009-04-01..2012-03-31"),
        ("Years 2 and 3", THREE_YEARS, "uk_financial", "2010-04-01..2011-03-31 + 2011-04-01..2012-03-31"),
        ("2008-11", (date(2008, 4, 1), date(2011, 3, 31)), "uk_financial", "2008-04-01..2011-03-31"),
        ("2006/08", (date(2006, 1, 1), date(2006, 12, 31)), "uk_financial", "..2006-08-31"),
        ("March 26", (date(2024, 4, 1), date(2028, 3, 31)), "uk_financial", "..2026-03-31"),
        ("2009/10 (Year 1)", THREE_YEARS, "uk_financial", "2009-04-01..2010-03-31"),
        ("June", None, "uk_financial", ""),
        ("Q1", None, "uk_financial", ""),
        ("Year 2", None, "uk_financial", ""),
        ("within 6 months", None, "uk_financial", ""),
        ("Q1 2010/11", None, "uk_financial", "..2010-06-30"),
        ("30.6.10", None, "uk_financial", "..2010-06-30"),
    ],
)
def test_the_plan_dates_what_the_cell_leaves_open(
    text: str, plan: Period | None, calendar: Calendar, reading: str
) -> None:
    assert written(read_deadlines(text, plan, calendar)) == reading


@pytest.mark.parametrize(
    ("text", "edtf", "precision"),
    [
        ("30 June 2010", "2010-06-30", Precision.DAY),
        ("June 2010", "2010-06", Precision.MONTH),
        ("by June 2010", "../2010-06", Precision.MONTH),
        ("from June 2010", "2010-06/..", Precision.MONTH),
        ("Q1 2010/11", "2010-34", Precision.QUARTER),
        ("Q1 2010/11 (TBC)", "2010-04?/2010-06?", Precision.QUARTER),
        ("Winter 2010", "2010-24", Precision.SEASON),
        ("2010", "2010", Precision.YEAR),
        ("2010/11", "2010-04/2011-03", Precision.FINANCIAL_YEAR),
        ("early June 2010", "2010-06-10~", Precision.MONTH),
        ("early June 2010 TBC", "2010-06-01?/2010-06-10%", Precision.MONTH),
        ("May - June 2010", "2010-05/2010-06", Precision.MONTH),
        ("June 2010 TBC", "2010-06?", Precision.MONTH),
        ("Ongoing", None, None),
    ],
)
def test_edtf_and_precision(text: str, edtf: str | None, precision: Precision | None) -> None:
    [deadline] = read_deadlines(text, PLAN)
    assert (deadline.edtf, deadline.precision) == (edtf, precision)


@pytest.mark.parametrize(
    ("text", "rrule"),
    [
        ("Annually each June", "FREQ=YEARLY;BYMONTH=6"),
        ("By 30 June each year", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30"),
        ("Quarterly", "FREQ=MONTHLY;INTERVAL=3"),
        ("Quarterly (March, June, September, December)", "FREQ=YEARLY;BYMONTH=3,6,9,12"),
        ("Weekly to 30 June 2010", "FREQ=WEEKLY;UNTIL=20100630"),
        ("June 2010 and yearly thereafter", "FREQ=YEARLY;BYMONTH=6"),
        ("Every 5 years", "FREQ=YEARLY;INTERVAL=5"),
        ("Termly", None),
    ],
)
def test_rrule(text: str, rrule: str | None) -> None:
    [deadline] = read_deadlines(text, PLAN)
    assert deadline.rrule == rrule


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Report to Council  by\n30 June 2010", ["by 30 June 2010"]),
        ("Draft May 2010; final July 2010", ["May 2010", "July 2010"]),
        ("Ongoing (to June 2010)", ["Ongoing (to June 2010)"]),
    ],
)
def test_text_is_the_words_read(text: str, words: list[str]) -> None:
    assert [d.text for d in read_deadlines(text, PLAN)] == words


def test_condition_is_kept_as_printed() -> None:
    [deadline] = read_deadlines("June 2010 (subject to the Board's approval)", PLAN)
    assert deadline.condition == "subject to the Board's approval"
