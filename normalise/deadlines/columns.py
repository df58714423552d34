"""A start column's and an end column's cell to one deadline that holds both."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from models import Alternative, Deadline
from normalise.deadlines.assemble import Reading
from normalise.deadlines.reader import REMEMBERED, cell_of
from normalise.period import Calendar, Period


@lru_cache(maxsize=REMEMBERED)
def join_columns(
    start_text: str | None, end_text: str | None, plan_period: Period | None, calendar: Calendar
) -> tuple[Deadline, ...]:
    """One deadline with the first day of the start cell and the last of the end cell, and both cells' signals."""
    starts = cell_of(start_text or "", plan_period, calendar).readings
    ends = cell_of(end_text or "", plan_period, calendar).readings
    if not starts and not ends:
        return ()
    if not (end_text or "").strip() and len(starts) > 1:
        return tuple(r.deadline for r in starts)
    start = min((r.window.first for r in starts if r.window), default=None)
    due = max((r.window.last for r in ends if r.window), default=None)
    if start is None and len(ends) > 1 and not starts:
        return tuple(r.deadline for r in ends)
    if start and due and due < start:
        start = None
    return (_joined([*starts, *ends], starts, ends, start, due),)


def _joined(
    readings: Sequence[Reading],
    starts: Sequence[Reading],
    ends: Sequence[Reading],
    start: date | None,
    due: date | None,
) -> Deadline:
    parts = [r.deadline for r in readings]
    if not ends and len(starts) == 1 and starts[0].deadline.start_date and starts[0].deadline.due_date:
        return starts[0].deadline
    first = next((r.window.edtf.first for r in starts if r.window and r.window.first == start), None)
    last = next((r.window.edtf.last for r in ends if r.window and r.window.last == due), None)
    recurring = next((d for d in parts if d.recurrence or d.rrule), None)
    dated = next((r for r in [*ends, *starts] if r.window), None)
    joined = Deadline(
        text=" | ".join(dict.fromkeys(d.text for d in parts)),
        edtf=f"{first or '..'}/{last or '..'}" if first or last else None,
        start_date=start,
        due_date=due,
        precision=dated.window.precision if dated and dated.window else None,
        ongoing=any(d.ongoing for d in parts),
        recurrence=recurring.recurrence if recurring else None,
        rrule=recurring.rrule if recurring else None,
        provisional=any(d.provisional for d in parts),
        condition=next((d.condition for d in parts if d.condition), None),
        rule="start_and_end+" + "+".join(dict.fromkeys(name for d in parts for name in d.rule.split("+"))),
    )
    return joined.model_copy(update={"alternatives": tuple(_alternatives(joined, starts, ends))})


def _alternatives(joined: Deadline, starts: Sequence[Reading], ends: Sequence[Reading]) -> Iterator[Alternative]:
    """The other readings of a start cell and an end cell that name one time each, put in the place of that time."""
    for other in ends[0].deadline.alternatives if len(ends) == 1 else ():
        if other.due_date and other.due_date != joined.due_date:
            yield from _alternative(joined, joined.start_date, other.due_date, other.rule)
    for other in starts[0].deadline.alternatives if len(starts) == 1 else ():
        if other.start_date and other.start_date != joined.start_date:
            yield from _alternative(joined, other.start_date, joined.due_date, other.rule)


def _alternative(joined: Deadline, start: date | None, due: date | None, rule: str) -> Iterator[Alternative]:
    """The joined deadline with other days; nothing where they stand in the wrong order."""
    if start is None or due is None or start <= due:
        yield Alternative(
            edtf=f"{start or '..'}/{due or '..'}",
            start_date=start,
            due_date=due,
            ongoing=joined.ongoing,
            recurrence=joined.recurrence,
            provisional=joined.provisional,
            rule=rule,
        )
