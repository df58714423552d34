"""Tables that promise nothing, and rows of plans that are no records."""

from collections.abc import Callable

from tests.layouts.drawing import Cell, Look, Row, Rules, Sheet
from tests.layouts.layout import Layout
from tests.layouts.wordings import HEADER, ROWS, WIDTHS, expected, without_refs

PLAIN = Look()


def _alone(widths: tuple[float, ...], rows: tuple[Row, ...], look: Look = PLAIN) -> Callable[[], bytes]:
    def draw() -> bytes:
        sheet = Sheet()
        sheet.heading("Resources")
        sheet.paragraph("What the service has, and what the letters and colours in this plan mean.")
        sheet.table(widths, rows, look)
        return sheet.pdf()

    return draw


def _contents() -> bytes:
    sheet = Sheet()
    sheet.heading("Contents")
    for number, text in enumerate(("Introduction", "Our priorities", "Action plan", "Risks", "Key contacts"), start=1):
        sheet.words(50, sheet.y, f"{number}. {text} " + ". " * (60 - len(text)))
        sheet.words(500, sheet.y, str(2 + number))
        sheet.y += 16
    return sheet.pdf()


def _template_rows() -> bytes:
    """Empty rows with a number, a row of N/A, and a total."""
    sheet = Sheet()
    rows = [
        HEADER,
        *ROWS,
        ("1.5", "", "", ""),
        ("1.6", "N/A", "", ""),
        ("", "", "", ""),
    ]
    sheet.table(WIDTHS, rows)
    return sheet.pdf()


def _total_row() -> bytes:
    sheet = Sheet()
    rows = [
        ("Action", "Lead", "By when", "Cost"),
        *((a, o, d, f"£{1 + i},500") for i, (_, a, o, d) in enumerate(ROWS)),
        (Cell("Total", bold=True), "", "", "£16,000"),
    ]
    sheet.table((220.0, 120.0, 80.0, 60.0), rows)
    return sheet.pdf()


def _key_beside_plan() -> bytes:
    """A key of colours above the plan table."""
    sheet = Sheet()
    sheet.table((60.0, 200.0), [("Key", "Meaning"), ("R", "Not started"), ("A", "Under way"), ("G", "Done")])
    sheet.y += 20
    sheet.table(WIDTHS, [HEADER, *ROWS])
    return sheet.pdf()


LAYOUTS = (
    Layout(
        "a budget",
        _alone(
            (200.0, 80.0, 80.0, 80.0),
            (
                ("Service", "2011/12", "2012/13", "2013/14"),
                ("Parks", "120", "118", "119"),
                ("Museums", "88", "80", "79"),
            ),
        ),
        (),
    ),
    Layout(
        "a key to colours",
        _alone((60.0, 240.0), (("Red", "Action not started"), ("Amber", "Action under way"), ("Green", "Action done"))),
        (),
    ),
    Layout("a key without a header", _alone((60.0, 240.0), (("R", "Not on target"), ("G", "On target"))), ()),
    Layout(
        "a staffing list",
        _alone(
            (150.0, 60.0, 180.0),
            (
                ("Post", "FTE", "Responsibilities"),
                ("Clerk", "1.0", "Minutes and accounts"),
                ("Caretaker", "0.5", "Keys"),
            ),
        ),
        (),
    ),
    Layout(
        "a list of versions",
        _alone(
            (60.0, 90.0, 120.0, 200.0),
            (
                ("Version", "Date", "Author", "Changes"),
                ("0.1", "3 March 2012", "A. Lowe", "First draft for comment"),
                ("1.0", "9 May 2012", "A. Lowe", "Agreed by the cabinet"),
            ),
        ),
        (),
    ),
    Layout(
        "a list of meetings",
        _alone(
            (150.0, 110.0, 160.0),
            (
                ("Meeting", "Date", "Venue"),
                ("Parish council", "3 May 2012", "Village hall"),
                ("Planning committee", "10 May 2012", "The old school"),
            ),
        ),
        (),
    ),
    Layout(
        "a list of contacts",
        _alone(
            (150.0, 150.0, 120.0),
            (
                ("Name", "Role", "Telephone"),
                ("Ada Lowe", "Clerk", "01632 960001"),
                ("Ben Orme", "Chair", "01632 960002"),
            ),
        ),
        (),
    ),
    Layout("a list of contents", _contents, ()),
    Layout("empty template rows", _template_rows, expected()),
    Layout("a row of totals", _total_row, without_refs(expected())),
    Layout("a key beside the plan", _key_beside_plan, expected()),
    Layout(
        "an unruled budget",
        _alone(
            (200.0, 80.0, 80.0),
            (("Activity", "2011/12", "2012/13"), ("Parks", "120", "118"), ("Museums", "88", "80")),
            Look(rules=Rules.NONE, gap=4),
        ),
        (),
    ),
)
