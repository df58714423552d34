"""What holds for every text that a deadline cell may hold, dates or not."""

from datetime import date, datetime
from time import perf_counter

import pytest
from dateutil.rrule import rrulestr
from edtf import parse_edtf
from hypothesis import example, given, settings
from hypothesis import strategies as st

from normalise import Period, deadlines_in_prose, join_deadlines, read_deadlines
from normalise.deadlines.lexicon import words

SIGNS = [*"-–/.,;:()&+?'‘’\"|<>£%", "…", "\n", "  "]
FIGURES = [
    "0",
    "00",
    "1",
    "3",
    "04",
    "09",
    "10",
    "11",
    "31",
    "99",
    "2010",
    "2011",
    "2009/10",
    "31.3.10",
    "29/02/2011",
    "2006-06",
]
PLAIN = ["Council", "report", "q", "st", "will", "be", "agreed", "subject", "as", "Smith", "with", "effect"]
CELLS = st.lists(st.sampled_from([*sorted(words()), *SIGNS, *FIGURES, *PLAIN]), max_size=10).flatmap(
    lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])
)
TEXTS = CELLS | st.text(max_size=40)
DAYS = st.dates()
PERIODS: st.SearchStrategy[Period | None] = st.none() | st.tuples(DAYS, DAYS).map(lambda p: (min(p), max(p)))
CALENDARS = st.sampled_from(["uk_financial", "calendar"])


@settings(max_examples=400, deadline=None)
@given(TEXTS, PERIODS, CALENDARS)
@example("00 every year", None, "calendar")
@example("29 February", (date(9999, 1, 1), date(9999, 12, 31)), "uk_financial")
@example("before end of years 09/10", (date(1, 1, 1), date(1, 12, 31)), "calendar")
def test_every_reading_is_sound(text, plan, calendar) -> None:  # type: ignore[no-untyped-def]
    readings = read_deadlines(text, plan, calendar)
    collapsed = " ".join(text.split())
    for deadline in readings:
        assert deadline.text in collapsed
        assert deadline.text
        assert deadline.rule
        if deadline.edtf:
            parse_edtf(deadline.edtf)
        if deadline.rrule:
            rrulestr(deadline.rrule, dtstart=datetime(2010, 1, 1))
        if deadline.start_date and deadline.due_date:
            assert deadline.start_date <= deadline.due_date
    assert all(deadline in readings for deadline in deadlines_in_prose(text, plan, calendar))


@settings(max_examples=200, deadline=None)
@given(TEXTS | st.none(), TEXTS | st.none(), PERIODS, CALENDARS)
def test_two_columns_never_fail(start, end, plan, calendar) -> None:  # type: ignore[no-untyped-def]
    for deadline in join_deadlines(start, end, plan, calendar):
        assert not (deadline.start_date and deadline.due_date) or deadline.start_date <= deadline.due_date
        if deadline.edtf:
            parse_edtf(deadline.edtf)


@settings(max_examples=100, deadline=None)
@given(
    st.dates(date(1990, 1, 1), date(2069, 12, 31)), st.sampled_from(["%d/%m/%Y", "%d.%m.%y", "%d %B %Y", "%d-%b-%y"])
)
def test_a_day_is_read_back_from_every_form(day: date, form: str) -> None:
    [deadline] = read_deadlines(f"{day:{form}}")
    assert deadline.due_date == day


@settings(max_examples=60, deadline=None)
@given(st.integers(1990, 2060), st.integers(1, 4))
def test_quarters_tile_the_financial_year(year: int, number: int) -> None:
    [quarter] = read_deadlines(f"during Q{number} {year}/{(year + 1) % 100:02}")
    [whole] = read_deadlines(f"{year}/{(year + 1) % 100:02}")
    assert whole.start_date and whole.due_date and quarter.start_date and quarter.due_date
    assert whole.start_date <= quarter.start_date < quarter.due_date <= whole.due_date
    assert (quarter.due_date.year * 12 + quarter.due_date.month) - (year * 12 + 3) == 3 * number


@pytest.mark.parametrize("piece", ["1 ", "1/", "(", "Q1 ", "if ", "every ", "31 March 2010 and ", "tbc ", "June", "a"])
def test_no_text_is_slow(piece: str) -> None:
    text = (piece * 1000)[:1000]
    began = perf_counter()
    read_deadlines(text, (date(2010, 4, 1), date(2011, 3, 31)))
    assert perf_counter() - began < 2  # seconds; a quadratic reader takes minutes, a loaded machine a tenth of one
