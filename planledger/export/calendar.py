"""Plans to a calendar file (iCalendar, RFC 5545): an all-day event on the day on which each deadline falls due.

Events and not to-dos, since Outlook, Google Calendar and most others pass over to-dos in a file that they import.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import BinaryIO

from icalendar import Event, vRecur

from models import Deadline, Document, OwnerPart, PlanDocument, Record
from planledger.export.links import clickable, page_link
from planledger.export.neutral import printable
from planledger.export.recurrence import Rule, round_of
from planledger.export.rows import Wanted, owners_of

SUMMARY_LENGTH = 120
"""Characters of an action that serve as the title of its event; the description holds it whole."""

STAMP = datetime(2000, 1, 1, tzinfo=UTC)
"""Every event's DTSTAMP: a dataset does not know when it was made, and the same one gives the same bytes."""

_HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Planledger//Plan deadlines//EN",
    "CALSCALE:GREGORIAN",
    "NAME:Plan deadlines",
    "X-WR-CALNAME:Plan deadlines",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One event: its day, the rule by which it comes round, and what it says."""

    uid: str
    day: date
    rule: Rule | None
    title: str
    description: str
    category: str | None
    link: str | None
    tentative: bool


class LeftOut(StrEnum):
    """Why a deadline is no event: it names no day."""

    ONGOING = "ongoing"
    RECURRING = "recurring"
    UNDATED = "undated"


def write_calendar(plans: Iterable[PlanDocument], wanted: Wanted, file: BinaryIO) -> Counter[LeftOut]:
    """Writes the deadlines of the plans into `file`, which stays open; returns how many are left out, and why."""
    left: Counter[LeftOut] = Counter()
    file.write("".join(f"{line}\r\n" for line in _HEAD).encode())
    for plan in plans:
        for entry in entries(plan, wanted):
            if isinstance(entry, LeftOut):
                left[entry] += 1
            else:
                file.write(event(entry))
    file.write(b"END:VCALENDAR\r\n")
    return left


def entries(plan: PlanDocument, wanted: Wanted) -> Iterator[Entry | LeftOut]:
    """The events of one plan, in reading order, and what cannot be one."""
    for record in plan.records:
        if record.kind in wanted.kinds:
            for position in range(len(record.deadlines)):
                entry = _entry(plan.document, record, position)
                if isinstance(entry, LeftOut) or wanted.covers(entry.day, _ends(entry)):
                    yield entry


def _entry(document: Document, record: Record, position: int) -> Entry | LeftOut:
    deadline = record.deadlines[position]
    coming = round_of(deadline, document)
    day = coming.first if coming else deadline.due_date or deadline.start_date
    if day is None:
        return _undated(deadline)
    begins = coming is None and deadline.due_date is None
    title = " ".join(filter(None, ("Begins:" if begins else "", record.ref, record.action)))
    return Entry(
        uid=f"{record.record_id}-{position}@planledger",
        day=day,
        rule=coming.rule if coming else None,
        title=_shortened(printable(title)),
        description="\n".join(map(printable, _facts(document, record, deadline))),
        category=document.organisation and printable(document.organisation),
        link=page_link(document.source_uri, record.page) if clickable(document.source_uri) else None,
        tentative=deadline.provisional,
    )


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SUMMARY_LENGTH else f"{line[: SUMMARY_LENGTH - 1].rstrip()}…"


def _undated(deadline: Deadline) -> LeftOut:
    if deadline.recurrence:
        return LeftOut.RECURRING
    return LeftOut.ONGOING if deadline.ongoing else LeftOut.UNDATED


def _ends(entry: Entry) -> date | None:
    """The last day on which the event may fall, if there is one."""
    return entry.rule.until if entry.rule else entry.day


def _facts(document: Document, record: Record, deadline: Deadline) -> Iterator[str]:
    """The lines of the description: what is promised, by whom, and where it is printed."""
    told = (
        ("", record.action),
        ("Lead: ", owners_of(record, OwnerPart.LEAD) or record.owner_text),
        ("Support: ", owners_of(record, OwnerPart.SUPPORT)),
        ("Deadline as printed: ", deadline.text),
        ("Condition: ", deadline.condition),
        ("Headings: ", " > ".join(record.context)),
        ("Plan: ", document.title),
        ("Organisation: ", document.organisation),
        ("Source: ", f"{document.source_name}, page {record.page}"),
        ("Link: ", page_link(document.source_uri, record.page)),
    )
    return (name + text for name, text in told if text)


def event(entry: Entry) -> bytes:
    """The lines of one event, folded and escaped."""
    lines = Event()
    lines.add("uid", entry.uid)
    lines.add("dtstamp", STAMP)
    lines.add("dtstart", entry.day)
    if entry.rule:
        lines.add("rrule", _recurrence(entry.rule))
    lines.add("summary", entry.title)
    lines.add("description", entry.description)
    if entry.category:
        lines.add("categories", [entry.category])
    if entry.link:
        lines.add("url", entry.link)
    lines.add("status", "TENTATIVE" if entry.tentative else "CONFIRMED")
    # A deadline keeps nobody from other things that day.
    lines.add("transp", "TRANSPARENT")
    return bytes(lines.to_ical())


def _recurrence(rule: Rule) -> vRecur:
    parts = {
        "freq": rule.frequency,
        "interval": rule.interval if rule.interval > 1 else None,
        "bymonth": list(rule.months),
        "bymonthday": rule.day,
        "until": rule.until,
    }
    return vRecur({name: part for name, part in parts.items() if part})
