"""A plan document and a page number to the marks to draw: a box, what it is, and a label."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from extract.geometry import Box
from models import PlanDocument, Record

ID_SHOWN = 4
"""Characters of a record id that tell the records of one page apart."""

HEADER_SHOWN = 16
"""Characters shown of a column's header in a label."""


class Part(StrEnum):
    """What a mark is, as the legend calls it."""

    ACTION = "action"
    REF = "ref"
    OWNER = "owner"
    DEADLINE = "deadline"
    OUTCOME = "outcome"
    PROGRESS = "progress"
    OTHER = "other column"
    CONTEXT = "context heading"
    RESIDUE = "residue: in no record"
    TABLE = "table"


_PARTS = {
    "action": Part.ACTION,
    "ref": Part.REF,
    "owner_text": Part.OWNER,
    "deadline_text": Part.DEADLINE,
    "outcome": Part.OUTCOME,
    "progress": Part.PROGRESS,
    "other": Part.OTHER,
    "context": Part.CONTEXT,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A box on the page, in points from its top left; a mark without a label is drawn as a frame only."""

    part: Part
    box: Box
    label: str = ""


def tags(records: Sequence[Record]) -> dict[str, str]:
    """What each record is called in the picture, by its id: its ref where no other has the same, else its short id."""
    refs = [record.ref for record in records]
    return {r.record_id: r.ref if r.ref and refs.count(r.ref) == 1 else f"#{r.record_id[:ID_SHOWN]}" for r in records}


def on_page(plan: PlanDocument, page: int) -> tuple[Record, ...]:
    """The records that touch a page."""
    return tuple(record for record in plan.records if page in record.pages)


def marks(plan: PlanDocument, page: int, tables: Sequence[Box]) -> tuple[Mark, ...]:
    """The marks of a page, frames first. `tables` are the boxes of its tables."""
    frames = (Mark(Part.TABLE, box) for box in tables)
    left = (
        Mark(Part.RESIDUE, Box(*entry.bbox), f"R{number} {entry.reason}")
        for number, entry in enumerate((r for r in plan.residue if r.page == page), start=1)
    )
    return (*frames, *_evidence(plan, page), *left)


def _evidence(plan: PlanDocument, page: int) -> Iterator[Mark]:
    """One mark for each box and field, though several records may have it from there."""
    names = tags(plan.records)
    shared: dict[tuple[str, Box], list[str]] = {}
    for record in plan.records:
        for entry in record.evidence:
            if entry.page == page:
                shared.setdefault((entry.field, Box(*entry.bbox)), []).append(names[record.record_id])
    for (field, box), of in shared.items():
        yield Mark(_PARTS.get(field.partition("/")[0], Part.OTHER), box, _label(field, list(dict.fromkeys(of))))


def _label(field: str, of: Sequence[str]) -> str:
    """The field's own words, and whose it is, or how many records'; a heading governs many, who are not counted."""
    name, _, rest = field.partition("/")
    rest = rest if len(rest) <= HEADER_SHOWN else f"{rest[:HEADER_SHOWN].rstrip()}…"
    said = {"other": rest, "context": f"context {rest}", "deadline_text": "start" if rest == "start" else "deadline"}
    text = said.get(name, name.removesuffix("_text"))
    if name == "context":
        return text
    return f"{text} {of[0]}" if len(of) == 1 else f"{text} x{len(of)}"
