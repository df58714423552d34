"""Actions that are small forms or tables of their own."""

from tests.layouts.drawing import Cell, Look, Rules, Sheet
from tests.layouts.layout import Expected, Layout

_FORM = Look(header_rows=0)
_ITEMS = (
    (
        "Keep a register of every key to the town hall",
        "Keys were lent without record",
        "Facilities Manager",
        "May 2013",
    ),
    ("Check the petty cash each week", "No check since 2011", "Finance Officer", "1 July 2013"),
    ("Bank all takings on the day", "Takings kept for a month", "Museums Officer", "Immediately"),
)


def _form(sheet: Sheet, item: tuple[str, str, str, str], rows: slice = slice(None)) -> None:
    action, finding, owner, due = item
    labels = [
        (Cell("Finding", bold=True), finding),
        (Cell("Agreed action", bold=True), action),
        (Cell("Responsible officer", bold=True), owner),
        (Cell("Target date", bold=True), due),
    ]
    sheet.table((130.0, 350.0), labels[rows], _FORM)


def _forms() -> bytes:
    sheet = Sheet()
    for item in _ITEMS:
        _form(sheet, item)
        sheet.y += 18
    return sheet.pdf()


def _form_cut() -> bytes:
    """The second form is cut by the page break."""
    sheet = Sheet()
    sheet.y = 680
    _form(sheet, _ITEMS[0])
    sheet.y += 10
    _form(sheet, _ITEMS[1], slice(0, 2))
    sheet.next_page()
    _form(sheet, _ITEMS[1], slice(2, None))
    sheet.y += 10
    _form(sheet, _ITEMS[2])
    return sheet.pdf()


def _forms_two_a_row() -> bytes:
    """Two pairs of label and value in the last row."""
    sheet = Sheet()
    for action, finding, owner, due in _ITEMS:
        rows = [
            (Cell("Recommendation", bold=True), Cell(finding, cols=3)),
            (Cell("Action to be taken", bold=True), Cell(action, cols=3)),
            (Cell("Lead", bold=True), owner, Cell("Completion by", bold=True), due),
        ]
        sheet.table((110.0, 150.0, 100.0, 120.0), rows, _FORM)
        sheet.y += 16
    return sheet.pdf()


def _forms_with_colons() -> bytes:
    """Labels with colons, values plain, no rule anywhere."""
    sheet = Sheet()
    for action, finding, owner, due in _ITEMS:
        rows = [
            (Cell("Issue:", bold=True), finding),
            (Cell("Action:", bold=True), action),
            (Cell("Lead officer:", bold=True), owner),
            (Cell("Deadline:", bold=True), due),
        ]
        sheet.table((130.0, 350.0), rows, Look(rules=Rules.NONE, header_rows=0, pad=1))
        sheet.y += 16
    return sheet.pdf()


def _titled() -> bytes:
    """A small table for each action: its title across the top, then rows for Lead and Deadline."""
    sheet = Sheet()
    for action, finding, owner, due in _ITEMS:
        rows = [
            (Cell(action, cols=2, bold=True, shade=0.85),),
            ("Lead", owner),
            ("Deadline", due),
            ("Why", finding),
        ]
        sheet.table((130.0, 350.0), rows, _FORM)
        sheet.y += 16
    return sheet.pdf()


def _titled_by_heading() -> bytes:
    """As the one before, the title a heading above the table."""
    sheet = Sheet()
    for number, (action, finding, owner, due) in enumerate(_ITEMS, start=1):
        sheet.heading(f"{number}. {action}", size=11)
        sheet.table((130.0, 350.0), [("Lead", owner), ("Deadline", due), ("Why", finding)], _FORM)
        sheet.y += 16
    return sheet.pdf()


_RECORDS = tuple(Expected(a, o, d) for a, _, o, d in _ITEMS)

LAYOUTS = (
    Layout("label and value forms", _forms, _RECORDS),
    Layout(
        "a form cut by the page break",
        _form_cut,
        (_RECORDS[0], _RECORDS[1], Expected(*_ITEMS[2][:1], *_ITEMS[2][2:], page=2)),
    ),
    Layout("forms with two pairs in a row", _forms_two_a_row, _RECORDS),
    Layout("forms without rules, labels with colons", _forms_with_colons, _RECORDS),
    Layout("tables whose first row is the action", _titled, _RECORDS),
    Layout(
        "tables whose heading is the action",
        _titled_by_heading,
        tuple(Expected(a, o, d, str(i)) for i, (a, _, o, d) in enumerate(_ITEMS, start=1)),
    ),
)
