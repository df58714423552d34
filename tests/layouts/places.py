"""Tables turned, side by side, under one another, and of hundreds of cells."""

from tests.layouts.drawing import A4, A4_WIDE, Cell, Look, Rules, Sheet
from tests.layouts.layout import Layout
from tests.layouts.wordings import HEADER, MORE, ROWS, WIDTHS, expected, without_refs


def _side_by_side() -> bytes:
    sheet = Sheet(A4_WIDE)
    widths = (170.0, 90.0, 80.0)
    top = sheet.y
    sheet.table(widths, [HEADER[1:], *(r[1:] for r in ROWS)])
    sheet.y = top
    sheet.table(widths, [HEADER[1:], *(r[1:] for r in MORE)], x=430)
    return sheet.pdf()


def _sideways() -> bytes:
    """A landscape table printed sideways on an upright page."""
    sheet = Sheet(A4)
    sheet.canvas.translate(A4[0], 0)
    sheet.canvas.rotate(90)
    sheet.size = A4_WIDE
    sheet.table(WIDTHS, [HEADER, *ROWS])
    return sheet.pdf()


def _rotated() -> bytes:
    """A page stored upright and shown turned by /Rotate."""
    sheet = Sheet(A4_WIDE)
    sheet.canvas.setPageRotation(90)
    sheet.canvas.transform(0, 1, -1, 0, A4_WIDE[1], 0)
    sheet.table(WIDTHS, [HEADER, *ROWS])
    return sheet.pdf()


def _under_one_another() -> bytes:
    """Three tables that touch, each with its header and other columns."""
    sheet = Sheet()
    sheet.table(WIDTHS, [HEADER, *ROWS])
    sheet.table((60.0, 200.0, 120.0, 100.0), [HEADER, *MORE])
    return sheet.pdf()


def _sideways_headers() -> bytes:
    """Headers printed sideways over narrow columns."""
    sheet = Sheet()
    top = sheet.y
    height = 60.0
    xs = (50.0, 290.0, 400.0, 490.0, 520.0)
    sheet.words(54, top + 44, "Action", font="Helvetica-Bold")
    sheet.words(294, top + 44, "Lead", font="Helvetica-Bold")
    sheet.words(404, top + 44, "By when", font="Helvetica-Bold")
    sheet.canvas.saveState()
    sheet.canvas.translate(510, sheet.size[1] - top - height + 6)
    sheet.canvas.rotate(90)
    sheet.canvas.setFont("Helvetica-Bold", 9)
    sheet.canvas.drawString(0, 0, "Priority")
    sheet.canvas.restoreState()
    for x in xs:
        sheet.line(x, top, x, top + height)
    sheet.line(50, top, 520, top)
    sheet.y = top + height
    rows = [(a, o, d, "H") for _, a, o, d in ROWS]
    sheet.table((240.0, 110.0, 90.0, 30.0), rows, Look(header_rows=0))
    return sheet.pdf()


def _many_cells() -> bytes:
    """A table of hundreds of thin rectangles on several pages."""
    sheet = Sheet()
    for page in range(3):
        if page:
            sheet.next_page()
        rows = [(f"{page + 1}.{r}", a, o, d) for r, a, o, d in (*ROWS, *MORE)] * 2
        sheet.table(WIDTHS, [HEADER, *rows], Look(rules=Rules.HAIRS))
    return sheet.pdf()


def _framed() -> bytes:
    """A page border around everything, the table inside it."""
    sheet = Sheet()
    for a, b in (((20, 20), (575, 20)), ((575, 20), (575, 822)), ((575, 822), (20, 822)), ((20, 822), (20, 20))):
        sheet.line(*a, *b)
    sheet.heading("Our promises")
    sheet.table(WIDTHS, [HEADER, *ROWS])
    return sheet.pdf()


def _in_a_box() -> bytes:
    """A table inside a ruled cell of an outer table, under a title."""
    sheet = Sheet()
    sheet.table((500.0,), [(Cell("Directorate of Places", bold=True),)], Look(header_rows=0), x=40)
    top = sheet.y
    sheet.y += 10
    sheet.table(WIDTHS, [HEADER, *ROWS])
    bottom = sheet.y + 10
    for side in ((40, top, 40, bottom), (540, top, 540, bottom), (40, bottom, 540, bottom)):
        sheet.line(*side)
    return sheet.pdf()


_BULK = tuple(
    r
    for page in range(1, 4)
    for r in expected(tuple((f"{page}.{r}", a, o, d) for r, a, o, d in (*ROWS, *MORE)) * 2, page)
)

LAYOUTS = (
    Layout("tables side by side", _side_by_side, without_refs((*expected(), *expected(MORE)))),
    Layout("a table sideways on an upright page", _sideways, expected()),
    Layout("a page turned by /Rotate", _rotated, expected()),
    Layout("tables that touch", _under_one_another, (*expected(), *expected(MORE))),
    Layout("headers printed sideways", _sideways_headers, without_refs(expected())),
    Layout("hundreds of thin rectangles", _many_cells, _BULK),
    Layout("a border around the page", _framed, expected()),
    Layout("a table in a cell of a larger one", _in_a_box, expected()),
)
