"""Whole plans as schools, trusts and ministries set them: headings, headers printed once, long wordings."""

from tests.layouts.drawing import A4_WIDE, Align, Cell, Look, Rules, Sheet
from tests.layouts.layout import Expected, Layout
from tests.layouts.wordings import HEADER, MORE, ROWS, WIDTHS, expected

BODY = Look(header_rows=0)


def _header_once_under_headings() -> bytes:
    """The header on the first page; each further page a heading, then rows in the same columns."""
    sheet = Sheet()
    sheet.heading("Priority 1: Getting about")
    sheet.table(WIDTHS, [HEADER, *ROWS])
    sheet.next_page()
    sheet.heading("Priority 2: Things to see")
    sheet.table(WIDTHS, MORE, BODY)
    return sheet.pdf()


def _access_plan() -> bytes:
    sheet = Sheet(A4_WIDE)
    rows = [
        (
            "Aim",
            "Current practice",
            "Actions to be taken",
            "Person responsible",
            "Date to complete actions by",
            "Success criteria",
        ),
        (
            Cell("Make the school easy to enter", rows=2),
            "One ramp at the side door",
            "Build a ramp at the main door",
            "Site Manager",
            "September 2023",
            "All can use the main door",
        ),
        ("No marked bays", "Mark two bays near the gate", "Site Manager", "July 2023", "Bays in use"),
        (
            "Help all pupils to read",
            "Large print on request",
            "Buy a reading pen for each class",
            "SENCo",
            "Ongoing",
            "Pens used",
        ),
    ]
    sheet.table((110.0, 110.0, 160.0, 100.0, 110.0, 130.0), rows)
    return sheet.pdf()


def _dates_in_action() -> bytes:
    sheet = Sheet()
    rows = [
        ("Ref", "Action", "Lead"),
        ("A1", "Publish the strategy by March 2014", "Head of Policy"),
        ("A2", "Consult parish councils", "Clerk"),
    ]
    sheet.table((40.0, 300.0, 120.0), rows)
    return sheet.pdf()


def _progress_rows() -> bytes:
    """Below each row one across the table that tells its progress."""
    sheet = Sheet()
    rows: list[tuple[str | Cell, ...]] = [HEADER]
    for row in ROWS[:3]:
        rows += [
            row,
            (
                Cell(
                    "Progress: work began in May, and a first report went to the cabinet in the autumn of the year.",
                    cols=4,
                ),
            ),
        ]
    sheet.table(WIDTHS, rows)
    return sheet.pdf()


def _section_rows_plain() -> bytes:
    """Section rows across the table, neither bold nor shaded."""
    sheet = Sheet()
    rows = [
        HEADER,
        (Cell("Objective 1: Getting about", cols=4),),
        *ROWS,
        (Cell("Objective 2: Things to see", cols=4),),
        *MORE,
    ]
    sheet.table(WIDTHS, rows)
    return sheet.pdf()


def _wrapped_headers_unruled() -> bytes:
    """Headers of two and three lines over an unruled table."""
    sheet = Sheet()
    head = ("Ref", "Action to be taken", "Lead officer responsible for it", "Target date for completion")
    sheet.table((40.0, 230.0, 110.0, 80.0), [head, *ROWS], Look(rules=Rules.NONE, grey=1, gap=8))
    return sheet.pdf()


def _wrapped_headers_bottom() -> bytes:
    """Headers of one and more lines that end on one line, over an unruled table."""
    sheet = Sheet()
    for x, lines in (
        (54, ("Ref",)),
        (94, ("Action",)),
        (324, ("Lead", "officer")),
        (434, ("Target", "date for", "completion")),
    ):
        for i, text in enumerate(reversed(lines)):
            sheet.words(x, sheet.y + 22 - 11 * i, text, font="Helvetica-Bold")
    sheet.y += 40
    sheet.table((40.0, 230.0, 110.0, 80.0), ROWS, Look(rules=Rules.NONE, header_rows=0, gap=8))
    return sheet.pdf()


def _three_pages_row() -> bytes:
    """One row over three pages."""
    sheet = Sheet()
    text = "Agree a programme of tree planting with parish councils and"
    sheet.y = 760
    sheet.table(WIDTHS, [HEADER, ("1", text, "Parks Manager", "May 2013")])
    sheet.next_page()
    sheet.y = 760
    sheet.table(WIDTHS, [("", "schools, with a list of sites in each village and", "", "")], BODY)
    sheet.next_page()
    sheet.table(WIDTHS, [("", "a rota for watering.", "", ""), ("2", "Mend the gate", "Clerk", "June 2013")], BODY)
    return sheet.pdf()


