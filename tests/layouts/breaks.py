"""Tables that go on over pages: headers printed once or alone, columns that drift, rows and cells that are cut."""

from dataclasses import replace

from tests.layouts.drawing import A4_WIDE, Cell, Look, Rules, Sheet
from tests.layouts.layout import Expected, Layout
from tests.layouts.wordings import HEADER, MORE, ROWS, WIDTHS, expected

BODY = Look(header_rows=0)


def _header_alone_at_foot() -> bytes:
    sheet = Sheet()
    sheet.heading("Service Plan")
    sheet.paragraph("The tables show what the service will do in the year. " * 12)
    sheet.y = 760
    sheet.table(WIDTHS, [HEADER])
    sheet.next_page()
    sheet.table(WIDTHS, ROWS, BODY)
    return sheet.pdf()


def _five_pages() -> bytes:
    """The header on the first page of five only."""
    sheet = Sheet()
    sheet.table(WIDTHS, [HEADER, *ROWS])
    for page in range(2, 6):
        sheet.next_page()
        sheet.table(WIDTHS, [(f"{page}.{r}", a, o, d) for r, a, o, d in ROWS], BODY)
    return sheet.pdf()


def _header_mid_page() -> bytes:
    sheet = Sheet()
    sheet.table(WIDTHS, [HEADER, *ROWS])
    sheet.next_page()
    sheet.table(WIDTHS, MORE, BODY)
    sheet.y += 20
    sheet.table((50.0, 220.0, 120.0, 90.0), [("No", "Task", "Responsible", "Target date"), *ROWS])
    return sheet.pdf()


def _drifting() -> bytes:
    """Column edges that stand a few points elsewhere on each page."""
    sheet = Sheet()
    sheet.table(WIDTHS, [HEADER, *ROWS])
    for shift in (6.0, -5.0):
        sheet.next_page()
        a, b, c, d = WIDTHS
        rows = MORE if shift > 0 else [(f"3.{r}", *rest) for r, *rest in MORE]
        sheet.table((a + shift, b - shift, c + shift, d - shift), rows, BODY, x=50 + shift)
    return sheet.pdf()


def _sizes() -> bytes:
    """Each page of another size and margin, the header on the first only."""
    sheet = Sheet(A4_WIDE)
    sheet.table(WIDTHS, [HEADER, *ROWS])
    sheet.next_page((612.0, 792.0))
    sheet.table(WIDTHS, MORE, BODY, x=40)
    return sheet.pdf()


def _cut_row() -> bytes:
    """A row that the foot of the page cuts in the middle of sentences."""
    sheet = Sheet()
    sheet.y = 700
    first = (
        "2.1",
        "Move the museum store to the old dairy at Wick Lane and",
        "Museums Officer with the",
        "By the end of",
    )
    sheet.table(WIDTHS, [HEADER, ROWS[0], first])
    sheet.next_page()
    rest = ("", "open it to visitors on two days a week", "Head of Property", "May 2013")
    sheet.table(WIDTHS, [rest, ROWS[1]], BODY)
    return sheet.pdf()


def _cut_row_under_header() -> bytes:
    """A cut row whose second half stands under the header printed again."""
    sheet = Sheet()
    sheet.y = 700
    first = ("2.1", "Move the museum store to the old dairy at Wick Lane and", "Museums Officer", "May 2013")
    sheet.table(WIDTHS, [HEADER, ROWS[0], first])
    sheet.next_page()
    sheet.table(WIDTHS, [HEADER, ("", "open it to visitors on two days a week", "", ""), ROWS[1]])
    return sheet.pdf()


def _cut_objective() -> bytes:
    """An objective merged over its rows, cut by the page break: printed on the first page only."""
    sheet = Sheet()
    widths = (100.0, 210.0, 110.0, 80.0)
    rows = [r[1:] for r in ROWS]
    sheet.y = 640
    head = ("Objective", "Action", "Lead", "By when")
    sheet.table(widths, [head, (Cell("Safer routes to school and to work", rows=2), *rows[0]), rows[1]])
    sheet.next_page()
    again = [(Cell("", rows=2), *rows[2]), rows[3], (Cell("A museum for all", rows=2), *MORE[0][1:]), MORE[1][1:]]
    sheet.table(widths, again, BODY)
    return sheet.pdf()


def _split_objective() -> bytes:
    """An objective merged over its rows whose sentence runs on overleaf."""
    sheet = Sheet()
    widths = (100.0, 210.0, 110.0, 80.0)
    rows = [r[1:] for r in ROWS]
    sheet.y = 640
    head = ("Objective", "Action", "Lead", "By when")
    sheet.table(widths, [head, (Cell("Safer routes to school and", rows=2), *rows[0]), rows[1]])
    sheet.next_page()
    again = [(Cell("to work for everybody", rows=2), *rows[2]), rows[3]]
    sheet.table(widths, again, BODY)
    return sheet.pdf()


