"""Ambiguity is kept: every reading lists the others that its words allow, each with its rule."""

from datetime import date

import pytest
from hypothesis import given, settings

from models import Alternative
from normalise import Calendar, Period, join_deadlines, read_deadlines
from normalise.deadlines.alternatives import AMBIGUITIES
from tests.normalise.alternative_examples import EXAMPLES, ONE_MEANING
from tests.normalise.test_deadline_properties import CALENDARS, PERIODS, TEXTS

PLANS: dict[str, tuple[Period, Calendar]] = {
    "one_year": ((date(2010, 4, 1), date(2011, 3, 31)), "uk_financial"),
    "three_years": ((date(2009, 4, 1), date(2012, 3, 31)), "uk_financial"),
    "school": ((date(2010, 9, 1), date(2013, 8, 31)), "uk_financial"),
    "abroad": ((date(2018, 1, 1), date(2022, 12, 31)), "calendar"),
}


def written(readings: list[Alternative]) -> str:
    return " + ".join(
        " ".join(filter(None, [f"{a.start_date or ''}..{a.due_date or ''}", a.recurrence])) for a in readings
    )


@pytest.mark.parametrize(
    ("rule", "plan", "text", "reading"),
    [(rule, *example) for rule, examples in EXAMPLES.items() for example in examples],
)
def test_examples(rule: str, plan: str, text: str, reading: str) -> None:
    [deadline] = read_deadlines(text, *PLANS[plan])
    assert written([a for a in deadline.alternatives if a.rule == rule]) == reading


def test_every_ambiguity_has_examples() -> None:
    rules = [ambiguity.name for ambiguity in AMBIGUITIES]
    assert len(rules) == len(set(rules))
    assert {*rules, "start_left_open", "two_ways"} == set(EXAMPLES)


@pytest.mark.parametrize("text", ONE_MEANING)
def test_words_of_one_meaning_have_no_other(text: str) -> None:
    [deadline] = read_deadlines(text, *PLANS["one_year"])
    assert deadline.alternatives == ()


@settings(max_examples=200, deadline=None)
@given(TEXTS, PERIODS, CALENDARS)
def test_alternatives_differ_from_the_reading_and_from_each_other(text, plan, calendar) -> None:  # type: ignore[no-untyped-def]
    for deadline in read_deadlines(text, plan, calendar):
        said = [
            (d.start_date, d.due_date, d.ongoing, d.recurrence, d.provisional)
            for d in (deadline, *deadline.alternatives)
        ]
        assert len(set(said)) == len(said)


def test_two_columns_keep_the_ambiguity_of_each() -> None:
    [deadline] = join_deadlines("FY10", "Q4 2011")
    assert (deadline.start_date, deadline.due_date) == (date(2009, 4, 1), date(2012, 3, 31))
    found = {(a.start_date, a.due_date): a.rule for a in deadline.alternatives}
    assert found[date(2010, 4, 1), date(2012, 3, 31)] == "year_beginning"
    assert found[date(2009, 4, 1), date(2011, 12, 31)] == "other_calendar"
