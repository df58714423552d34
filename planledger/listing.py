"""Turns one plan document into a listing for the terminal: its facts, then its records under their headings."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby, takewhile

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from models import Deadline, Document, Kind, Owner, OwnerPart, PlanDocument, Record
from planledger.terminal import one_line

INDENT = 2
"""Columns by which a heading stands in from the one above it."""


def print_listing(plan: PlanDocument, console: Console, page: int | None = None) -> None:
    """Prints the document; only what is on one page, if that is given."""
    records = tuple(record for record in plan.records if page is None or page in record.pages)
    residue = [entry for entry in plan.residue if page is None or entry.page == page]
    console.print(Group(*_facts(plan, len(records), page), *_sections(records)))
    if residue:
        words = sum(len(entry.text.split()) for entry in residue)
        console.print(f"{words} words in the tables that no record claims are listed in the dataset as residue.")


def _facts(plan: PlanDocument, records: int, page: int | None) -> Iterator[RenderableType]:
    document = plan.document
    yield Text(one_line(document.title or document.source_name), style="bold")
    facts = [one_line(fact) for fact in (document.organisation, _period(document)) if fact]
    pages = f"{document.page_count} pages" if page is None else f"page {page} of {document.page_count}"
    yield Text(", ".join([*facts, pages, f"{records} records"]))
    for note in filter(None, (document.reason, *document.warnings)):
        yield Text(one_line(note), style="yellow")


def _period(document: Document) -> str | None:
    if document.period_start and document.period_end:
        return f"{_day(document.period_start)} to {_day(document.period_end)}"
    return None


def _sections(records: tuple[Record, ...]) -> Iterator[RenderableType]:
    """The records in reading order, a table for each run of records under the same headings."""
    above: tuple[str, ...] = ()
    for context, run in groupby(records, lambda record: record.context):
        yield Text()
        for depth in range(_shared(above, context), len(context)):
            yield Padding(Text(one_line(context[depth]), style="bold"), (0, 0, 0, INDENT * depth))
        yield _table(run)
        above = context


def _shared(above: tuple[str, ...], context: tuple[str, ...]) -> int:
    """How many outer headings need not be printed again; the innermost always is."""
    common = takewhile(lambda pair: pair[0] == pair[1], zip(above, context, strict=False))
    return max(0, min(sum(1 for _ in common), len(context) - 1))


def _table(records: Iterable[Record]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", expand=True)
    table.add_column("Page", justify="right", no_wrap=True)
    table.add_column("Kind", no_wrap=True)
    table.add_column("Ref", overflow="fold", max_width=8)
    table.add_column("What", ratio=5, overflow="fold")
    table.add_column("Who", ratio=2, overflow="fold")
    table.add_column("When", ratio=2, overflow="fold")
    for record in records:
        who = "\n".join(map(_owner, record.owners)) or record.owner_text or ""
        when = "\n".join(map(_deadline, record.deadlines)) or record.deadline_text or ""
        cells = (str(record.page), record.kind.value, record.ref or "", record.action, who, when)
        lines = (Text("\n".join(map(one_line, cell.splitlines()))) for cell in cells)
        table.add_row(*lines, style="bold" if record.kind is Kind.GROUP else "")
    return table


def _owner(owner: Owner) -> str:
    return f"with {owner.name}" if owner.part is OwnerPart.SUPPORT else owner.name


def _deadline(deadline: Deadline) -> str:
    """A deadline's dates in words; the printed text where it has none."""
    parts = []
    if deadline.start_date:
        parts.append(f"from {_day(deadline.start_date)}")
    if deadline.due_date:
        parts.append(f"by {_day(deadline.due_date)}")
    parts += [deadline.recurrence.value] if deadline.recurrence else []
    parts += ["ongoing"] if deadline.ongoing else []
    parts += ["provisional"] if deadline.provisional else []
    return ", ".join(parts) or deadline.text


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