def _repeated_with_continued() -> bytes:
    """The caption and the header again on each page, "(continued)" behind the caption."""
    sheet = Sheet()
    sheet.heading("Priority 1: Getting about")
    sheet.table(WIDTHS, [HEADER, *ROWS])
    sheet.next_page()
    sheet.heading("Priority 1: Getting about (continued)")
    sheet.table(WIDTHS, [HEADER, *MORE])
    return sheet.pdf()


def _across_rules_over_pages() -> bytes:
    """Rules between rows only, the header on the first page only."""
    sheet = Sheet()
    sheet.table(WIDTHS, [HEADER, *ROWS], Look(rules=Rules.ACROSS))
    sheet.next_page()
    sheet.table(WIDTHS, MORE, Look(rules=Rules.ACROSS, header_rows=0))
    return sheet.pdf()


def _unruled_over_pages() -> bytes:
    """No rules, the header on the first page only."""
    sheet = Sheet()
    sheet.table(WIDTHS, [HEADER, *ROWS], Look(rules=Rules.NONE, gap=6))
    sheet.next_page()
    sheet.table(WIDTHS, MORE, Look(rules=Rules.NONE, header_rows=0, gap=6))
    return sheet.pdf()


def _running_head_between() -> bytes:
    """A running title over each page's part, the header on the first only."""
    sheet = Sheet()
    rows = (ROWS, MORE, tuple((f"3.{r}", *rest) for r, *rest in MORE))
    for number, part in enumerate(rows, start=1):
        if number > 1:
            sheet.next_page()
        sheet.words(50, 30, "Mereham Parish Council: Community Plan", font="Helvetica-Bold", size=12)
        sheet.words(290, 810, f"Page {number} of 3")
        sheet.table(WIDTHS, [*([HEADER] if number == 1 else []), *part], Look(header_rows=int(number == 1)))
    return sheet.pdf()


_PAGES = tuple(
    r for page in range(2, 6) for r in expected(tuple((f"{page}.{r}", a, o, d) for r, a, o, d in ROWS), page)
)
_THIRD = tuple((f"3.{r}", a, o, d) for r, a, o, d in MORE)
_CUT = Expected(
    "Move the museum store to the old dairy at Wick Lane and open it to visitors on two days a week",
    "Museums Officer with the Head of Property",
    "By the end of May 2013",
    "2.1",
)


def _under(*pairs: tuple[str, tuple[str, str, str, str], int]) -> tuple[Expected, ...]:
    return tuple(Expected(r[1], r[2], r[3], context=(over,), page=page) for over, r, page in pairs)


LAYOUTS = (
    Layout("header alone at a page's foot", _header_alone_at_foot, expected(page=2)),
    Layout("header on the first of five pages", _five_pages, (*expected(), *_PAGES)),
    Layout("header mid-page", _header_mid_page, (*expected(), *expected(MORE, 2), *expected(ROWS, 2))),
    Layout("columns that drift between pages", _drifting, (*expected(), *expected(MORE, 2), *expected(_THIRD, 3))),
    Layout("pages of different sizes", _sizes, (*expected(), *expected(MORE, 2))),
    Layout("a row cut by the page break", _cut_row, (*expected(ROWS[:1]), _CUT, *expected(ROWS[1:2], 2))),
    Layout(
        "a row cut by the page break, header repeated",
        _cut_row_under_header,
        (
            *expected(ROWS[:1]),
            replace(_CUT, owner="Museums Officer", deadline="May 2013"),
            *expected(ROWS[1:2], 2),
        ),
    ),
    Layout(
        "a merged objective cut by the page break",
        _cut_objective,
        _under(
            ("Safer routes to school and to work", ROWS[0], 1),
            ("Safer routes to school and to work", ROWS[1], 1),
            ("Safer routes to school and to work", ROWS[2], 2),
            ("Safer routes to school and to work", ROWS[3], 2),
            ("A museum for all", MORE[0], 2),
            ("A museum for all", MORE[1], 2),
        ),
    ),
    Layout(
        "a merged objective that runs on overleaf",
        _split_objective,
        _under(*(("Safer routes to school and to work for everybody", row, 1 + (i > 1)) for i, row in enumerate(ROWS))),
    ),
    Layout(
        "caption and header repeated, continued",
        _repeated_with_continued,
        (*expected(ROWS, 1, "Priority 1: Getting about"), *expected(MORE, 2)),
    ),
    Layout("rules across only, over pages", _across_rules_over_pages, (*expected(), *expected(MORE, 2))),
    Layout("no rules, over pages", _unruled_over_pages, (*expected(), *expected(MORE, 2))),
    Layout(
        "running titles between the parts",
        _running_head_between,
        (*expected(), *expected(MORE, 2), *expected(_THIRD, 3)),
    ),
)
