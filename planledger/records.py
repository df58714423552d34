"""Raw records to records of the dataset: owners and deadlines read, ids given, confidence said."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from extract.confidence import confidence_of
from extract.letters import UNREADABLE
from extract.loose import locate
from extract.raw import RawRecord
from models import Deadline, Evidence, Kind, Owner, Record
from normalise import (
    Calendar,
    DocumentFacts,
    Period,
    deadlines_in_prose,
    has_impossible_date,
    inherits,
    join_deadlines,
    looks_like_deadline,
    names_nobody,
    read_deadlines,
    read_owners,
)

ID_LENGTH = 16
"""Hexadecimal digits of a record id."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """A record's deadlines with the words that state them, and where those stand if not in a column."""

    text: str | None
    deadlines: tuple[Deadline, ...]
    evidence: tuple[Evidence, ...] = ()
    impossible: bool = False


def read_records(raw: Sequence[RawRecord], document_id: str, facts: DocumentFacts) -> tuple[Record, ...]:
    """The records of a document, in reading order. `facts` give the period and the calendar that dates reckon from."""
    ids = _record_ids(raw, document_id)
    records: list[Record] = []
    for record, record_id in zip(raw, ids, strict=True):
        parent = None if record.parent is None else ids[record.parent]
        above = next((r.owners for r in reversed(records) if r.kind is not Kind.GROUP), ())
        records.append(_read(record, record_id, parent, above, facts))
    return tuple(records)


def _read(
    raw: RawRecord, record_id: str, parent_id: str | None, above: Sequence[Owner], facts: DocumentFacts
) -> Record:
    dated = _deadlines(raw, facts)
    owners = _owners(raw.owner_lines, above)
    flags = (*raw.flags, *_doubts(raw, dated, owners))
    return Record(
        record_id=record_id,
        kind=raw.kind,
        ref=raw.ref,
        parent_id=parent_id,
        context=raw.context,
        action=raw.action,
        outcome=raw.outcome,
        progress=raw.progress,
        owner_text=raw.owner_text,
        owners=owners,
        deadline_text=dated.text,
        deadlines=dated.deadlines,
        other=dict(raw.other),
        page=raw.page,
        pages=raw.pages,
        confidence=confidence_of(flags),
        flags=flags,
        evidence=(*raw.evidence, *dated.evidence),
    )


def _doubts(raw: RawRecord, dated: _Dated, owners: Sequence[Owner]) -> Iterator[str]:
    """What makes the reading of a record's letters, owners and deadlines less sure."""
    if any(UNREADABLE in entry.text for entry in raw.evidence):
        yield "unreadable_text"
    if dated.impossible:
        yield "impossible_date"
    if raw.owner_lines and not owners and not names_nobody(raw.owner_lines):
        yield "owner_unread"
    if dated.evidence:
        yield "date_in_text"
    elif dated.text and not dated.deadlines and looks_like_deadline(dated.text):
        yield "deadline_unread"


def _owners(lines: str | None, above: Sequence[Owner]) -> tuple[Owner, ...]:
    """The owners of a cell; first those of the row above where the cell says ditto."""
    if not lines:
        return ()
    taken = [owner.model_copy(update={"inherited": True}) for owner in above] if inherits(lines) else []
    return (*taken, *read_owners(lines))


def _deadlines(raw: RawRecord, facts: DocumentFacts) -> _Dated:
    """What the deadline columns say; without such columns, a date that the action or the issue promises."""
    period, calendar = _reckoning(facts)
    if raw.deadline_text is not None:
        if raw.marked:
            found = [d for header in raw.marked for d in read_deadlines(header, period, calendar)]
        elif raw.start_text:
            found = join_deadlines(raw.start_text, raw.end_text, period, calendar)
        else:
            found = read_deadlines(raw.end_text or "", period, calendar)
        cells = (*raw.marked, raw.start_text or "", raw.end_text or "")
        impossible = any(has_impossible_date(cell, period, calendar) for cell in cells)
        return _Dated(raw.deadline_text, tuple(found), impossible=impossible)
    if raw.kind not in (Kind.ACTION, Kind.MILESTONE):
        return _Dated(None, ())
    for loose in raw.loose_dates:
        promised = deadlines_in_prose(loose.text, period, calendar)
        evidence = tuple(e for d in promised for e in locate(loose, d.text, "deadline_text"))
        if promised and evidence:
            return _Dated(" ".join(e.text for e in evidence), tuple(promised), evidence)
    return _Dated(None, ())


def _reckoning(facts: DocumentFacts) -> tuple[Period | None, Calendar]:
    """The plan's period, where both of its days are known, and its calendar."""
    if facts.period_start and facts.period_end:
        return (facts.period_start, facts.period_end), facts.calendar
    return None, facts.calendar


def _record_ids(raw: Sequence[RawRecord], document_id: str) -> list[str]:
    """An id for each record from its document and the place of its action; rows that share a place are numbered."""
    seen: Counter[tuple[int, int, int]] = Counter()
    ids = []
    for record in raw:
        key = "/".join(map(str, (document_id, *record.anchor, seen[record.anchor])))
        seen[record.anchor] += 1
        ids.append(sha256(key.encode()).hexdigest()[:ID_LENGTH])
    return ids
