"""One table drawn with every kind of rule that programs use, and with less of them."""

from collections.abc import Callable

from tests.layouts.drawing import Cell, Look, Rules, Sheet
from tests.layouts.layout import Expected, Layout
from tests.layouts.wordings import HEADER, MORE, ROWS, WIDTHS, expected


def _ruled(look: Look) -> Callable[[], bytes]:
    def draw() -> bytes:
        sheet = Sheet()
        sheet.heading("Travel and Parks")
        sheet.table(WIDTHS, [HEADER, *ROWS], look)
        return sheet.pdf()

    return draw


def _mixed_fills() -> bytes:
    """White strokes between filled rectangles of changing shade, no line object of another colour."""
    sheet = Sheet()
    sheet.heading("Travel and Parks")
    rows = [[Cell(text, shade=0.95 if i % 2 else 0.85) for text in row] for i, row in enumerate(ROWS)]
    sheet.table(WIDTHS, [HEADER, *rows], Look(rules=Rules.WHITE, grey=0.3))
    return sheet.pdf()


def _header_outside() -> bytes:
    """The headers stand above the ruled rows, without a rule of their own."""
    sheet = Sheet()
    x = 54.0
    for text, width in zip(HEADER, WIDTHS, strict=True):
        sheet.words(x, sheet.y, text, font="Helvetica-Bold")
        x += width
    sheet.y += 14
    sheet.table(WIDTHS, ROWS, Look(header_rows=0))
    return sheet.pdf()


def _header_shaded_only() -> bytes:
    sheet = Sheet()
    sheet.table(WIDTHS, [HEADER, *ROWS], Look(rules=Rules.NONE, gap=4))
    return sheet.pdf()


def _shaded_in_turn() -> bytes:
    sheet = Sheet()
    rows = [[Cell(text, shade=0.92 if i % 2 else None) for text in row] for i, row in enumerate((*ROWS, *MORE))]
    sheet.table(WIDTHS, [HEADER, *rows], Look(rules=Rules.NONE, grey=0.8))
    return sheet.pdf()


def _without_bottom_and_right() -> bytes:
    """The lines at the table's foot and right are missing."""
    sheet = Sheet()
    xs = [50.0, 90.0, 330.0, 440.0]
    tops = sheet.table(WIDTHS, [HEADER, *ROWS], Look(rules=Rules.NONE, grey=1))
    for y in tops[:-1]:
        sheet.line(50, y, 530, y)
    for x in xs:
        sheet.line(x, tops[0], x, sheet.y)
    return sheet.pdf()


def _rows_without_lines() -> bytes:
    """Lines between the columns and around the table only."""
    sheet = Sheet()
    sheet.table(WIDTHS, [HEADER, *ROWS], Look(rules=Rules.COLUMNS, gap=6))
    return sheet.pdf()


_UNDER = ("Travel and Parks",)
_RECORDS: tuple[Expected, ...] = expected(ROWS, 1, *_UNDER)

LAYOUTS = (
    *(Layout(f"rules: {rules}", _ruled(Look(rules=rules)), _RECORDS) for rules in Rules if rules is not Rules.NONE),
    *(
        Layout(f"rules: {rules}, centred from top to bottom", _ruled(Look(rules=rules, middle=True)), _RECORDS)
        for rules in (Rules.ALL, Rules.ACROSS, Rules.HAIRS, Rules.WHITE)
    ),
    *(
        Layout(f"rules: {rules}, plain header", _ruled(Look(rules=rules, grey=1, bold_header=False)), _RECORDS)
        for rules in (Rules.ALL, Rules.ACROSS, Rules.OPEN)
    ),
    Layout("white strokes between rows of two shades", _mixed_fills, _RECORDS),
    Layout("header outside the ruling", _header_outside, expected()),
    Layout("a shaded header and nothing else", _header_shaded_only, expected()),
    Layout("rows shaded in turn, no rules", _shaded_in_turn, expected((*ROWS, *MORE))),
    Layout("foot and right edge missing", _without_bottom_and_right, expected()),
    Layout("columns ruled, rows not", _rows_without_lines, expected()),
)
