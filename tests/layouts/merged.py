"""Cells that stand for several rows: objectives, owners and dates merged, activities listed in one drawn row."""

from tests.layouts.drawing import Cell, Look, Rules, Sheet
from tests.layouts.layout import Expected, Layout
from tests.layouts.wordings import MORE, ROWS

_WIDE = (100.0, 210.0, 110.0, 80.0)


def _objective() -> bytes:
    sheet = Sheet()
    rows = [
        ("Objective", "Action", "Lead", "By when"),
        (Cell("Safer routes to school", rows=4), *ROWS[0][1:]),
        *(r[1:] for r in ROWS[1:]),
        (Cell("A museum for all", rows=3), *MORE[0][1:]),
        *(r[1:] for r in MORE[1:]),
    ]
    sheet.table(_WIDE, rows)
    return sheet.pdf()


def _two_governing() -> bytes:
    """Theme over objectives over actions."""
    sheet = Sheet()
    rows = [
        ("Theme", "Objective", "Action", "Lead", "By when"),
        (Cell("Getting about", rows=4), Cell("Safer routes to school", rows=2), *ROWS[0][1:]),
        ROWS[1][1:],
        (Cell("Greener streets", rows=2), *ROWS[2][1:]),
        ROWS[3][1:],
    ]
    sheet.table((70.0, 90.0, 170.0, 90.0, 75.0), rows)
    return sheet.pdf()


def _owner_merged() -> bytes:
    """One owner, and one date, for several actions."""
    sheet = Sheet()
    rows = [
        ("Ref", "Action", "Lead", "By when"),
        (*ROWS[0][:2], Cell("Travel Plan Officer", rows=2), Cell("March 2012", rows=2)),
        ROWS[1][:2],
        ROWS[2],
    ]
    sheet.table((40.0, 240.0, 110.0, 90.0), rows)
    return sheet.pdf()


def _activities_in_one_row() -> bytes:
    """Numbered activities in one drawn row, owners and dates set against them by height."""
    sheet = Sheet()
    sheet.table((100.0, 220.0, 110.0, 80.0), [("Objective", "Activities", "Lead", "By when")])
    top = sheet.y
    items = (
        ("1. Survey every footpath in the", "parish and publish a map", "Footpaths Officer", "May 2013"),
        ("2. Replace all broken stiles", "", "Rights of Way Team", "July 2013"),
        ("3. Put up signs to the old railway", "and the mill pond", "Clerk", "October 2013"),
    )
    y = top + 4
    sheet.words(54, y, "Paths that all can walk")
    for first, second, owner, due in items:
        sheet.words(154, y, first)
        sheet.words(374, y, owner)
        sheet.words(484, y, due)
        if second:
            sheet.words(164, y + 11, second)
        y += 11 * (2 if second else 1) + 8
    for x in (50, 150, 370, 480, 560):
        sheet.line(x, top, x, y)
    sheet.line(50, y, 560, y)
    return sheet.pdf()


def _unnumbered_activities_in_one_row() -> bytes:
    """Activities parted by white space in one drawn row, a date against each, one owner for all."""
    sheet = Sheet()
    sheet.table((100.0, 220.0, 110.0, 80.0), [("Objective", "Activities", "Lead", "By when")])
    top = sheet.y
    items = (
        (("Survey every footpath in the", "parish and publish a map"), "May 2013"),
        (("Replace all broken stiles",), "July 2013"),
        (("Put up signs to the old railway", "and the mill pond"), "October 2013"),
    )
    y = top + 4
    sheet.words(54, y, "Paths that all can walk")
    sheet.words(374, y, "Footpaths Officer")
    for lines, due in items:
        sheet.words(484, y, due)
        for line in lines:
            sheet.words(154, y, line)
            y += 11
        y += 9
    for x in (50, 150, 370, 480, 560):
        sheet.line(x, top, x, y)
    sheet.line(50, y, 560, y)
    return sheet.pdf()


