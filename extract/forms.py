"""Tables of label and value rows to tables with a header: a small form is one row, over a page break too."""

from collections.abc import Sequence
from dataclasses import replace

from extract.blocks import PlacedTable
from extract.geometry import Box
from extract.roles import Role, header_roles
from extract.table import Cell, Table
from extract.text import text_of
from extract.vocabulary import Lexicon

LABEL_SCORE = 0.6
"""A cell is a label where its wording heads a column with this score."""

LEAST_LABELS = 3
SIDE = 100.0
"""Columns and rows of the table made of a form stand this far apart; its words keep their own places."""

PROMISED = frozenset({Role.ACTION, Role.ISSUE, Role.RISK})
ANSWERED = frozenset({Role.OWNER, Role.DEADLINE})
Field = tuple[Cell, Cell]
"""A label and the cell of its value."""


def forms_as_rows(tables: Sequence[PlacedTable], lexicon: Lexicon) -> list[PlacedTable]:
    """The tables of a document in reading order, each form among them as a header with one row below.

    A form whose labels go on at the top of the next page is one with its first half.
    """
    result: list[PlacedTable] = []
    last: list[Field] = []
    for placed in tables:
        fields = _fields(placed.table, lexicon)
        if last and fields and _continues(result[-1], placed, last, fields, lexicon):
            last = [*last, *fields]
            result[-1] = replace(result[-1], table=_as_row(result[-1].table, last), closes=placed.closes)
            continue
        last = fields if _is_form(fields, lexicon) else []
        result.append(replace(placed, table=_as_row(placed.table, fields)) if last else placed)
    return result


def _continues(
    above: PlacedTable, below: PlacedTable, first: Sequence[Field], second: Sequence[Field], lexicon: Lexicon
) -> bool:
    """True where the labels of a table at the top of a page go on with those of the form before it."""
    next_page = above.table.page + 1 == below.table.page and above.closes and below.opens
    texts = {text_of(label.words, lexicon).lower() for label, _ in first}
    fresh = all(text_of(label.words, lexicon).lower() not in texts for label, _ in second)
    return next_page and fresh and _is_form([*first, *second], lexicon)


def _fields(table: Table, lexicon: Lexicon) -> list[Field]:
    """The label and value pairs of a table all of whose rows are such pairs; none where some row is not."""
    fields: list[Field] = []
    for row in range(table.rows):
        cells = [c for c in table.row(row) if c.row == row]
        pairs = list(zip(cells[::2], cells[1::2], strict=False))
        if len(cells) % 2 or not pairs or len(pairs) > 2:
            return []
        for label, value in pairs:
            if not label.words or _score(label, lexicon) < LABEL_SCORE:
                return []
            paged = (replace(c, page=c.page or table.page) for c in (label, value))
            fields.append((next(paged), next(paged)))
    return fields


def _is_form(fields: Sequence[Field], lexicon: Lexicon) -> bool:
    """True for labels that name a promise and who answers for it or when, over values that are no labels."""
    roles = {r for label, _ in fields for r, s in _roles(label, lexicon).items() if s >= LABEL_SCORE}
    values = [value for _, value in fields if value.words]
    plain = [value for value in values if _score(value, lexicon) < LABEL_SCORE]
    enough = len(fields) >= LEAST_LABELS and len(plain) * 2 > len(fields)
    return enough and bool(roles & PROMISED) and bool(roles & ANSWERED)


def _as_row(table: Table, fields: Sequence[Field]) -> Table:
    """The table with the labels side by side as a header, and the values in one row below."""
    xs, ys = tuple(SIDE * i for i in range(len(fields) + 1)), (0.0, SIDE, 2 * SIDE)
    cells = [
        replace(cell, row=row, row_end=row, column=i, column_end=i, box=Box(xs[i], ys[row], xs[i + 1], ys[row + 1]))
        for row in (0, 1)
        for i, cell in enumerate(pair[row] for pair in fields)
    ]
    return replace(table, xs=xs, ys=ys, cells=tuple(cells))


def _roles(cell: Cell, lexicon: Lexicon) -> dict[Role, float]:
    return header_roles(text_of(cell.words, lexicon))


def _score(cell: Cell, lexicon: Lexicon) -> float:
    return max(_roles(cell, lexicon).values(), default=0.0)
