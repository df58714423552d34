"""Days of the calendar against what councils and ISO 8601 say of them."""

from datetime import date

import pytest

from planledger.warehouse.calendar import calendar


@pytest.fixture(scope="module")
def days() -> dict[date, dict[str, object]]:
    return {row.pop("day"): row for row in calendar().to_pylist()}


@pytest.mark.parametrize(
    ("day", "year", "quarter", "month", "financial_year", "financial_quarter", "iso"),
    [
        (date(2010, 3, 31), 2010, 1, 3, "2009/10", 4, (2010, 13, 3)),
        (date(2010, 4, 1), 2010, 2, 4, "2010/11", 1, (2010, 13, 4)),
        (date(2009, 7, 1), 2009, 3, 7, "2009/10", 2, (2009, 27, 3)),
        (date(2009, 12, 31), 2009, 4, 12, "2009/10", 3, (2009, 53, 4)),
        (date(2010, 1, 1), 2010, 1, 1, "2009/10", 4, (2009, 53, 5)),
        (date(2000, 3, 31), 2000, 1, 3, "1999/00", 4, (2000, 13, 5)),
        (date(2008, 2, 29), 2008, 1, 2, "2007/08", 4, (2008, 9, 5)),
        (date(1990, 1, 1), 1990, 1, 1, "1989/90", 4, (1990, 1, 1)),
        (date(2050, 12, 31), 2050, 4, 12, "2050/51", 3, (2050, 52, 6)),
    ],
)
def test_a_day(  # noqa: PLR0917
    days: dict[date, dict[str, object]],
    day: date,
    year: int,
    quarter: int,
    month: int,
    financial_year: str,
    financial_quarter: int,
    iso: tuple[int, int, int],
) -> None:
    first = int(financial_year[:4])
    assert days[day] == {
        "year": year,
        "quarter": quarter,
        "month": month,
        "month_start": day.replace(day=1),
        "financial_year": financial_year,
        "financial_year_start": date(first, 4, 1),
        "financial_quarter": financial_quarter,
        "iso_year": iso[0],
        "iso_week": iso[1],
        "iso_weekday": iso[2],
    }


def test_no_day_is_missing(days: dict[date, dict[str, object]]) -> None:
    assert len(days) == (date(2050, 12, 31) - date(1990, 1, 1)).days + 1
    assert sum(row["financial_year"] == "2007/08" for row in days.values()) == 366
    assert {row["financial_quarter"] for row in days.values()} == {1, 2, 3, 4}
