"""Pages to raw records: the stages of extraction in their order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from extract.assignment import CellTests, assign_roles
from extract.blocks import Block, PlacedTable, blocks_of
from extract.columns import Columns, columns_of, name_blank_headers
from extract.cuts import join_cut_rows
from extract.fields import ReadBlock
from extract.forms import forms_as_rows
from extract.furniture import furniture
from extract.geometry import Box
from extract.governing import carry_over, governing_columns
from extract.grid import ruled_tables
from extract.headings import HeadingStack, body_size, headings_of, is_cover
from extract.ledger import ledger
from extract.lines import Line, lines_of
from extract.page import Page, Word
from extract.purpose import purpose_of
from extract.raw import PrintedLine, PrintedText, RawDocument, RawRecord
from extract.records import records_of
from extract.roles import Role
from extract.rows import RowPlan, rows_of
from extract.table import Table
from extract.text import text_of
from extract.turn import Turn, turn_of, turned
from extract.unruled import unruled_tables
from extract.vocabulary import Lexicon, lexicon_of
from models import Evidence, Residue

SAMPLE = 12
"""So many cells of a column, spread over its length, show what it holds."""


def extract_document(pages: Sequence[Page], tests: CellTests) -> RawDocument:
    """Read the plan tables of a document's pages into raw records with evidence, and account for every word."""
    turns = [turn_of(page) for page in pages]
    pages = [turned(page, turn) for page, turn in zip(pages, turns, strict=True)]
    tables = [ruled_tables(page) for page in pages]
    lines = [lines_of(page.words) for page in pages]
    lexicon = lexicon_of(line for of_page in lines for line in of_page)
    outside = [_lines_outside(page, found) for page, found in zip(pages, tables, strict=True)]
    running = furniture(pages, outside)
    tables = [_with_unruled(p, t, o, running, lexicon) for p, t, o in zip(pages, tables, outside, strict=True)]
    outside = [_lines_outside(page, found) for page, found in zip(pages, tables, strict=True)]
    placed = forms_as_rows(_placed(pages, tables, outside, running), lexicon)
    blocks = blocks_of(placed, lexicon)
    read: list[ReadBlock] = []
    records: list[RawRecord] = []
    for block in blocks:
        plan = read_block(block, [earlier.columns for earlier in read], lexicon, tests)
        if plan:
            read.append(plan)
            records += records_of(plan, records, lexicon)
    plan_tables = {id(table) for b in read for table in b.block.tables}
    in_plan = [b.within(plan_tables) for b in blocks]
    running_words = sum(w in running for of_page in outside for line in of_page for w in line.words)
    residue, coverage = ledger(in_plan, records, running_words, lexicon)
    others = (b for b in blocks if b.parts and not any(id(table) in plan_tables for table in b.tables))
    notes = tuple(_note(b, lexicon) for b in others if b.header or _is_tabular(b))
    raw = RawDocument(tuple(records), residue, coverage, _printed(lines, outside, running), notes)
    return turned_back(raw, {page.number: turn for page, turn in zip(pages, turns, strict=True) if turn.quarters})


def read_block(block: Block, earlier: Sequence[Columns], lexicon: Lexicon, tests: CellTests) -> ReadBlock | None:
    """A block with roles for its columns and whole rows; None for one that promises nothing.

    `earlier` are the columns of the plan blocks before it: a header left blank is read as it is printed there.
    """
    columns = name_blank_headers(columns_of(block, lexicon), earlier)
    if not block.header or not columns.items:
        return None
    assigned = assign_roles(columns.items, _samples(block, columns, lexicon), tests)
    purpose = purpose_of(assigned)
    if purpose is None:
        return None
    governing = governing_columns(block, columns, assigned, purpose.main)
    splitters = frozenset(c for role in (Role.OWNER, Role.DEADLINE, Role.START) for c in assigned.all(role))
    plan = RowPlan(
        purpose.main, assigned.column(Role.DEADLINE), splitters, carry_over(block, columns, governing, lexicon)
    )
    rows = join_cut_rows(rows_of(block, columns, plan), purpose.main, assigned, lexicon)
    return ReadBlock(block, columns, assigned, purpose, governing, tuple(rows))


