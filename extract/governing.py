"""A block's earlier columns to what governs its rows: cells that span several rows, over page breaks too."""

from collections.abc import Sequence

from extract.assignment import Assigned
from extract.blocks import Block, Part
from extract.columns import Column, Columns
from extract.cuts import flow
from extract.roles import Role
from extract.rows import Piece, text_of_pieces
from extract.table import Cell
from extract.vocabulary import Lexicon

NEVER = frozenset({Role.REF, Role.OWNER, Role.DEADLINE, Role.START, Role.OUTCOME, Role.PROGRESS, Role.STEPS})
"""Roles whose merged cells are the rows' own values, not what governs them."""


def governing_columns(block: Block, columns: Columns, assigned: Assigned, main: int) -> tuple[int, ...]:
    """The columns left of the main one in which some cell spans several cells of the main column."""
    return tuple(
        c.index
        for c in columns.items
        if c.index < main
        and assigned.roles[c.index] not in NEVER
        and any(_spans_several(cell, part, columns, main) for part in block.parts for cell in _in(c, part, columns))
    )


def carry_over(
    block: Block, columns: Columns, carrying: Sequence[int], lexicon: Lexicon
) -> dict[int, tuple[Piece, ...]]:
    """The pieces of cells that a page break parts, by the identity of each half.

    A blank cell at the top of a page goes on with the last cell above; one whose text carries on that cell's is its
    second half, and both halves hold the whole.
    """
    carried: dict[int, tuple[Piece, ...]] = {}
    for index in carrying:
        column = columns.items[index]
        for upper, lower in zip(block.parts, block.parts[1:], strict=False):
            above, below = _in(column, upper, columns), _in(column, lower, columns)
            if not above or not below:
                continue
            last, first = above[-1], below[0]
            before = carried.get(id(last)) or _pieces(last, upper)
            after = _pieces(first, lower)
            if not after:
                carried[id(first)] = before
            elif before and flow(text_of_pieces(before, lexicon), text_of_pieces(after, lexicon)) > 0:
                carried[id(last)] = carried[id(first)] = (*before, *after)
    return carried


def _in(column: Column, part: Part, columns: Columns) -> list[Cell]:
    """The cells of a part that stand in a column alone, from top to bottom."""
    return [c for c in part.cells() if columns.span(c, part.table) == range(column.index, column.index + 1)]


def _spans_several(cell: Cell, part: Part, columns: Columns, main: int) -> bool:
    if not cell.words or cell.row_end == cell.row:
        return False
    beside = [c for c in part.cells() if cell.row <= c.row <= cell.row_end and main in columns.span(c, part.table)]
    return len(beside) > 1


def _pieces(cell: Cell, part: Part) -> tuple[Piece, ...]:
    return (Piece(cell.page or part.table.page, cell.words),) if cell.words else ()
