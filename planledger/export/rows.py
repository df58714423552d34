"""A plan to the rows of a spreadsheet: one for each action, with its owners, dates, page and link."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date

from models import Deadline, Document, Kind, Owner, OwnerPart, PlanDocument, Record
from planledger.export.links import page_link

PROMISES = frozenset({Kind.ACTION, Kind.STEP, Kind.MILESTONE, Kind.COMMITMENT})
"""What is exported unless told otherwise: that which somebody is to do. Groups are headings; indicators and risks are
measured and watched."""

BETWEEN = "; "
"""Between several owners, flags and the like in one cell."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to export: kinds of record, and the days between which it is due, inclusive, where they matter."""

    kinds: frozenset[Kind] = PROMISES
    first: date | None = None
    last: date | None = None

    def covers(self, begins: date | None, ends: date | None) -> bool:
        """Whether what lasts from `begins` to `ends`, or without an end, touches the days wanted."""
        if self.first is None and self.last is None:
            return True
        if begins is None:
            return False
        return (self.last is None or begins <= self.last) and (self.first is None or ends is None or ends >= self.first)


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One row of the export. Texts are as printed; several of one kind stand in one cell."""

    plan: str | None
    organisation: str | None
    period_start: date | None
    period_end: date | None
    headings: str
    part_of: str | None
    kind: str
    ref: str | None
    action: str
    lead: str
    support: str
    owner_printed: str | None
    deadline_printed: str | None
    earliest_start: date | None
    latest_due: date | None
    precision: str | None
    ongoing: bool
    recurrence: str
    provisional: bool
    outcome: str | None
    progress: str | None
    confidence: float
    flags: str
    page: int
    source: str
    link: str
    document_id: str
    record_id: str


COLUMNS = tuple(field.name for field in fields(ActionRow))


def action_rows(plan: PlanDocument, wanted: Wanted) -> Iterator[ActionRow]:
    """The rows of one plan, in reading order."""
    by_id = {record.record_id: record for record in plan.records}
    for record in plan.records:
        if record.kind in wanted.kinds:
            row = _row(plan.document, record, by_id.get(record.parent_id or ""))
            if wanted.covers(row.latest_due, row.latest_due):
                yield row


def _row(document: Document, record: Record, parent: Record | None) -> ActionRow:
    deadlines = record.deadlines
    due = max((d.due_date for d in deadlines if d.due_date), default=None)
    return ActionRow(
        plan=document.title,
        organisation=document.organisation,
        period_start=document.period_start,
        period_end=document.period_end,
        headings=" > ".join(record.context),
        part_of=parent.action if parent else None,
        kind=record.kind.value,
        ref=record.ref,
        action=record.action,
        lead=owners_of(record, OwnerPart.LEAD),
        support=owners_of(record, OwnerPart.SUPPORT),
        owner_printed=record.owner_text,
        deadline_printed=record.deadline_text,
        earliest_start=min((d.start_date for d in deadlines if d.start_date), default=None),
        latest_due=due,
        precision=_precision(deadlines, due),
        ongoing=any(d.ongoing for d in deadlines),
        recurrence=BETWEEN.join(dict.fromkeys(d.recurrence.value for d in deadlines if d.recurrence)),
        provisional=any(d.provisional for d in deadlines),
        outcome=record.outcome,
        progress=record.progress,
        confidence=record.confidence,
        flags=BETWEEN.join(record.flags),
        page=record.page,
        source=document.source_name,
        link=page_link(document.source_uri, record.page),
        document_id=document.document_id,
        record_id=record.record_id,
    )


def owners_of(record: Record, part: OwnerPart) -> str:
    """Those who have that part in the record, in one text."""
    return BETWEEN.join(_name(owner) for owner in record.owners if owner.part is part)


def _name(owner: Owner) -> str:
    return f"{owner.name} ({owner.person})" if owner.person else owner.name


def _precision(deadlines: Iterable[Deadline], due: date | None) -> str | None:
    """How exactly the latest due day is stated; where there is none, how exactly the first time is."""
    stated = (d.precision.value for d in deadlines if d.precision and d.due_date == due)
    return next(stated, None)
