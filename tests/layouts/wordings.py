"""Rows of invented plans that several layouts share."""

from dataclasses import replace

from tests.layouts.layout import Expected

HEADER = ("Ref", "Action", "Lead", "By when")
ROWS = (
    ("1.1", "Publish a guide to school travel for every parent in the borough", "Travel Plan Officer", "March 2012"),
    ("1.2", "Repair the footbridge over the Lode and open it to cyclists", "Head of Highways", "30 June 2012"),
    (
        "1.3",
        "Agree a tree planting programme with parish councils, including a list of sites and a watering rota",
        "Parks Manager",
        "Autumn 2012",
    ),
    ("1.4", "Train reception staff to handle benefit queries", "Customer Services Manager", "Ongoing"),
)
WIDTHS = (40.0, 240.0, 110.0, 90.0)

MORE = (
    ("2.1", "Move the museum store to the old dairy at Wick Lane", "Museums Officer", "May 2013"),
    ("2.2", "Set up a users' panel for the leisure centre", "Leisure Contracts Manager", "December 2013"),
    ("2.3", "Clear the backlog of planning enforcement cases", "Head of Planning", "31 March 2014"),
)


def expected(rows: tuple[tuple[str, str, str, str], ...] = ROWS, page: int = 1, *context: str) -> tuple[Expected, ...]:
    """The records of rows of a reference, an action, an owner and a deadline."""
    return tuple(Expected(a, o or None, d or None, r or None, context, page=page) for r, a, o, d in rows)


def without_refs(records: tuple[Expected, ...]) -> tuple[Expected, ...]:
    """The records of a table that prints no references."""
    return tuple(replace(r, ref=None) for r in records)
