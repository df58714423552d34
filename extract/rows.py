"""A block's cells to logical rows: what is promised once, with all that stands beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extract.blocks import Block, Part
from extract.columns import Columns
from extract.headers import is_band
from extract.page import Word
from extract.table import Cell
from extract.text import join_wrap, text_of
from extract.vocabulary import Lexicon


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one cell on one page."""

    page: int
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class LogicalRow:
    """One row of a plan: by column index the pieces printed in that column, in reading order.

    `band` is true for a row that stands across the columns. `opens_part` and `closes_part` say whether it is the first
    and the last row that its page holds of the block.
    """

    page: int
    pieces: Mapping[int, tuple[Piece, ...]] = field(default_factory=dict)
    band: bool = False
    opens_part: bool = False
    closes_part: bool = False

    def text(self, column: int | None, lexicon: Lexicon) -> str:
        """The text in a column, wraps and page breaks undone; empty where there is none."""
        return text_of_pieces(self.pieces.get(column, ()), lexicon) if column is not None else ""

    def words(self) -> Iterator[Word]:
        """All words of the row."""
        return (w for pieces in self.pieces.values() for p in pieces for w in p.words)


@dataclass(frozen=True, slots=True)
class RowPlan:
    """How a block is cut into rows.

    `main` is the column whose cells begin the rows. A cell there that spans several drawn rows is as many rows as the
    columns in `splitters` (owners, dates) have cells beside it. A cell over several columns belongs to the main one or
    else to that of the deadline, `deadline`, where it covers them. `carried` gives the pieces of cells that go on from
    another page, by the cell's identity.
    """

    main: int
    deadline: int | None
    splitters: frozenset[int]
    carried: Mapping[int, tuple[Piece, ...]] = field(default_factory=dict)


def text_of_pieces(pieces: Sequence[Piece], lexicon: Lexicon) -> str:
    """The text of pieces that follow one another."""
    text = ""
    for piece in pieces:
        text = join_wrap(text, text_of(piece.words, lexicon), lexicon)
    return text


def rows_of(block: Block, columns: Columns, plan: RowPlan) -> list[LogicalRow]:
    """The logical rows of a block, in reading order."""
    return [row for part in block.parts for row in _rows_of_part(part, columns, plan)]


Placed = tuple[range, Cell]
"""A cell with the columns that it covers."""


def cells_by_row(part: Part, columns: Columns) -> dict[int, list[Placed]]:
    """For each drawn row of a part the cells that begin in it or span it, left to right."""
    by_row: dict[int, list[Placed]] = {row: [] for row in range(part.first, part.last + 1)}
    for cell in part.table.cells:
        span = columns.span(cell, part.table)
        for row in range(max(cell.row, part.first), min(cell.row_end, part.last) + 1):
            by_row[row].append((span, cell))
    return by_row


def _rows_of_part(part: Part, columns: Columns, plan: RowPlan) -> Iterator[LogicalRow]:
    by_row = cells_by_row(part, columns)
    row = part.first
    while row <= part.last:
        end = _end_of_row(row, part, by_row, plan)
        band = is_band(part.table, row)
        pieces: dict[int, list[Piece]] = {}
        seen: set[int] = set()
        for r in range(row, end + 1):
            for span, cell in by_row[r]:
                if id(cell) not in seen:
                    seen.add(id(cell))
                    pieces.setdefault(_home(span, plan, band), []).extend(_pieces(cell, part, plan))
        yield LogicalRow(
            page=part.table.page,
            pieces={column: tuple(found) for column, found in sorted(pieces.items()) if found},
            band=band,
            opens_part=row == part.first,
            closes_part=end == part.last,
        )
        row = end + 1


def _pieces(cell: Cell, part: Part, plan: RowPlan) -> tuple[Piece, ...]:
    if id(cell) in plan.carried:
        return plan.carried[id(cell)]
    return (Piece(cell.page or part.table.page, cell.words),) if cell.words else ()


def _end_of_row(row: int, part: Part, by_row: Mapping[int, Sequence[Placed]], plan: RowPlan) -> int:
    """The last drawn row of the logical row that begins in `row`."""
    end = max((c.row_end for span, c in by_row[row] if plan.main in span), default=row)
    end = min(max(end, row), part.last)
    for below in range(row + 1, end + 1):
        begins = [c for span, c in by_row[below] if c.row == below and c.words and plan.splitters & set(span)]
        above = [c for span, c in by_row[below - 1] if c.words and plan.splitters & set(span)]
        if begins and above:
            return below - 1
    return end


def _home(span: range, plan: RowPlan, band: bool) -> int:
    """The column that a cell's text belongs to; the text of a band belongs to the main one wherever its cell ends."""
    if plan.main in span or (band and len(span) > 1):
        return plan.main
    return plan.deadline if plan.deadline is not None and plan.deadline in span else span[0]