def _bullets_unruled() -> bytes:
    """Bullets that hang in the action column of a table without rules."""
    sheet = Sheet()
    rows = [
        HEADER,
        ("1", "Paths:\n• survey every path\n• replace stiles\n• put up signs", "Clerk", "May 2013"),
        ("2", "Museum:\n• open on Sundays\n• train guides", "Museums Officer", "June 2013"),
    ]
    sheet.table((40.0, 230.0, 130.0, 90.0), rows, Look(rules=Rules.NONE, grey=1, gap=8))
    return sheet.pdf()


def _owner_with_date() -> bytes:
    """No header over the number column; a blank progress column at the right."""
    sheet = Sheet()
    rows = [("", "Action", "Lead", "By when", "Progress"), *((r, a, o, d, "") for r, a, o, d in ROWS)]
    sheet.table((30.0, 200.0, 100.0, 80.0, 90.0), rows)
    return sheet.pdf()


def _centred_everything() -> bytes:
    """All cells centred both ways, in a table with rules."""
    sheet = Sheet()
    aligns = (Align.CENTRE,) * 4
    sheet.table(WIDTHS, [HEADER, *ROWS], Look(middle=True, aligns=aligns))
    return sheet.pdf()


def _plain_caption_between() -> bytes:
    """A line of plain text above the rows on the second page, no header there."""
    sheet = Sheet()
    sheet.table(WIDTHS, [HEADER, *ROWS])
    sheet.next_page()
    sheet.paragraph("Action plan, continued")
    sheet.table(WIDTHS, MORE, BODY)
    return sheet.pdf()


def _months() -> bytes:
    """A chart of twelve months: crosses under the months in which the work is done."""
    sheet = Sheet(A4_WIDE)
    months = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar")
    marks = [{0}, {3, 4}, {11}]
    rows = [
        ("Action", "Lead", *months),
        *((r[1], r[2], *(("X" if i in m else "") for i in range(12))) for r, m in zip(ROWS, marks, strict=False)),
    ]
    sheet.table((200.0, 100.0, *(30.0,) * 12), rows)
    return sheet.pdf()


_ENTRY = ("Make the school easy to enter",)

LAYOUTS = (
    Layout(
        "header once, further pages under headings",
        _header_once_under_headings,
        (*expected(ROWS, 1, "Priority 1: Getting about"), *expected(MORE, 2, "Priority 2: Things to see")),
    ),
    Layout(
        "an accessibility plan",
        _access_plan,
        (
            Expected(
                "Build a ramp at the main door",
                "Site Manager",
                "September 2023",
                context=_ENTRY,
                outcome="All can use the main door",
                progress="One ramp at the side door",
            ),
            Expected(
                "Mark two bays near the gate",
                "Site Manager",
                "July 2023",
                context=_ENTRY,
                outcome="Bays in use",
                progress="No marked bays",
            ),
            Expected(
                "Buy a reading pen for each class",
                "SENCo",
                "Ongoing",
                outcome="Pens used",
                progress="Large print on request",
            ),
        ),
    ),
    Layout(
        "dates in the action alone",
        _dates_in_action,
        (
            Expected("Publish the strategy by March 2014", "Head of Policy", "by March 2014", "A1"),
            Expected("Consult parish councils", "Clerk", None, "A2"),
        ),
    ),
    Layout("a row of progress across the table", _progress_rows, expected(ROWS[:3])),
    Layout(
        "section rows, plain",
        _section_rows_plain,
        (*expected(ROWS, 1, "Objective 1: Getting about"), *expected(MORE, 1, "Objective 2: Things to see")),
    ),
    Layout("headers of several lines, no rules", _wrapped_headers_unruled, expected()),
    Layout("headers that end on one line, no rules", _wrapped_headers_bottom, expected()),
    Layout(
        "a row over three pages",
        _three_pages_row,
        (
            Expected(
                "Agree a programme of tree planting with parish councils and schools, with a list of sites in each "
                "village and a rota for watering.",
                "Parks Manager",
                "May 2013",
                "1",
            ),
            Expected("Mend the gate", "Clerk", "June 2013", "2", page=3),
        ),
    ),
    Layout(
        "bullets in an unruled table",
        _bullets_unruled,
        (
            Expected("Paths: survey every path replace stiles put up signs", "Clerk", "May 2013", "1"),
            Expected("Museum: open on Sundays train guides", "Museums Officer", "June 2013", "2"),
        ),
    ),
    Layout("no header over the numbers", _owner_with_date, expected()),
    Layout("all centred both ways", _centred_everything, expected()),
    Layout("a line of text above the second page's rows", _plain_caption_between, (*expected(), *expected(MORE, 2))),
    Layout(
        "crosses under months",
        _months,
        tuple(Expected(r[1], r[2], d) for r, d in zip(ROWS, ("X", "X | X", "X"), strict=False)),
    ),
)