def _bullets_are_one() -> bytes:
    """A list of bullets in a cell with one owner and one date is one action."""
    sheet = Sheet()
    rows = [
        ("Objective", "Action", "Lead", "By when"),
        (
            "Paths that all can walk",
            "• Survey every footpath\n• Replace all broken stiles\n• Put up signs",
            "Clerk",
            "May 2013",
        ),
        ("A museum for all", "• Open on Sundays\n• Train ten guides", "Museums Officer", "June 2013"),
    ]
    sheet.table(_WIDE, rows)
    return sheet.pdf()


def _objective_printed_once() -> bytes:
    """The objective stands in the first of its rows, the cells below are ruled but empty."""
    sheet = Sheet()
    rows = [
        ("Objective", "Action", "Lead", "By when"),
        ("Safer routes to school", *ROWS[0][1:]),
        *(("", *r[1:]) for r in ROWS[1:]),
        ("A museum for all", *MORE[0][1:]),
        *(("", *r[1:]) for r in MORE[1:]),
    ]
    sheet.table(_WIDE, rows)
    return sheet.pdf()


def _objective_unruled() -> bytes:
    """As the one before, with no rule anywhere."""
    sheet = Sheet()
    rows = [
        ("Objective", "Action", "Lead", "By when"),
        ("Safer routes to school", *ROWS[0][1:]),
        *(("", *r[1:]) for r in ROWS[1:]),
        ("A museum for all", *MORE[0][1:]),
        *(("", *r[1:]) for r in MORE[1:]),
    ]
    sheet.table(_WIDE, rows, Look(rules=Rules.NONE, gap=6))
    return sheet.pdf()


def _middle_of_merged() -> bytes:
    """The objective set in the middle of its merged cell, all cells centred from top to bottom."""
    sheet = Sheet()
    rows = [
        ("Objective", "Action", "Lead", "By when"),
        (Cell("Safer routes to school", rows=4), *ROWS[0][1:]),
        *(r[1:] for r in ROWS[1:]),
    ]
    sheet.table(_WIDE, rows, Look(middle=True))
    return sheet.pdf()


_SAFER = ("Safer routes to school",)
_OBJECTIVE = (
    *(Expected(*r[1:], context=_SAFER) for r in ROWS),
    *(Expected(*r[1:], context=("A museum for all",)) for r in MORE),
)
_PATHS = ("Paths that all can walk",)
_STEPS = (
    ("Survey every footpath in the parish and publish a map", "Footpaths Officer", "May 2013"),
    ("Replace all broken stiles", "Rights of Way Team", "July 2013"),
    ("Put up signs to the old railway and the mill pond", "Clerk", "October 2013"),
)

LAYOUTS = (
    Layout("merged objective", _objective, _OBJECTIVE),
    Layout(
        "theme over objectives over actions",
        _two_governing,
        tuple(
            Expected(*r[1:], context=("Getting about", "Safer routes to school" if i < 2 else "Greener streets"))
            for i, r in enumerate(ROWS)
        ),
    ),
    Layout(
        "owner and date merged over rows",
        _owner_merged,
        (
            Expected(ROWS[0][1], "Travel Plan Officer", "March 2012", "1.1"),
            Expected(ROWS[1][1], "Travel Plan Officer", "March 2012", "1.2"),
            Expected(*ROWS[2][1:], "1.3"),
        ),
    ),
    Layout(
        "numbered activities in one drawn row",
        _activities_in_one_row,
        tuple(Expected(a, o, d, str(i), _PATHS) for i, (a, o, d) in enumerate(_STEPS, start=1)),
    ),
    Layout(
        "activities in one drawn row, a date against each",
        _unnumbered_activities_in_one_row,
        tuple(Expected(a, "Footpaths Officer", d, context=_PATHS) for a, _, d in _STEPS),
    ),
    Layout(
        "bullets in a cell are one action",
        _bullets_are_one,
        (
            Expected("Survey every footpath Replace all broken stiles Put up signs", "Clerk", "May 2013"),
            Expected("Open on Sundays Train ten guides", "Museums Officer", "June 2013"),
        ),
    ),
    Layout(
        "objective printed once, cells below empty",
        _objective_printed_once,
        tuple(Expected(r.action, r.owner, r.deadline) for r in _OBJECTIVE),
    ),
    Layout("objective printed once, no rules", _objective_unruled, _OBJECTIVE),
    Layout("merged objective, all centred", _middle_of_merged, _OBJECTIVE[:4]),
)
