"""A ruled table and the lines straight above it to one table, where those lines are its header."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.geometry import Box
from extract.grid import fill_cells
from extract.gutters import chunks_of
from extract.headers import header_end
from extract.lines import Line
from extract.page import Word
from extract.roles import header_roles
from extract.table import Cell, Table
from extract.text import text_of
from extract.vocabulary import Lexicon

CLOSE = 1.9
"""A header's lines follow each other, and stand above the table, within this many font sizes."""

MOST_LINES = 4

OVERHANG = 6.0
"""A header may reach this far, in points, over the sides of its column."""

KNOWN = 0.6
"""A header's cells are known wordings, one and another, with this mean score."""


def with_header_above(table: Table, lines: Sequence[Line], lexicon: Lexicon) -> Table:
    """The table with the lines above it as its first row, where they stand over its columns and read as headers.

    `lines` are those of the page that stand in no table.
    """
    if len(table.xs) < 3 or header_end(table, 0, lexicon) is not None:
        return table
    own = _lines_above(table, lines)
    cells = [[w for line in own for w in line.words if a <= w.box.centre[0] < b] for a, b in pairwise(table.xs)]
    filled = [words for words in cells if words]
    scores = [max(header_roles(text_of(words, lexicon)).values(), default=0.0) for words in filled]
    if sum(s > 0 for s in scores) < 2 or sum(scores) < KNOWN * len(scores) or 2 * len(filled) < len(cells):
        return table
    return _with_row(table, [w for words in filled for w in words])


def _lines_above(table: Table, lines: Sequence[Line]) -> list[Line]:
    """The lines that stand close above a table and cross none of its columns' sides, from top to bottom."""
    own: list[Line] = []
    edge = table.box.top
    for line in sorted(lines, key=lambda line: -line.box.bottom):
        if line.box.bottom > table.box.top + line.size / 2:
            continue
        if edge - line.box.bottom > (CLOSE - 1) * line.size or len(own) == MOST_LINES:
            break
        if not all(_in_one_column(chunk.box, table) for chunk in chunks_of(line)):
            break
        own.insert(0, line)
        edge = line.box.top
    return own


def _in_one_column(box: Box, table: Table) -> bool:
    return any(a - OVERHANG <= box.x0 and box.x1 <= b + OVERHANG for a, b in pairwise(table.xs))


def _with_row(table: Table, words: Sequence[Word]) -> Table:
    """The table with one more row, on top, for words that stand above it."""
    top = min(w.box.top for w in words) - 1
    head = [Cell(0, 0, i, i, Box(a, top, b, table.box.top)) for i, (a, b) in enumerate(pairwise(table.xs))]
    body = [replace(c, row=c.row + 1, row_end=c.row_end + 1) for c in table.cells]
    box = table.box._replace(top=top)
    grown = replace(table, box=box, ys=(top, *table.ys), cells=(*head, *body))
    return fill_cells(grown, [*words, *(w for c in table.cells for w in c.words)])
