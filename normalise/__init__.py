"""Text of plan cells to typed values: deadlines and owners, each naming the rule that read it.

Importing this package costs nothing; the readers load their pipelines at the first call.
"""

from models import Deadline, Owner
from normalise.facts import CoverLine, DocumentFacts, read_facts
from normalise.glance import looks_like_deadline
from normalise.owners import (
    Acronym,
    inherits,
    is_ditto,
    looks_like_owner,
    names_nobody,
    read_acronyms,
    written_out,
)
from normalise.period import Calendar, Period
from normalise.prose import Promise, ProseLine, read_promises

__all__ = [
    "Acronym",
    "Calendar",
    "CoverLine",
    "DocumentFacts",
    "Period",
    "Promise",
    "ProseLine",
    "deadlines_in_prose",
    "has_impossible_date",
    "inherits",
    "is_ditto",
    "join_deadlines",
    "looks_like_deadline",
    "looks_like_owner",
    "names_nobody",
    "read_acronyms",
    "read_deadlines",
    "read_facts",
    "read_owners",
    "read_promises",
    "written_out",
]


def read_deadlines(text: str, plan_period: Period | None = None, calendar: Calendar = "uk_financial") -> list[Deadline]:
    """Read the deadlines of one cell, in the order printed; empty where the words hold none.

    `plan_period` is the plan's first and last day (inclusive): it dates what the cell leaves without a year.
    `calendar` says what the document's quarters and spans of years reckon from: "uk_financial" (1 April) or
    "calendar" (1 January). Never raises on any text.
    """
    from normalise.deadlines.reader import read_cell  # noqa: PLC0415 - spaCy loads only where it is used

    return list(read_cell(text, plan_period, calendar))


def join_deadlines(
    start_text: str | None,
    end_text: str | None,
    plan_period: Period | None = None,
    calendar: Calendar = "uk_financial",
) -> list[Deadline]:
    """Read a start column's cell and an end column's cell into one deadline that holds both.

    Where the start lies after the end, the end stays and the start is left out.
    """
    from normalise.deadlines.columns import join_columns  # noqa: PLC0415 - spaCy loads only where it is used

    return list(join_columns(start_text, end_text, plan_period, calendar))


def deadlines_in_prose(
    text: str, plan_period: Period | None = None, calendar: Calendar = "uk_financial"
) -> list[Deadline]:
    """Read the dates that running text promises: those after by, before, until or end of."""
    from normalise.deadlines.reader import read_prose  # noqa: PLC0415 - spaCy loads only where it is used

    return list(read_prose(text, plan_period, calendar))


def has_impossible_date(text: str, plan_period: Period | None = None, calendar: Calendar = "uk_financial") -> bool:
    """True where a cell names a date that does not exist (31 June, Q5), which is read as none."""
    from normalise.deadlines.reader import cell_of  # noqa: PLC0415 - spaCy loads only where it is used

    return cell_of(text, plan_period, calendar).impossible


def read_owners(text: str) -> list[Owner]:
    """Split one owner cell into its owners, in the order printed; empty where it names nobody."""
    from normalise.owners import read_owners as read  # noqa: PLC0415 - word lists load only where they are used

    return read(text)
