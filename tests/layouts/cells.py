"""What stands in cells: cut words, ditto marks, hidden and overprinted text, notes, several owners."""

from tests.layouts.drawing import Cell, Look, Rules, Sheet
from tests.layouts.layout import Expected, Layout
from tests.layouts.wordings import HEADER, ROWS, WIDTHS, expected


def _cut_words() -> bytes:
    """Words cut by narrow columns, without a hyphen."""
    sheet = Sheet()
    rows = [
        ("Action", "Responsibl\ne officer", "Timescal\ne"),
        ("Print a guide for walkers", "Municipaliti\nes", "Septembe\nr 2012"),
        ("Open the mill to visitors", "Headtea\ncher", "Novembe\nr 2012"),
    ]
    sheet.table((220.0, 54.0, 48.0), rows)
    return sheet.pdf()


def _dittos() -> bytes:
    sheet = Sheet()
    rows = [HEADER, ROWS[0], (*ROWS[1][:2], '"', '"'), ROWS[2]]
    sheet.table(WIDTHS, rows)
    return sheet.pdf()


def _hidden() -> bytes:
    """White text on white, and text that a white box covers."""
    sheet = Sheet()
    top = sheet.y
    sheet.words(60, top + 2, "HIDDEN DRAFT NOTE", grey=1.0)
    sheet.words(300, top + 70, "old owner", size=8)
    sheet.fill(290, top + 66, 360, top + 84, 1.0)
    sheet.table(WIDTHS, [HEADER, *ROWS])
    return sheet.pdf()


def _white_on_dark() -> bytes:
    """Headers in white on a dark ground, as reports set them."""
    sheet = Sheet()
    top = sheet.y
    sheet.table(WIDTHS, [tuple(Cell("", shade=0.2) for _ in HEADER), *ROWS])
    x = 54.0
    for text, width in zip(HEADER, WIDTHS, strict=True):
        sheet.words(x, top + 4, text, grey=1.0, font="Helvetica-Bold")
        x += width
    return sheet.pdf()


def _overprinted() -> bytes:
    """Bold made by printing a text twice, a hair apart."""
    sheet = Sheet()
    top = sheet.y
    sheet.table(WIDTHS, [HEADER, *ROWS], Look(bold_header=False))
    x = 54.0
    for text, width in zip(HEADER, WIDTHS, strict=True):
        sheet.words(x + 0.3, top + 4, text)
        x += width
    return sheet.pdf()


def _hyphens() -> bytes:
    sheet = Sheet()
    rows = [
        ("Action", "Lead", "By when"),
        ("Review all long-\nterm leases and the main-\ntenance of bridges", "Head of Prop-\nerty", "2012-\n13"),
        ("Hold a meeting", "Clerk", "May 2012"),
    ]
    sheet.table((150.0, 80.0, 80.0), rows)
    return sheet.pdf()


def _blank_rows_between() -> bytes:
    """Empty spacer rows between the rows."""
    sheet = Sheet()
    rows = [HEADER, *(x for r in ROWS for x in (r, ("", "", "", "")))]
    sheet.table(WIDTHS, rows)
    return sheet.pdf()


def _loose_row_continuation() -> bytes:
    """A spreadsheet: the text of one action runs over three ruled rows, its other cells on the first."""
    sheet = Sheet()
    rows = [
        HEADER,
        ("1.1", "Agree a tree planting programme with", "Parks Manager", "May 2013"),
        ("", "parish councils, with a list of sites", "", ""),
        ("", "and a rota for watering.", "", ""),
        ("1.2", "Repair the footbridge", "Head of Highways", "June 2013"),
    ]
    sheet.table(WIDTHS, rows, Look(rules=Rules.ALL))
    return sheet.pdf()


LAYOUTS = (
    Layout(
        "words cut by narrow columns",
        _cut_words,
        (
            Expected("Print a guide for walkers", "Municipalities", "September 2012"),
            Expected("Open the mill to visitors", "Headteacher", "November 2012"),
        ),
    ),
    Layout("ditto marks", _dittos, (*expected(ROWS[:1]), Expected(ROWS[1][1], '"', '"', "1.2"), *expected(ROWS[2:3]))),
    Layout("hidden text", _hidden, expected()),
    Layout("white headers on a dark ground", _white_on_dark, expected()),
    Layout("text printed twice", _overprinted, expected()),
    Layout(
        "hyphens at line ends",
        _hyphens,
        (
            Expected("Review all long-term leases and the maintenance of bridges", "Head of Property", "2012-13"),
            Expected("Hold a meeting", "Clerk", "May 2012"),
        ),
    ),
    Layout("empty rows between the rows", _blank_rows_between, expected()),
    Layout(
        "a text that runs on over ruled rows",
        _loose_row_continuation,
        (
            Expected(
                "Agree a tree planting programme with parish councils, with a list of sites and a rota for watering.",
                "Parks Manager",
                "May 2013",
                "1.1",
            ),
            Expected("Repair the footbridge", "Head of Highways", "June 2013", "1.2"),
        ),
    ),
)
