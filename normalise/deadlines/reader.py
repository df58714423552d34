"""One cell's text to its deadlines, remembered: plans repeat the same few cells."""

from dataclasses import dataclass
from functools import lru_cache

from models import Deadline
from normalise.deadlines.assemble import Reading, assemble
from normalise.deadlines.moments import Context
from normalise.deadlines.phrases import Role
from normalise.deadlines.pipeline import read_items
from normalise.period import Calendar, Period

REMEMBERED = 4096
"""Cells."""

PROSE_RULES = {"by", "until", "before", "start_of"}


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says: its readings, and whether it names a date that does not exist."""

    readings: tuple[Reading, ...]
    impossible: bool


def read_cell(text: str, plan_period: Period | None, calendar: Calendar) -> tuple[Deadline, ...]:
    """Every deadline of a cell of a deadline column."""
    return tuple(reading.deadline for reading in cell_of(text, plan_period, calendar).readings)


def read_prose(text: str, plan_period: Period | None, calendar: Calendar) -> tuple[Deadline, ...]:
    """The deadlines of running text: dates after by, before or until, and ends of times."""
    return tuple(r.deadline for r in cell_of(text, plan_period, calendar).readings if _is_promised(r))


@lru_cache(maxsize=REMEMBERED)
def cell_of(text: str, plan_period: Period | None, calendar: Calendar) -> Cell:
    """Every deadline of a text, with the whole windows of days that its words name, and its impossible dates."""
    context = Context(plan_period, calendar)
    text = " ".join(text.split())
    items = read_items(text, context)
    readings = assemble(items, text, context)
    broken = any("broken_range" in reading.deadline.rule.split("+") for reading in readings)
    return Cell(tuple(readings), broken or any(placed.kind == "impossible" for placed in items))


def _is_promised(reading: Reading) -> bool:
    rules = reading.deadline.rule.split("+")
    if reading.deadline.due_date is None:
        return False
    return (reading.role is Role.DUE and not PROSE_RULES.isdisjoint(rules)) or reading.ends
