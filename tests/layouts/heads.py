"""Headers of two and three levels, misleading and missing ones, and bands in and above tables."""

from dataclasses import replace

from models import Kind
from tests.layouts.drawing import Cell, Look, Sheet
from tests.layouts.layout import Expected, Layout
from tests.layouts.wordings import HEADER, MORE, ROWS, WIDTHS, expected

_FIVE = (40.0, 190.0, 90.0, 90.0, 90.0)


def _two_levels() -> bytes:
    """Responsible over Lead and Supporting."""
    sheet = Sheet()
    head = [
        (Cell("Ref", rows=2), Cell("Action", rows=2), Cell("Responsible", cols=2), Cell("Timescale", rows=2)),
        ("Lead", "Supporting"),
    ]
    rows = [(r, a, o, "Parish councils", d) for r, a, o, d in ROWS]
    sheet.table(_FIVE, [*head, *rows], Look(header_rows=2))
    return sheet.pdf()


def _timescale_start_end() -> bytes:
    sheet = Sheet()
    head = [
        (Cell("Ref", rows=2), Cell("Activity", rows=2), Cell("Responsible officer", rows=2), Cell("Timescale", cols=2)),
        ("Start", "End"),
    ]
    rows = [(r, a, o, "April 2011", d) for r, a, o, d in ROWS[:3]]
    sheet.table(_FIVE, [*head, *rows], Look(header_rows=2))
    return sheet.pdf()


def _three_levels() -> bytes:
    """A title, then groups of columns, then the columns."""
    sheet = Sheet()
    head = [
        (Cell("Improvement Plan 2011-12", cols=5),),
        (Cell("What", cols=2), Cell("Delivery", cols=3)),
        ("Ref", "Action", "Lead officer", "Partners", "Due date"),
    ]
    rows = [(r, a, o, "Parish councils", d) for r, a, o, d in ROWS]
    sheet.table(_FIVE, [*head, *rows], Look(header_rows=3))
    return sheet.pdf()


def _headers_not_bold() -> bytes:
    sheet = Sheet()
    head = ("No.", "What needs to be done", "Who will do it", "When will it be done")
    sheet.table(WIDTHS, [head, *ROWS], Look(bold_header=False, grey=1))
    return sheet.pdf()


def _unusual_wordings() -> bytes:
    sheet = Sheet()
    head = ("#", "We will...", "Responsible Lead(s)", "Delivery timescale")
    sheet.table(WIDTHS, [head, *ROWS])
    return sheet.pdf()


def _band_above_header() -> bytes:
    sheet = Sheet()
    rows = [(Cell("Priority A: Getting about safely", cols=4, bold=True, shade=0.7),), HEADER, *ROWS]
    sheet.table(WIDTHS, rows, Look(header_rows=2))
    return sheet.pdf()


def _bands_in_table() -> bytes:
    sheet = Sheet()
    rows = [
        HEADER,
        (Cell("Getting about", cols=4, bold=True, shade=0.9),),
        *ROWS,
        (Cell("Things to see", cols=4, bold=True, shade=0.9),),
        *MORE,
    ]
    sheet.table(WIDTHS, rows)
    return sheet.pdf()


def _lead_in_row() -> bytes:
    """A bold title in the action column, the other cells empty, governs the rows below it."""
    sheet = Sheet()
    rows = [
        HEADER,
        ("1", Cell("Getting about", bold=True), "", ""),
        *ROWS,
        ("2", Cell("Things to see", bold=True), "", ""),
        *MORE,
    ]
    sheet.table(WIDTHS, rows)
    return sheet.pdf()


def _header_missing() -> bytes:
    """No header at all: references, texts, posts and dates in their columns."""
    sheet = Sheet()
    sheet.heading("Action plan")
    sheet.table(WIDTHS, [*ROWS, *MORE], Look(header_rows=0))
    return sheet.pdf()


def _header_under_title_row() -> bytes:
    """The first row is the table's title over all columns, not bold; the second is the header."""
    sheet = Sheet()
    rows = [(Cell("Actions for the year 2011/12", cols=4),), HEADER, *ROWS]
    sheet.table(WIDTHS, rows, Look(grey=1, header_rows=2))
    return sheet.pdf()


def _item_discussion_action() -> bytes:
    """Minutes: the Action column holds who is to act."""
    sheet = Sheet()
    rows = [
        ("Item", "Discussion", "Action", "Date"),
        ("1", "The clerk to write to the county about the bus shelter at the green", "Clerk", "May 2012"),
        ("2", "Hedges on Mill Lane to be cut before the show", "Cllr Dawes", "June 2012"),
        ("3", "Quotes for the pavilion roof to be brought to the next meeting", "Cllr Orme", "July 2012"),
    ]
    sheet.table(WIDTHS, rows)
    return sheet.pdf()


