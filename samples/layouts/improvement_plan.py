"""The improvement plan: one table of eight columns over several pages, two of which are not what they look like."""

from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from samples.expected import Entry, Plan, plain, plain_or_none
from samples.layouts.grid import Cell, Face, Grid, Row
from samples.layouts.sheet import Imprint, Ruling, Sheet, register_vera
from samples.words import improvement_plan as words
from samples.words.improvement_plan import Issue

NAME = "ravensholt-staff-survey-plan-2014"
_FACE = Face("Vera", "Vera-Bold", 8.3, 10.6)
_MARGIN = 44.0
_WIDTHS = (104.0, 76.0, 72.0, 50.0, 56.0, 154.0, 78.0, 164.0)
_IMPRINT = Imprint("Appendix C", "Corporate Services", "Spreadsheet (fictional)", "PDF export 14 (fictional)")


def write(folder: Path) -> tuple[Plan, Sheet]:
    """Draws NAME.pdf in the folder."""
    register_vera()
    width, height = landscape(A4)
    sheet = Sheet(folder / f"{NAME}.pdf", width, height, _MARGIN, _FACE, _IMPRINT, _badge, head=34)
    sheet.text(words.APPENDIX, bold=True, size=10)
    sheet.text(words.TITLE, bold=True, size=13, gap=10, centred=True)
    rows = [Row(tuple(Cell(text, bold=True, fill="#D8E8DC") for text in words.HEADERS))]
    rows += [_row(str(number), issue) for number, issue in enumerate(words.ISSUES)]
    sheet.table(Grid(_MARGIN, _WIDTHS, _FACE, pad=4), rows, Ruling.BOXES)
    sheet.save()
    entries = tuple(_entry(str(number), issue) for number, issue in enumerate(words.ISSUES))
    return Plan(words.TITLE, words.ORGANISATION, "2014-04-01", "2015-03-31", entries=entries), sheet


def _row(key: str, issue: Issue) -> Row:
    texts = (
        issue.issue,
        issue.suggested,
        issue.gain,
        issue.soon,
        issue.help,
        issue.response,
        issue.lead,
        issue.position,
    )
    return Row(tuple(Cell(text) for text in texts), key=key, room=10, cut=True)


def _entry(key: str, issue: Issue) -> Entry:
    """Where the response is empty, the concern is what is to be dealt with."""
    gain = None if issue.gain == "-" else plain(issue.gain)
    return Entry(
        key,
        plain(issue.response or issue.issue),
        outcome=gain,
        progress=plain_or_none(issue.position),
        owner_text=plain_or_none(issue.lead),
        owners=issue.owners,
        deadline_text=issue.deadline_text,
        deadlines=issue.deadlines,
    )


def _badge(canvas: Canvas, _page: int) -> None:
    """The council's mark, and its name in small print, at the head of each page."""
    width, height = landscape(A4)
    canvas.saveState()
    for number, colour in enumerate(("#1B4B5A", "#3E8E7E", "#B5A642")):
        canvas.setFillColor(HexColor(colour))
        canvas.circle(width - 120 + number * 22, height - 44, 10, 0, 1)
    canvas.setFillColor(HexColor("#1B4B5A"))
    canvas.setFont("Vera", 7)
    canvas.drawRightString(width - _MARGIN, height - 66, words.ORGANISATION)
    canvas.restoreState()
