"""Tables of label and value rows to tables with a header: a small form is one row, over a page break too."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.blocks import PlacedTable
from extract.geometry import Box
from extract.roles import Role, header_roles
from extract.table import Cell, Origin, Table
from extract.text import text_of
from extract.vocabulary import Lexicon

LABEL_SCORE = 0.6
"""A cell is a label where its wording heads a column with this score."""

KNOWN = 0.6
"""This share of a form's labels are known wordings; the others are as short."""

LABEL_WORDS = 10

CERTAIN = 0.95
"""A value is a label where its wording as a whole heads a column."""

LEAST_LABELS = 3
SIDE = 100.0
"""Columns and rows of the table made of a form stand this far apart; its words keep their own places."""

PROMISED = frozenset({Role.ACTION, Role.ISSUE, Role.RISK})
ANSWERED = frozenset({Role.OWNER, Role.DEADLINE})
Field = tuple[Cell | None, Cell]
"""A label and the cell of its value; the title of a form has no label."""


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a table, its title first where one stands over them; none for a table of another build."""

    fields: tuple[Field, ...] = ()

    @property
    def titled(self) -> bool:
        """True where a title says what the form is about."""
        return bool(self.fields) and self.fields[0][0] is None

    def labels(self) -> list[Cell]:
        """The labels, in reading order."""
        return [label for label, _ in self.fields if label is not None]


def forms_as_rows(tables: Sequence[PlacedTable], lexicon: Lexicon) -> list[PlacedTable]:
    """The tables of a document in reading order, each form among them as a header with one row below.

    A form whose labels go on at the top of the next page is one with its first half. One without a promise among its
    labels has it in its title: the row across it, or the heading straight above.
    """
    result: list[PlacedTable] = []
    last = Form()
    for placed in tables:
        form = form_of(placed.table, lexicon)
        whole = Form((*last.fields, *form.fields))
        if result and form.fields and last.fields and _continues(result[-1], placed, last, form, lexicon):
            last = whole
            result[-1] = replace(result[-1], table=_as_row(result[-1].table, whole.fields), closes=placed.closes)
            continue
        last = form
        if is_form(form, lexicon):
            placed = replace(placed, table=_as_row(placed.table, form.fields))  # noqa: PLW2901 - the same table as a row
        elif placed.fresh_heading and not form.titled and is_form(under := _under_heading(placed, form), lexicon):
            last, table = under, _as_row(placed.table, under.fields)
            placed = replace(placed, table=table, headings=placed.headings[:-1])  # noqa: PLW2901 - likewise
        result.append(placed)
    return result


def _continues(above: PlacedTable, below: PlacedTable, first: Form, second: Form, lexicon: Lexicon) -> bool:
    """True where the labels of a table at the top of a page go on with those of the form before it."""
    next_page = above.table.page + 1 == below.table.page and above.closes and below.opens
    texts = {text_of(label.words, lexicon).lower() for label in first.labels()}
    fresh = all(text_of(label.words, lexicon).lower() not in texts for label in second.labels())
    return next_page and fresh and not second.titled and is_form(Form((*first.fields, *second.fields)), lexicon)


def _under_heading(placed: PlacedTable, form: Form) -> Form:
    """The form with the heading above it as its title."""
    heading = placed.headings[-1]
    title = Cell(0, 0, 0, 0, placed.table.box, heading.words, heading.page)
    return Form(((None, title), *form.fields))


def form_of(table: Table, lexicon: Lexicon) -> Form:
    """The label and value pairs of a table all of whose rows are such pairs, but for a title; none otherwise."""
    fields: list[Field] = []
    for row in range(table.rows):
        cells = [c for c in table.row(row) if c.row == row]
        if row == 0 and len(cells) == 1 and cells[0].words:
            fields.append((None, replace(cells[0], page=cells[0].page or table.page)))
            continue
        pairs = list(zip(cells[::2], cells[1::2], strict=False))
        if len(cells) % 2 or not pairs or len(pairs) > 2:
            return Form()
        for label, value in pairs:
            if not 0 < len(label.words) <= LABEL_WORDS:
                return Form()
            paged = (replace(c, page=c.page or table.page) for c in (label, value))
            fields.append((next(paged), next(paged)))
    labels = [label for label, _ in fields if label is not None]
    known = sum(_score(label, lexicon) >= LABEL_SCORE for label in labels)
    return Form(tuple(fields) if known >= KNOWN * len(labels) else ())


def is_form(form: Form, lexicon: Lexicon) -> bool:
    """True for labels that name who answers or when, and a promise or a title, over values that are no labels."""
    labels = form.labels()
    roles = {r for label in labels for r, s in _roles(label, lexicon).items() if s >= LABEL_SCORE}
    values = [value for label, value in form.fields if value.words and label is not None]
    plain = [value for value in values if _score(value, lexicon) < CERTAIN]
    promising = bool(roles & PROMISED)
    enough = len(form.fields) >= LEAST_LABELS and len(plain) * 2 > len(labels)
    return enough and (promising or form.titled) and bool(roles & ANSWERED)


def _as_row(table: Table, fields: Sequence[Field]) -> Table:
    """The table with the labels side by side as a header, and the values in one row below."""
    xs, ys = tuple(SIDE * i for i in range(len(fields) + 1)), (0.0, SIDE, 2 * SIDE)
    cells = [
        replace(cell, row=row, row_end=row, column=i, column_end=i, box=Box(xs[i], ys[row], xs[i + 1], ys[row + 1]))
        for row in (0, 1)
        for i, cell in enumerate(pair[row] or replace(pair[1], words=()) for pair in fields)
    ]
    return replace(table, xs=xs, ys=ys, cells=tuple(cells), origin=Origin.FORM)


def _roles(cell: Cell, lexicon: Lexicon) -> dict[Role, float]:
    return header_roles(text_of(cell.words, lexicon))


def _score(cell: Cell, lexicon: Lexicon) -> float:
    return max(_roles(cell, lexicon).values(), default=0.0)
