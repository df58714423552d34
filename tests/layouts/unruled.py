"""Tables set out by white space alone."""

from collections.abc import Callable

from tests.layouts.drawing import Align, Cell, Look, Row, Rules, Sheet
from tests.layouts.layout import Expected, Layout
from tests.layouts.wordings import HEADER, MORE, ROWS, WIDTHS, expected, without_refs


def _set(widths: tuple[float, ...], rows: tuple[Row, ...], look: Look, *, after: str = "") -> Callable[[], bytes]:
    def draw() -> bytes:
        sheet = Sheet()
        sheet.heading("Delivery Plan")
        sheet.paragraph("The parish council agreed these actions after the survey of residents in the spring.")
        sheet.table(widths, rows, look)
        if after:
            sheet.y += 30
            sheet.paragraph(after)
        return sheet.pdf()

    return draw


_NONE = Look(rules=Rules.NONE, grey=1, pad=0, gap=8)
_TIGHT = Look(rules=Rules.NONE, grey=1, pad=0, gap=0)
_GAPS = (40.0, 230.0, 130.0, 90.0)
_THREE = (230.0, 130.0, 100.0)
_ROWS3 = tuple(r[1:] for r in ROWS)
_SHORT = (
    ("Mend the gate at the allotments", "Clerk", "May 2013"),
    ("Order new litter bins for the green", "Cllr Dawes", "June 2013"),
    ("Ask the county to sweep Mill Lane", "Cllr Orme", "July 2013"),
    ("Paint the pavilion", "Sports Club", "Ongoing"),
)
_SHORT_RECORDS = tuple(Expected(*r) for r in _SHORT)


def _narrow_gaps() -> bytes:
    """Columns so close that little more than a space parts them."""
    sheet = Sheet()
    sheet.table((30.0, 215.0, 120.0, 90.0), [HEADER, *ROWS], Look(rules=Rules.NONE, grey=1, pad=2, gap=6))
    return sheet.pdf()


def _header_rule_only() -> bytes:
    """A rule under the header and one at the foot (a booktabs table)."""
    sheet = Sheet()
    top = sheet.y
    sheet.table(_GAPS, [HEADER, *ROWS], Look(rules=Rules.NONE, grey=1, pad=2, gap=6))
    for y in (top, top + 21, sheet.y):
        sheet.line(50, y, 540, y)
    return sheet.pdf()


def _indented_twos() -> bytes:
    """Two tables on one page, each under its heading."""
    sheet = Sheet()
    sheet.heading("Getting about")
    sheet.table(_GAPS, [HEADER, *ROWS], _NONE)
    sheet.y += 20
    sheet.heading("Things to see")
    sheet.table(_GAPS, [HEADER, *MORE], _NONE)
    return sheet.pdf()


def _no_bold() -> bytes:
    """The header is set as the body, with no rule or shade."""
    sheet = Sheet()
    sheet.table(_GAPS, [HEADER, *ROWS], Look(rules=Rules.NONE, grey=1, pad=0, gap=8, bold_header=False))
    return sheet.pdf()


_LONG = ("No", "What needs to be done", "Responsible officer", "Target date for completion")
_CLOSE = Look(rules=Rules.NONE, grey=1, size=8, leading=9.6, pad=1.5)


def _plain_long_header(middle: bool) -> Callable[[], bytes]:
    """A header of several lines that no rule, shade or weight sets apart."""
    look = Look(rules=Rules.NONE, grey=1, gap=8, middle=middle, bold_header=False)
    return _set(WIDTHS, (_LONG, *ROWS), look)


_CENTRED = tuple(Cell(t, align=Align.CENTRE, bold=True) for t in HEADER)

LAYOUTS = (
    Layout("white space only", _set(_GAPS, (HEADER, *ROWS), _NONE), expected(ROWS, 1, "Delivery Plan")),
    Layout("white space only, tight rows with numbers", _set(_GAPS, (HEADER, *ROWS), _TIGHT), expected()),
    Layout("white space only, tight rows of one line", _set(_THREE, (HEADER[1:], *_SHORT), _TIGHT), _SHORT_RECORDS),
    Layout(
        "white space only, tight rows of several lines",
        _set(_THREE, (HEADER[1:], *_ROWS3), _TIGHT),
        without_refs(expected()),
    ),
    Layout(
        "white space only, prose after it",
        _set(_GAPS, (HEADER, *ROWS), _NONE, after="The plan is reviewed in May each year by the whole council. " * 3),
        expected(),
    ),
    Layout(
        "white space only, dates to the right",
        _set(
            _GAPS,
            (HEADER, *ROWS),
            Look(rules=Rules.NONE, grey=1, pad=0, gap=8, aligns=(Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT)),
        ),
        expected(),
    ),
    Layout("white space only, headers centred", _set(_GAPS, (_CENTRED, *ROWS), _NONE), expected()),
    Layout(
        "white space only, all centred from top to bottom",
        _set(_GAPS, (HEADER, *ROWS), Look(rules=Rules.NONE, grey=1, pad=0, gap=12, middle=True)),
        expected(),
    ),
    Layout("white space only, narrow gaps", _narrow_gaps, expected()),
    Layout("a rule under the header and one at the foot", _header_rule_only, expected()),
    Layout(
        "two unruled tables on a page",
        _indented_twos,
        (*expected(ROWS, 1, "Getting about"), *expected(MORE, 1, "Things to see")),
    ),
    Layout("white space only, plain header", _no_bold, expected()),
    Layout(
        "white space only, long plain header centred from top to bottom",
        _plain_long_header(True),
        expected(),
        fails="no rule, shade or weight parts the lines of the header from those of the first row",
    ),
    Layout("white space only, long plain header", _plain_long_header(False), expected()),
    Layout("white space only, a little between rows", _set(WIDTHS, (HEADER, *ROWS), _CLOSE), expected()),
    Layout(
        "white space only, a little between rows, no numbers",
        _set(WIDTHS[1:], (HEADER[1:], *_ROWS3), _CLOSE),
        without_refs(expected()),
    ),
    Layout(
        "white space only, columns that touch",
        _set(WIDTHS, (HEADER, *ROWS), Look(rules=Rules.NONE, grey=1, size=9, pad=1.5, gap=8)),
        expected(),
    ),
    Layout(
        "rules across only, long header centred from top to bottom",
        _set(WIDTHS, (_LONG, *ROWS), Look(rules=Rules.ACROSS, grey=1, middle=True)),
        expected(),
    ),
    Layout(
        "long bold header centred from top to bottom",
        _set(WIDTHS, (_LONG, *ROWS), Look(rules=Rules.NONE, grey=1, middle=True, gap=8)),
        expected(),
    ),
    Layout(
        "rules across only, no numbers",
        _set(_THREE, (HEADER[1:], *_ROWS3), Look(rules=Rules.ACROSS)),
        without_refs(expected()),
    ),
)
