"""Items of a cell to deadlines: times are dated, signals attached, words that say the same twice dropped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models import Alternative, Deadline
from normalise.deadlines import edtf, rrule
from normalise.deadlines.alternatives import others_of, start_left_open
from normalise.deadlines.attach import (
    attach_ongoing,
    attach_provisional,
    attach_recurrences,
    join_start_and_end,
    without_conditions,
)
from normalise.deadlines.drafts import Draft, Placed, drafts_of
from normalise.deadlines.moments import Context, Moment, Several
from normalise.deadlines.phrases import Role
from normalise.deadlines.resolve import Window, resolve


@dataclass(frozen=True, slots=True)
class Reading:
    """A deadline with the whole window of days that its words name, for a column that gives them another sense."""

    deadline: Deadline
    window: Window | None
    role: Role
    at: int

    @property
    def ends(self) -> bool:
        """True where the words name the end of a time (end of March)."""
        return self.window is not None and self.window.is_end


SAID = ("start_date", "due_date", "ongoing", "recurrence", "provisional")
"""The fields in which two readings differ, if they do."""


def assemble(items: Sequence[Placed], text: str, context: Context) -> list[Reading]:
    """Read every deadline of a cell, in the order printed."""
    items = without_conditions(items)
    drafts = attach_recurrences(items, drafts_of(items))
    drafts = attach_ongoing(items, drafts)
    drafts = attach_provisional(items, drafts, text)
    drafts = join_start_and_end(items, drafts)
    readings = [
        replace(reading, deadline=_with_alternatives(reading, draft, text, context))
        for draft in drafts
        if (reading := _read(draft, text, context))
    ]
    return _without_repeats(items, readings)


def _read(draft: Draft, text: str, context: Context) -> Reading | None:
    window = _window(draft, context)
    role = draft.phrase.role if draft.phrase else Role.NONE
    if role is Role.INTO:
        window = None
    says_something = window or draft.ongoing or draft.provisional or draft.interval
    if not says_something or (draft.phrase and not window and role is not Role.INTO and not _flagged(draft)):
        return None
    start, due = _dates(window, role)
    anchors = tuple(draft.anchors) or _anchors(draft)
    bounded = start is not None or (draft.phrase is not None and draft.phrase.rule in ("until", "up_to"))
    until = due if bounded else None
    deadline = Deadline(
        text=_words(text, draft),
        edtf=_edtf(window, role, draft.provisional),
        start_date=start,
        due_date=due,
        precision=window.precision if window else None,
        ongoing=draft.ongoing,
        recurrence=draft.interval.word if draft.interval else None,
        rrule=rrule.of(draft.interval, anchors, until) if draft.interval else None,
        provisional=draft.provisional,
        condition=draft.condition,
        rule=_rule(draft, window),
    )
    return Reading(deadline, window, role, draft.at)


def _with_alternatives(reading: Reading, draft: Draft, text: str, context: Context) -> Deadline:
    """The deadline with every other reading of its words that says something else."""
    deadline = reading.deadline
    kept: list[Alternative] = []
    for other in _alternatives(reading, draft, text, context):
        if not _same(other, deadline) and not any(_same(other, known) for known in kept):
            kept.append(other)
    return deadline.model_copy(update={"alternatives": tuple(kept)}) if kept else deadline


def _alternatives(reading: Reading, draft: Draft, text: str, context: Context) -> Iterator[Alternative]:
    time = draft.phrase.time if draft.phrase and reading.window else None
    for other in others_of(time, context) if time else ():
        phrase = replace(draft.phrase, time=other.time) if draft.phrase else None
        read = _read(replace(draft, phrase=phrase), text, other.context)
        if read and read.window:
            yield _alternative(read.deadline, other.rule)
    if draft.interval and draft.interval.other:
        read = _read(replace(draft, interval=draft.interval.other), text, context)
        if read:
            yield _alternative(read.deadline, draft.interval.other.rule)
    bare = draft.phrase is not None and draft.phrase.role is Role.BARE
    if reading.window and time and bare and start_left_open(time):
        start = None if reading.deadline.start_date else reading.window.first
        yield _alternative(reading.deadline.model_copy(update={"start_date": start}), "start_left_open")


def _alternative(deadline: Deadline, rule: str) -> Alternative:
    return Alternative(
        edtf=deadline.edtf,
        start_date=deadline.start_date,
        due_date=deadline.due_date,
        ongoing=deadline.ongoing,
        recurrence=deadline.recurrence,
        provisional=deadline.provisional,
        rule=rule,
    )


def _words(text: str, draft: Draft) -> str:
    """The words read, with the bracket that closes behind them where one opens among them."""
    words = text[draft.start : draft.end].strip()
    for opens, closes in ("()", "[]"):
        if words.count(opens) > words.count(closes) and text[draft.end : draft.end + 1] == closes:
            return words + closes
    return words


def _anchors(draft: Draft) -> tuple[Moment, ...]:
    """The month or day in which a yearly recurrence first falls, where the words date it."""
    time = draft.phrase.time if draft.phrase else None
    yearly = draft.interval is not None and draft.interval.unit == "year"
    return (time,) if yearly and isinstance(time, Moment) and not time.edges else ()


def _flagged(draft: Draft) -> bool:
    return draft.ongoing or draft.provisional or draft.interval is not None


def _window(draft: Draft, context: Context) -> Window | None:
    if draft.phrase is None or isinstance(draft.phrase.time, Several):
        return None
    return resolve(draft.phrase.time, context)


def _dates(window: Window | None, role: Role) -> tuple[date | None, date | None]:
    """Start and due: bare months and days have no stated beginning, what begins has no end."""
    if window is None:
        return None, None
    match role:
        case Role.START | Role.ONWARDS:
            return window.first, None
        case Role.DUE:
            return None, window.last
        case Role.DURING:
            return (window.first, window.last) if window.precision != "day" else (None, window.last)
    return (window.first if window.states_start else None), window.last


def _edtf(window: Window | None, role: Role, uncertain: bool) -> str | None:
    if window is None:
        return None
    match role:
        case Role.START | Role.ONWARDS:
            return f"{edtf.marked(window.edtf.first, uncertain)}/.."
        case Role.DUE:
            return f"../{edtf.marked(window.edtf.last, uncertain)}"
    return window.edtf.bare_or_interval(uncertain)


def _rule(draft: Draft, window: Window | None) -> str:
    """The rules that read it: the preposition's, the time's, the signals'."""
    names = [draft.phrase.rule if draft.phrase else "", *(window.rule if window else "").split("+"), *draft.rules]
    return "+".join(dict.fromkeys(name for name in names if name))


def _without_repeats(items: Sequence[Placed], readings: list[Reading]) -> list[Reading]:
    """Leave out a reading in brackets with the day of the one before it, and any that says the same as another."""
    kept: list[Reading] = []
    for reading in readings:
        deadline = reading.deadline
        bracketed = reading.at > 0 and any(p.kind == "open" for p in items[max(0, reading.at - 3) : reading.at])
        if bracketed and kept and deadline.due_date and deadline.due_date == kept[-1].deadline.due_date:
            continue
        if not any(_same(deadline, other.deadline) for other in kept):
            kept.append(reading)
    return kept


def _same(a: Deadline | Alternative, b: Deadline | Alternative) -> bool:
    """True where two readings say the same, whatever their words."""
    both = isinstance(a, Deadline) and isinstance(b, Deadline)
    return all(getattr(a, name) == getattr(b, name) for name in (*SAID, *(("rrule",) if both else ())))