def _item_action() -> bytes:
    """Minutes without a column of discussion; an item with nobody against it is no action."""
    sheet = Sheet()
    rows = [
        ("Item", "Action"),
        ("Write to the county about the bus shelter at the green", "Clerk"),
        ("The accounts to the end of April were noted", ""),
        ("Bring quotes for the pavilion roof to the next meeting", "Cllr Orme"),
    ]
    sheet.table((330.0, 100.0), rows)
    return sheet.pdf()


def _header_repeats_with_bands() -> bytes:
    """Each part of the table begins with its own title and the header again."""
    sheet = Sheet()
    rows = [
        (Cell("Objective 1: Getting about", cols=4, bold=True),),
        HEADER,
        *ROWS,
        (Cell("Objective 2: Things to see", cols=4, bold=True),),
        tuple(Cell(t, bold=True) for t in HEADER),
        *MORE,
    ]
    sheet.table(WIDTHS, rows, Look(header_rows=2))
    return sheet.pdf()


def _spread_header() -> bytes:
    """The header's first cell covers the columns of reference and text."""
    sheet = Sheet()
    rows = [(Cell("Action", cols=2), "Lead", "By when"), *ROWS]
    sheet.table(WIDTHS, rows)
    return sheet.pdf()


def _outcome_and_progress() -> bytes:
    sheet = Sheet()
    widths = (150.0, 80.0, 70.0, 100.0, 95.0)
    rows = [
        ("Action", "Lead", "Timescale", "Success criteria", "Progress (RAG)"),
        (ROWS[0][1], ROWS[0][2], ROWS[0][3], "Half of all pupils walk", "Green - printed"),
        (ROWS[1][1], ROWS[1][2], ROWS[1][3], "Bridge open all year", "Amber - tenders late"),
    ]
    sheet.table(widths, rows)
    return sheet.pdf()


_BARE = ("Getting about", "Things to see")
_PARTS = (
    *(Expected(r[1], r[2], r[3], r[0], (_BARE[0],)) for r in ROWS),
    *(Expected(r[1], r[2], r[3], r[0], (_BARE[1],)) for r in MORE),
)
_GROUPED = (
    Expected(_BARE[0], kind=Kind.GROUP),
    *_PARTS[:4],
    Expected(_BARE[1], kind=Kind.GROUP),
    *_PARTS[4:],
)

LAYOUTS = (
    Layout("two levels: Responsible over Lead and Supporting", _two_levels, expected()),
    Layout(
        "two levels: Timescale over Start and End",
        _timescale_start_end,
        tuple(replace(r, deadline=f"April 2011 | {r.deadline}") for r in expected(ROWS[:3])),
    ),
    Layout("three levels", _three_levels, expected()),
    Layout("plain header asking questions", _headers_not_bold, expected()),
    Layout("unusual header wordings", _unusual_wordings, expected()),
    Layout("band above the header", _band_above_header, expected(ROWS, 1, "Priority A: Getting about safely")),
    Layout("bands inside the table", _bands_in_table, _GROUPED),
    Layout(
        "bold lead-in rows",
        _lead_in_row,
        (replace(_GROUPED[0], ref="1"), *_GROUPED[1:5], replace(_GROUPED[5], ref="2"), *_GROUPED[6:]),
    ),
    Layout("no header at all", _header_missing, expected((*ROWS, *MORE))),
    Layout("a title row above the header", _header_under_title_row, expected(ROWS, 1, "Actions for the year 2011/12")),
    Layout(
        "minutes: the Action column holds the owner",
        _item_discussion_action,
        (
            Expected("The clerk to write to the county about the bus shelter at the green", "Clerk", "May 2012", "1"),
            Expected("Hedges on Mill Lane to be cut before the show", "Cllr Dawes", "June 2012", "2"),
            Expected("Quotes for the pavilion roof to be brought to the next meeting", "Cllr Orme", "July 2012", "3"),
        ),
    ),
    Layout(
        "minutes: items, and who is to act",
        _item_action,
        (
            Expected("Write to the county about the bus shelter at the green", "Clerk"),
            Expected("Bring quotes for the pavilion roof to the next meeting", "Cllr Orme"),
        ),
    ),
    Layout(
        "title and header again inside the table",
        _header_repeats_with_bands,
        (*expected(ROWS, 1, "Objective 1: Getting about"), *expected(MORE, 1, "Objective 2: Things to see")),
    ),
    Layout("header cell over reference and text", _spread_header, expected()),
    Layout(
        "outcome and progress beside the action",
        _outcome_and_progress,
        (
            Expected(*ROWS[0][1:], outcome="Half of all pupils walk", progress="Green - printed"),
            Expected(*ROWS[1][1:], outcome="Bridge open all year", progress="Amber - tenders late"),
        ),
    ),
)