def turned_back(raw: RawDocument, turns: Mapping[int, Turn]) -> RawDocument:
    """What was found, its boxes on turned pages put back to the pages as displayed. `turns` are by page number."""
    if not turns:
        return raw
    records = tuple(replace(r, evidence=tuple(_back(e, turns) for e in r.evidence)) for r in raw.records)
    return replace(raw, records=records, residue=tuple(_back(r, turns) for r in raw.residue))


Boxed = TypeVar("Boxed", Evidence, Residue)


def _back(entry: Boxed, turns: Mapping[int, Turn]) -> Boxed:
    turn = turns.get(entry.page)
    if turn is None:
        return entry
    return entry.model_copy(update={"bbox": tuple(turn.back(Box(*entry.bbox)).rounded())})


def _printed(
    lines: Sequence[Sequence[Line]], outside: Sequence[Sequence[Line]], running: frozenset[Word]
) -> PrintedText:
    """The document's lines as text."""
    cover = tuple(PrintedLine(line.text, line.size, line.bold) for of_page in lines[:1] for line in of_page)
    repeated = (line.text for of_page in outside for line in of_page if all(w in running for w in line.words))
    body = tuple(line.text for of_page in lines for line in of_page)
    return PrintedText(cover, tuple(dict.fromkeys(repeated)), body)


def _with_unruled(
    page: Page, ruled: tuple[Table, ...], lines: Sequence[Line], running: frozenset[Word], lexicon: Lexicon
) -> tuple[Table, ...]:
    """The ruled tables of a page with those that stand without rulings among its other lines."""
    text = [line for line in lines if not all(w in running for w in line.words)]
    return tuple(sorted((*ruled, *unruled_tables(page, text, lexicon)), key=lambda t: (t.box.top, t.box.x0)))


def _lines_outside(page: Page, tables: Sequence[Table]) -> tuple[Line, ...]:
    """The lines of a page that no table holds."""
    return lines_of(w for w in page.words if not any(t.box.holds(*w.box.centre) for t in tables))


def _placed(
    pages: Sequence[Page],
    tables: Sequence[Sequence[Table]],
    outside: Sequence[Sequence[Line]],
    running: frozenset[Word],
) -> list[PlacedTable]:
    """Each table with the headings in force above it, in reading order."""
    body = body_size(pages)
    stack = HeadingStack()
    fresh = False
    placed = []
    for page, found, lines in zip(pages, tables, outside, strict=True):
        text = [line for line in lines if not all(w in running for w in line.words)]
        headings = [] if is_cover(page) and not found else headings_of(page.number, text, body)
        for index, table in enumerate(found):
            while headings and headings[0].top < table.box.top:
                heading = headings.pop(0)
                stack.push(heading if fresh else replace(heading, adjoins=False))
                fresh = True
            above = any(line.box.top < table.box.top for line in text)
            below = any(line.box.top > table.box.top for line in text)
            placed.append(
                PlacedTable(
                    table,
                    stack.governing(),
                    fresh_heading=fresh,
                    opens=index == 0 and not above,
                    closes=index == len(found) - 1 and not below,
                )
            )
            fresh = False
        for heading in headings:
            stack.push(heading if fresh else replace(heading, adjoins=False))
            fresh = True
    return placed


def _samples(block: Block, columns: Columns, lexicon: Lexicon) -> list[list[str]]:
    """For each column the texts of some of its cells, bands apart."""
    cells: list[list[str]] = [[] for _ in columns.items]
    for part in block.parts:
        for cell in part.cells():
            span = columns.span(cell, part.table)
            if cell.words and len(span) == 1:
                cells[span[0]].append(text_of(cell.words, lexicon))
    return [of_column[:: max(1, len(of_column) // SAMPLE)] for of_column in cells]


def _is_tabular(block: Block) -> bool:
    """True for a block with text in two rows and two columns or more: not a frame, not a chart's boxes."""
    filled = [c for part in block.parts for c in part.cells() if c.words]
    return len({c.row for c in filled}) > 1 and len({c.column for c in filled}) > 1


def _note(block: Block, lexicon: Lexicon) -> str:
    """One line that says why a table yields no records."""
    heads = ", ".join(text_of(c.words, lexicon) for c in block.header)
    if not heads:
        return f"page {block.page}: a table without a header row yields no records"
    return f"page {block.page}: a table without a column of actions yields no records (columns: {heads})"
