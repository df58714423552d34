"""Regions to tables: columns from white space and vertical rulings, a header with spans, rows that hold wraps."""

from collections.abc import Sequence
from itertools import pairwise

from extract.geometry import Box
from extract.page import Word
from extract.region import Region
from extract.spanners import HeaderCell, header_cells
from extract.strips import Strip, is_datum
from extract.stubs import BodyLine, body_lines, rows_of_lines
from extract.table import Cell, Table

LONGEST_HEADER = 0.5
"""A header takes no more than this share of a table's lines, where no more than this many are few."""

FEW = 9


def aligned_table(region: Region, page: int) -> Table | None:
    """The table that a region prints; None where its lines show no two columns and rows."""
    columns = region.columns
    if len(columns) < 2:
        return None
    count = header_lines(region, columns)
    header = header_cells(region, count, columns)
    body = rows_of_lines(body_lines(region, count, columns), region, count)
    if not body:
        return None
    return _Sheet(region, columns, header, body).table(page)


def header_lines(region: Region, columns: Sequence[Strip]) -> int:
    """How many of a region's lines are its header: those above the first wide rule, or above the first figures."""
    tops = [line.box.centre[1] for line in region.lines]
    limit = max(FEW, LONGEST_HEADER * len(tops))
    for y in region.wide_rules():
        above = sum(top < y for top in tops)
        if above:
            return above if above < min(limit, len(tops)) else _above_figures(region, columns)
    return _above_figures(region, columns)


def _above_figures(region: Region, columns: Sequence[Strip]) -> int:
    """The lines above the first that has a label and figures in half of its other columns, lone labels left to it."""
    header = 0
    for index, parts in enumerate(region.chunks):
        labelled = parts[0].box.x0 < columns[0].x1
        data = [c for c in parts if is_datum(c.text) and c.box.x0 > columns[0].x1]
        if labelled and len(data) >= max(1, 0.5 * (len(parts) - 1)):
            return header
        if not labelled or len(parts) > 1:
            header = index + 1
    return 1


class _Sheet:
    """The parts of a table put on one grid."""

    def __init__(
        self, region: Region, columns: Sequence[Strip], header: Sequence[HeaderCell], body: Sequence[Sequence[BodyLine]]
    ) -> None:
        self._header, self._body = header, body
        self._levels = 1 + max((c.depth for c in header), default=-1)
        box = region.box
        inner = [(a.x1 + b.x0) / 2 for a, b in pairwise(columns)]
        self._xs = (box.x0 - 1, *inner, box.x1 + 1)
        self._ys = self._heights(box)

    def table(self, page: int) -> Table:
        """The table, blank cells where nothing is printed."""
        cells = [*self._header_cells(), *self._body_cells()]
        taken = {(r, c) for x in cells for r in range(x.row, x.row_end + 1) for c in range(x.column, x.column_end + 1)}
        cells += [
            self._cell(r, r, c, c, ())
            for r in range(len(self._ys) - 1)
            for c in range(len(self._xs) - 1)
            if (r, c) not in taken
        ]
        cells.sort(key=lambda c: (c.row, c.column))
        box = Box(self._xs[0], self._ys[0], self._xs[-1], self._ys[-1])
        return Table(page, box, self._xs, self._ys, tuple(cells))

    def _header_cells(self) -> list[Cell]:
        found = []
        for cell in self._header:
            below = [o.depth for o in self._header if o.depth > cell.depth and o.over(cell.column, cell.column_end)]
            end = min(below, default=self._levels) - 1
            found.append(self._cell(cell.depth, end, cell.column, cell.column_end, tuple(cell.words)))
        return found

    def _body_cells(self) -> list[Cell]:
        found = []
        for index, row in enumerate(self._body, start=self._levels):
            held: dict[tuple[int, int], list[Word]] = {}
            for line in row:
                for (first, last), chunk in line.cells.items():
                    shared = [s for s in held if s[0] <= last and first <= s[1]]
                    span = (min([first, *(s[0] for s in shared)]), max([last, *(s[1] for s in shared)]))
                    words = [w for s in shared for w in held.pop(s)]
                    held[span] = [*words, *chunk.words]
            found += [self._cell(index, index, first, last, tuple(words)) for (first, last), words in held.items()]
        return found

    def _cell(self, row: int, row_end: int, column: int, column_end: int, words: tuple[Word, ...]) -> Cell:
        box = Box(self._xs[column], self._ys[row], self._xs[column_end + 1], self._ys[row_end + 1])
        return Cell(row, row_end, column, column_end, box, words)

    def _heights(self, box: Box) -> tuple[float, ...]:
        """The row boundaries: midway between what stands above and below them."""
        rows = [[w for c in self._header if c.depth == level for w in c.words] for level in range(self._levels)]
        rows += [[w for line in row for w in line.line.words] for row in self._body]
        ys = [box.top]
        for above, below in pairwise(rows):
            middle = (max(w.box.bottom for w in above) + min(w.box.top for w in below)) / 2
            ys.append(max(middle, ys[-1] + 0.01))
        return (*ys, max(box.bottom, ys[-1] + 0.01))
