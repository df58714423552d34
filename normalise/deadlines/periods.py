"""Names of times (quarter 3 of 2010/11, Easter 2011) to their first and last days: pure date arithmetic."""

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]
"""First and last day of a stretch of days, both inclusive."""

SPRING, SUMMER, AUTUMN, WINTER = 1, 2, 3, 4
SEASON_FIRST_MONTH = {SPRING: 3, SUMMER: 6, AUTUMN: 9, WINTER: 12}
TERM_MONTHS = {SPRING: (1, 3), SUMMER: (4, 7), AUTUMN: (9, 12)}


def add_months(day: date, months: int) -> date:
    """Move a day by whole months; a day that the month lacks becomes its last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_from(first: date, count: int) -> Days:
    """`count` whole months that begin on `first`."""
    return first, add_months(first, count) - timedelta(days=1)


def month(year: int, number: int) -> Days:
    """A calendar month, `number` 1 to 12."""
    return months_from(date(year, number, 1), 1)


def years(first_year: int, last_year: int, first_month: int) -> Days:
    """Whole years from `first_month` of `first_year`.

    With `first_month` 1 the last year is contained; with any other month `last_year` is the year in which the
    stretch ends (2010/11 is 2010, 2011 from month 4).
    """
    first = date(first_year, first_month, 1)
    if first_month == 1:
        return first, date(last_year, 12, 31)
    return first, date(last_year, first_month, 1) - timedelta(days=1)


def season(year: int, number: int) -> Days:
    """A meteorological season; winter belongs to the year in which it begins."""
    return months_from(date(year, SEASON_FIRST_MONTH[number], 1), 3)


def term(year: int, number: int) -> Days:
    """A school term of an English state school, to whole months."""
    first_month, last_month = TERM_MONTHS[number]
    return date(year, first_month, 1), month(year, last_month)[1]


def friday_of(day: date) -> date:
    """The Friday of the week (Monday to Sunday) that holds a day."""
    return day + timedelta(days=4 - day.weekday())


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher (Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    index, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, index, day + 1)


MOVABLE_FEASTS = {
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter": 0,
    "easter monday": 1,
    "ascension": 39,
    "pentecost": 49,
    "trinity sunday": 56,
}
"""Days after Easter Sunday."""

FIXED_FEASTS = {
    "new year": (1, 1),
    "epiphany": (1, 6),
    "michaelmas": (9, 29),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
"""Month and day."""


def feast(year: int, name: str) -> date:
    """The day of a feast named in `MOVABLE_FEASTS` or `FIXED_FEASTS`, or of Advent or Remembrance Sunday."""
    if name in MOVABLE_FEASTS:
        return easter(year) + timedelta(days=MOVABLE_FEASTS[name])
    if name == "advent sunday":
        christmas = date(year, 12, 25)
        return christmas - timedelta(days=christmas.weekday() + 1 + 21)
    if name == "remembrance sunday":
        first = date(year, 11, 1)
        return first + timedelta(days=(6 - first.weekday()) % 7 + 7)
    return date(year, *FIXED_FEASTS[name])
