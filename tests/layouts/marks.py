"""Times told by marks or shading under years and quarters."""

from tests.layouts.drawing import Align, Cell, Look, Sheet
from tests.layouts.layout import Expected, Layout
from tests.layouts.wordings import ROWS

_X = Cell("X", align=Align.CENTRE)
_A, _B, _C = (r[1] for r in ROWS[:3])
_YEARS = ("2012", "2013", "2014")
_WIDTHS = (230.0, 110.0, 45.0, 45.0, 45.0)


def _years() -> bytes:
    sheet = Sheet()
    rows = [
        ("Action", "Lead", *_YEARS),
        (_A, "Travel Plan Officer", _X, "", ""),
        (_B, "Head of Highways", "", _X, _X),
        (_C, "Parks Manager", "", "", _X),
    ]
    sheet.table(_WIDTHS, rows)
    return sheet.pdf()


def _years_under_timeline() -> bytes:
    sheet = Sheet()
    rows = [
        (Cell("Activity", rows=2), Cell("Responsible", rows=2), Cell("Timeline", cols=3)),
        ("Y1", "Y2", "Y3"),
        (_A, "Travel Plan Officer", _X, "", ""),
        (_B, "Head of Highways", "", _X, _X),
        (_C, "Parks Manager", "", "", _X),
    ]
    sheet.table(_WIDTHS, rows, Look(header_rows=2))
    return sheet.pdf()


def _quarters() -> bytes:
    """Ticks under quarters."""
    sheet = Sheet()
    tick = Cell("x", align=Align.CENTRE)
    rows = [
        ("Action", "Lead", "Q1", "Q2", "Q3", "Q4"),
        (_A, "Travel Plan Officer", tick, "", "", ""),
        (_B, "Head of Highways", "", tick, "", ""),
        (_C, "Parks Manager", "", "", tick, tick),
    ]
    sheet.table((230.0, 110.0, 34.0, 34.0, 34.0, 34.0), rows)
    return sheet.pdf()


def _shaded_years() -> bytes:
    """Shading, with nothing printed in it, under years."""
    sheet = Sheet()
    dark = Cell("", shade=0.5)
    rows = [
        ("Action", "Lead", *_YEARS),
        (_A, "Travel Plan Officer", dark, "", ""),
        (_B, "Head of Highways", "", dark, dark),
        (_C, "Parks Manager", "", "", dark),
    ]
    sheet.table(_WIDTHS, rows)
    return sheet.pdf()


_OWNERS = ("Travel Plan Officer", "Head of Highways", "Parks Manager")


def _marked(*deadlines: str | None) -> tuple[Expected, ...]:
    return tuple(Expected(a, o, d) for a, o, d in zip((_A, _B, _C), _OWNERS, deadlines, strict=True))


LAYOUTS = (
    Layout("marks under years", _years, _marked("X", "X | X", "X")),
    Layout("marks under years, two levels", _years_under_timeline, _marked("X", "X | X", "X")),
    Layout("ticks under quarters", _quarters, _marked("x", "x", "x | x")),
    Layout(
        "shading under years",
        _shaded_years,
        _marked("2012", "2013 | 2014", "2014"),
        fails="a shaded cell without words has no evidence to quote",
    ),
)
