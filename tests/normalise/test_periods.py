"""Date arithmetic of periods against known calendars."""

from datetime import date, timedelta

import pytest
from dateutil.easter import easter as reference_easter
from hypothesis import given
from hypothesis import strategies as st

from normalise.deadlines import periods


@given(st.integers(1583, 4099))
def test_easter_agrees_with_dateutil(year: int) -> None:
    assert periods.easter(year) == reference_easter(year)


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)))
def test_friday_of_lies_in_the_same_week(day: date) -> None:
    friday = periods.friday_of(day)
    assert friday.weekday() == 4
    assert friday.isocalendar()[:2] == day.isocalendar()[:2]


@given(st.dates(date(1000, 1, 1), date(3000, 12, 31)), st.integers(-120, 120))
def test_add_months_keeps_the_day_or_the_months_last(day: date, months: int) -> None:
    moved = periods.add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == day.day or (moved + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("year", "name", "day"),
    [
        (2011, "easter", date(2011, 4, 24)),
        (2011, "good friday", date(2011, 4, 22)),
        (2010, "pentecost", date(2010, 5, 23)),
        (2010, "advent sunday", date(2010, 11, 28)),
        (2011, "advent sunday", date(2011, 11, 27)),
        (2010, "remembrance sunday", date(2010, 11, 14)),
        (2010, "michaelmas", date(2010, 9, 29)),
    ],
)
def test_feasts(year: int, name: str, day: date) -> None:
    assert periods.feast(year, name) == day


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        (periods.years(2010, 2011, 4), date(2010, 4, 1), date(2011, 3, 31)),
        (periods.years(2010, 2012, 1), date(2010, 1, 1), date(2012, 12, 31)),
        (periods.season(2011, periods.WINTER), date(2011, 12, 1), date(2012, 2, 29)),
        (periods.term(2010, periods.AUTUMN), date(2010, 9, 1), date(2010, 12, 31)),
    ],
)
def test_windows(days: periods.Days, first: date, last: date) -> None:
    assert days == (first, last)
