"""Ruled grids of a page to tables: those whose rulings leave out rows or columns set out anew, charts left out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.aligned import aligned_table
from extract.frames import is_heading_or_note
from extract.geometry import Box
from extract.grid import ruled_tables
from extract.lines import Line, lines_of
from extract.page import Page
from extract.region import Region
from extract.strips import chunks, is_datum
from extract.stubs import runs_on
from extract.table import Cell, Table

FILLED = 0.5
"""A table prints something in this share of its rows and of its columns; the grid behind a chart does not."""

SEVERAL = 3
"""A column's text over so many rows, a line to each, is that of as many cells."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The tables that the rulings of a page draw, and the places of its charts."""

    tables: tuple[Table, ...]
    charts: tuple[Box, ...]


def drawn_tables(page: Page) -> Drawn:
    """The ruled tables of an upright page, from top to bottom."""
    grids = ruled_tables(replace(page, fills=()))  # shading changes from line to line within a cell too
    charts = [g for g in grids if _is_chart(g)]
    frames = [g for g in grids if any(o is not g and _in_one_cell(o.box, g) for o in grids)]
    tables = [g for g in grids if not any(g is other for other in (*charts, *frames))]
    around = [c.box for g in frames for c in g.cells if any(c.box.covers(chart.box) for chart in charts)]
    refined = (_without_notes(_with_labels_apart(_refined(t, page))) for t in tables)
    return Drawn(tuple(t for t in refined if len(t.cells) > 1), (*(c.box for c in charts), *around))


def _is_chart(table: Table) -> bool:
    cells = [c for c in table.cells if c.words]
    rows = {r for c in cells for r in range(c.row, c.row_end + 1)}
    columns = {k for c in cells for k in range(c.column, c.column_end + 1)}
    return len(rows) < FILLED * table.rows or len(columns) < FILLED * (len(table.xs) - 1)


def _in_one_cell(box: Box, table: Table) -> bool:
    """True where another grid stands wholly within one cell of a table, which only frames it."""
    return any(c.box.covers(box) for c in table.cells)


def _refined(table: Table, page: Page) -> Table:
    """A ruled table; where its rulings leave out rows or columns, as its text sets them out."""
    if not any(_holds_several(cell) for cell in table.cells):
        return table
    box = table.box
    lines = lines_of(w for c in table.cells for w in c.words)
    rules = tuple(r for r in page.rulings if not r.vertical and box.top - 3 <= r.at <= box.bottom + 3)
    walls = tuple(r for r in page.rulings if r.vertical and box.x0 - 3 <= r.at <= box.x1 + 3)
    return aligned_table(Region(lines, rules, walls), page.number) or table


def _holds_several(cell: Cell) -> bool:
    """True for a cell that holds several rows or columns of figures."""
    if len(cell.words) < 3:
        return False
    rows = [[c for c in chunks(line, False) if is_datum(c.text)] for line in lines_of(cell.words)]
    return sum(len(row) > 1 for row in rows) > 0 or (sum(len(row) for row in rows) > 2 and all(rows))


def _with_labels_apart(table: Table) -> Table:
    """The table, a cell of its first column that holds a label for each of its rows cut into these rows."""
    cells: list[Cell] = []
    for cell in table.cells:
        labels = _labels(cell, table) if cell.column == 0 and cell.row_end - cell.row + 1 >= SEVERAL else {}
        if not labels:
            cells.append(cell)
            continue
        for row in range(cell.row, cell.row_end + 1):
            box = cell.box._replace(top=table.ys[row], bottom=table.ys[row + 1])
            words = tuple(w for line in labels.get(row, ()) for w in line.words)
            cells.append(replace(cell, row=row, row_end=row, box=box, words=words))
    return replace(table, cells=tuple(sorted(cells, key=lambda c: (c.row, c.column))))


def _labels(cell: Cell, table: Table) -> dict[int, list[Line]]:
    """A cell's lines by the row that they stand in; none where they are one text."""
    lines = lines_of(cell.words)
    by_row: dict[int, list[Line]] = {}
    for line in lines:
        middle = line.box.centre[1]
        row = next(r for r in range(cell.row, cell.row_end + 1) if middle < table.ys[r + 1] or r == cell.row_end)
        by_row.setdefault(row, []).append(line)
    heads = [by_row[row] for row in sorted(by_row)]
    apart = not any(runs_on(a[-1], b[0]) for a, b in pairwise(heads))
    enough = len(by_row) >= SEVERAL and len(by_row) >= 0.8 * (cell.row_end - cell.row + 1)
    return by_row if apart and enough else {}


def _without_notes(table: Table) -> Table:
    """The table without a caption that stands in its first row alone, or a note in its last."""
    first, last = 0, table.rows
    if _is_apart(table, 0):
        first = 1
    if last - first > 1 and _is_apart(table, last - 1):
        last -= 1
    if (first, last) == (0, table.rows):
        return table
    kept = [c for c in table.cells if c.row >= first and c.row_end < last]
    ys: Sequence[float] = table.ys[first : last + 1]
    box = table.box._replace(top=ys[0], bottom=ys[-1])
    return replace(
        table,
        box=box,
        ys=tuple(ys),
        cells=tuple(replace(c, row=c.row - first, row_end=c.row_end - first) for c in kept),
    )


def _is_apart(table: Table, row: int) -> bool:
    """True for a row that only a caption or a note fills."""
    cells = [c for c in table.row(row) if c.words]
    if len(cells) != 1 or cells[0].row != cells[0].row_end or cells[0].column_end < len(table.xs) - 2:
        return False
    return is_heading_or_note(lines_of(cells[0].words)[0])
