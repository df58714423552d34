"""A plan document and a page to the lines beside its picture: the legend, tables, what is left over, records."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models import PlanDocument, Record, TableReading
from planledger.picture.marks import Mark, Part, on_page, tags
from planledger.terminal import one_line

SHOWN = 90
"""Characters shown of a longer text."""


@dataclass(frozen=True, slots=True)
class PanelLine:
    """A line of text, to be wrapped; `part` gives it a swatch of that colour."""

    text: str
    bold: bool = False
    part: Part | None = None


def panel(plan: PlanDocument, page: int, marks: Sequence[Mark]) -> tuple[PanelLine, ...]:
    """The lines, each on one line as yet; an empty one parts two paragraphs."""
    document = plan.document
    return (
        PanelLine(one_line(document.source_name), bold=True),
        PanelLine(f"page {page} of {document.page_count}"),
        *_legend(marks),
        *_tables([table for table in plan.tables if page in table.pages]),
        *_residue(plan, page),
        *_records(plan, page),
    )


def _legend(marks: Sequence[Mark]) -> Iterator[PanelLine]:
    counts = Counter(mark.part for mark in marks)
    yield PanelLine("")
    for part in Part:
        if counts[part]:
            yield PanelLine(f"{part} ({counts[part]})", part=part)
    if not marks:
        yield PanelLine("nothing was found on this page")


def _tables(tables: Sequence[TableReading]) -> Iterator[PanelLine]:
    """What each table was taken for, column by column, and why."""
    for table in tables:
        yield PanelLine("")
        kind = f"{table.kind} table" if table.kind else "table set aside"
        begun = f", begun on page {table.page}" if len(table.pages) > 1 else ""
        yield PanelLine(f"{kind}{begun}", bold=True)
        yield PanelLine(f"told by {table.told_by}; {table.grounds}")
        for column in table.columns:
            yield PanelLine(f"{_short(column.header) or '(no header)'}: {column.role} ({column.score:g})")


def _residue(plan: PlanDocument, page: int) -> Iterator[PanelLine]:
    left = [entry for entry in plan.residue if entry.page == page]
    if left:
        yield PanelLine("")
        yield PanelLine("In no record", bold=True)
    for number, entry in enumerate(left, start=1):
        yield PanelLine(f"R{number} {entry.reason}: {_short(entry.text)}", part=Part.RESIDUE)


def _records(plan: PlanDocument, page: int) -> Iterator[PanelLine]:
    records = on_page(plan, page)
    names = tags(plan.records)
    if records:
        yield PanelLine("")
        yield PanelLine(f"{len(records)} records", bold=True)
    for record in records:
        yield PanelLine(_record(record, names))


def _record(record: Record, names: dict[str, str]) -> str:
    """The record's name, what it is and under what, how sure that is and why not surer, and its first words."""
    under = f" under {names[record.parent_id]}" if record.parent_id in names else ""
    doubts = f" ({', '.join(record.flags)})" if record.flags else ""
    said = f"{names[record.record_id]} {record.kind}{under}, {record.confidence:.2f}{doubts}: "
    return said + _short(record.action)


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= SHOWN else f"{line[:SHOWN].rstrip()}…"
