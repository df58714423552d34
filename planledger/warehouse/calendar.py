"""Days to the calendar that views and questions reckon by: UK financial years and quarters, ISO weeks."""

from datetime import date, timedelta

import pyarrow as pa

from planledger.warehouse.shape import CALENDAR

FIRST, LAST = date(1990, 1, 1), date(2050, 12, 31)
VERSION = f"{FIRST} {LAST} 1"
"""Goes up when a day's row would be another."""


def financial_year_start(day: date) -> date:
    """The 1 April on or before a day."""
    return date(day.year if day.month >= 4 else day.year - 1, 4, 1)


def financial_year(day: date) -> str:
    """The UK financial year of a day, as councils write it: 2009/10."""
    year = financial_year_start(day).year
    return f"{year}/{(year + 1) % 100:02d}"


def calendar() -> pa.Table:
    """One row per day, in the columns of CALENDAR."""
    days = [FIRST + timedelta(number) for number in range((LAST - FIRST).days + 1)]
    iso = [day.isocalendar() for day in days]
    columns: dict[str, list[object]] = {
        "day": [*days],
        "year": [day.year for day in days],
        "quarter": [(day.month + 2) // 3 for day in days],
        "month": [day.month for day in days],
        "month_start": [day.replace(day=1) for day in days],
        "financial_year": [financial_year(day) for day in days],
        "financial_year_start": [financial_year_start(day) for day in days],
        "financial_quarter": [(day.month - 4) % 12 // 3 + 1 for day in days],
        "iso_year": [week.year for week in iso],
        "iso_week": [week.week for week in iso],
        "iso_weekday": [week.weekday for week in iso],
    }
    return pa.table({column.name: columns[column.name] for column in CALENDAR.columns})
