"""Strokes and fills that are no rules of the table, and text that leaves its cell."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.layouts.drawing import FONT, Cell, Look, Rules, Sheet
from tests.layouts.layout import Expected, Layout
from tests.layouts.wordings import HEADER, ROWS, WIDTHS, expected

PLAIN = Look()


def _with(clutter: Callable[[Sheet, Sequence[float]], None], look: Look = PLAIN) -> Callable[[], bytes]:
    def draw() -> bytes:
        sheet = Sheet()
        sheet.heading("Action Plan")
        top = sheet.y
        ys = sheet.table(WIDTHS, [HEADER, *ROWS], look)
        assert ys[0] == top
        clutter(sheet, ys)
        return sheet.pdf()

    return draw


def _underlines(sheet: Sheet, ys: Sequence[float]) -> None:
    """A link's underline under the first line of each action."""
    for y, row in zip(ys[1:], ROWS, strict=False):
        sheet.line(94, y + 13, 94 + min(220, stringWidth(row[1], FONT, 9)), y + 13)


def _strike(sheet: Sheet, ys: Sequence[float]) -> None:
    """An owner struck through."""
    sheet.line(334, ys[1] + 9, 334 + stringWidth(ROWS[0][2], FONT, 9), ys[1] + 9)


def _highlights(sheet: Sheet, ys: Sequence[float]) -> None:
    """A coloured ground behind one line of text, painted before it would hide it."""
    sheet.fill(300, ys[1] + 15, 326, ys[1] + 26, 0.9)


def _boxes(sheet: Sheet, ys: Sequence[float]) -> None:
    """A small box to tick in each row."""
    for y in ys[1:-1]:
        sheet.canvas.rect(512, sheet.size[1] - y - 15, 9, 9)


def _change_bars(sheet: Sheet, ys: Sequence[float]) -> None:
    """Change bars beside the table."""
    for a, b in pairwise(ys[1:]):
        sheet.line(44, a + 2, 44, b - 2)


def _shadow(sheet: Sheet, ys: Sequence[float]) -> None:
    """A shadow along the foot and the right side."""
    sheet.fill(54, ys[-1], 534, ys[-1] + 4, 0.6)
    sheet.fill(530, ys[0] + 4, 534, ys[-1], 0.6)


def _dots() -> bytes:
    """Rules of dots."""
    sheet = Sheet()
    ys = sheet.table(WIDTHS, [HEADER, *ROWS], Look(rules=Rules.NONE, grey=1))
    xs = [50 + sum(WIDTHS[:i]) for i in range(5)]
    for y in ys:
        for i in range(int((xs[-1] - xs[0]) / 2)):
            sheet.fill(xs[0] + 2 * i, y - 0.3, xs[0] + 2 * i + 0.6, y + 0.3, 0)
    for x in xs:
        for i in range(int((ys[-1] - ys[0]) / 2)):
            sheet.fill(x - 0.3, ys[0] + 2 * i, x + 0.3, ys[0] + 2 * i + 0.6, 0)
    return sheet.pdf()


def _overflow() -> bytes:
    """A spreadsheet whose texts run over into the empty cells to their right, grid lines and all."""
    sheet = Sheet()
    rows = [
        ("Action", "Lead", "By when", "Progress"),
        ("Mend the gate", "Clerk", "May 2013", ""),
        ("Order new litter bins", "Cllr Dawes", "June 2013", ""),
    ]
    ys = sheet.table((140.0, 90.0, 80.0, 140.0), rows)
    sheet.words(364, ys[1] + 4, "Done: the gate was mended by volunteers in the spring")
    return sheet.pdf()


def _column_grounds() -> bytes:
    """Columns on grounds of two colours, no rules; thin white rules between rows."""
    sheet = Sheet()
    top = sheet.y
    heights = [19.0 + 11 * (len(r[1]) > 50) + 11 * (len(r[1]) > 98) for r in (HEADER, *ROWS)]
    bottom = top + sum(heights) + 1
    x = 50.0
    for i, width in enumerate(WIDTHS):
        sheet.fill(x, top, x + width, bottom, 0.85 if i % 2 else 0.93)
        x += width
    ys = sheet.table(WIDTHS, [HEADER, *ROWS], Look(rules=Rules.NONE, grey=1))
    for y in ys[1:-1]:
        sheet.line(50, y, 530, y, grey=1, width=1)
    return sheet.pdf()


def _sideways_theme() -> bytes:
    """The theme printed sideways in a merged cell beside its rows."""
    sheet = Sheet()
    rows = [("", *HEADER[1:]), (Cell("", rows=4), *ROWS[0][1:]), *(r[1:] for r in ROWS[1:])]
    ys = sheet.table((30.0, 240.0, 110.0, 90.0), rows)
    sheet.canvas.saveState()
    sheet.canvas.translate(68, sheet.size[1] - ys[-1] + 10)
    sheet.canvas.rotate(90)
    sheet.canvas.setFillGray(0)
    sheet.canvas.setFont("Helvetica-Bold", 9)
    sheet.canvas.drawString(0, 0, "Getting about")
    sheet.canvas.restoreState()
    return sheet.pdf()


_UNDER = expected(ROWS, 1, "Action Plan")
LAYOUTS = (
    Layout("underlined text", _with(_underlines), _UNDER),
    Layout("text struck through", _with(_strike), _UNDER),
    Layout("a ground behind words", _with(_highlights), _UNDER),
    Layout("boxes to tick", _with(_boxes), _UNDER),
    Layout("change bars", _with(_change_bars), _UNDER),
    Layout("a shadow", _with(_shadow), _UNDER),
    Layout("underlined text, rules across only", _with(_underlines, Look(rules=Rules.ACROSS)), _UNDER),
    Layout("underlined text, no rules", _with(_underlines, Look(rules=Rules.NONE, gap=8)), _UNDER),
    Layout("rules of dots", _dots, expected()),
    Layout(
        "text that runs over its cell",
        _overflow,
        (
            Expected(
                "Mend the gate", "Clerk", "May 2013", progress="Done: the gate was mended by volunteers in the spring"
            ),
            Expected("Order new litter bins", "Cllr Dawes", "June 2013"),
        ),
        fails="words beyond a table's edge are not taken for those of its last cell",
    ),
    Layout("columns on grounds of two colours", _column_grounds, expected()),
    Layout(
        "a theme printed sideways",
        _sideways_theme,
        tuple(Expected(*r[1:], context=("Getting about",)) for r in ROWS),
    ),
)
