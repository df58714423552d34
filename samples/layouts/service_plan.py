"""The service improvement plan: bands inside each table, outcomes merged down, a second table with owners."""

from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from samples.expected import Entry, Plan, plain, plain_or_none
from samples.layouts.grid import Cell, Face, Grid, Row
from samples.layouts.sheet import Imprint, Ruling, Sheet
from samples.words import service_plan as words

NAME = "wexmoor-service-improvement-plan-2009"
_BODY = Face("Helvetica", "Helvetica-Bold", 10, 12)
_WIDTH, _HEIGHT = landscape(A4)
_MARGIN = 56.0
_IMPRINT = Imprint(
    "Microsoft Word - SIP Env & Streets final v4.doc", "jporter", "Office suite (fictional)", "Print to PDF (fictional)"
)
_DARK, _LIGHT = "#D6D6D6", "#EFEFEF"


def write(folder: Path) -> tuple[Plan, Sheet]:
    """Draws NAME.pdf in the folder."""
    sheet = Sheet(folder / f"{NAME}.pdf", _WIDTH, _HEIGHT, _MARGIN, _BODY, _IMPRINT, _furniture)
    _cover(sheet)
    entries = [entry for number, _ in enumerate(words.PRIORITIES, 1) for entry in _priority(sheet, number)]
    _health(sheet)
    entries += _equality(sheet)
    sheet.save()
    title = words.TITLE
    return Plan(title, "Wexmoor Borough Council", "2009-04-01", "2012-03-31", entries=tuple(entries)), sheet


def _furniture(canvas: Canvas, page: int) -> None:
    if page == 1:
        return
    head = Paragraph(words.RUNNING_HEAD, Face("Helvetica-Bold", "Helvetica-Bold", 10, 12).style())
    head.wrap(_WIDTH, 100)
    head.drawOn(canvas, _MARGIN + 80, _HEIGHT - 40)
    canvas.setFont("Helvetica", 8)
    canvas.drawCentredString(_WIDTH / 2, 28, str(page))


def _cover(sheet: Sheet) -> None:
    sheet.y -= 110
    sheet.text("Wexmoor Borough Council", bold=True, size=20, gap=40, centred=True)
    sheet.text(words.TITLE, bold=True, size=26, gap=36, centred=True)
    sheet.text(words.PERIOD, bold=True, size=22, gap=60, centred=True)
    sheet.text("Approved by the Cabinet Member for Environment", size=12, centred=True)
    sheet.next_page()


def _priority(sheet: Sheet, number: int) -> list[Entry]:
    item = words.PRIORITIES[number - 1]
    rows = [
        Row((Cell(item.theme, cols=3, bold=True, fill=_DARK),)),
        Row((Cell(item.priority, cols=3, bold=True, fill=_LIGHT),)),
        Row((Cell("Key tasks", bold=True), Cell("Target date", bold=True), Cell("Outcomes and measures", bold=True))),
    ]
    entries = []
    outcome = ""
    for place, task in enumerate(item.tasks):
        key = f"{number}.{place}"
        cells = [Cell(task.action), Cell(task.when)]
        if task.outcome is not None:
            outcome = task.outcome
            below = [later.outcome for later in item.tasks[place + 1 :]]
            covered = next((n for n, text in enumerate(below) if text is not None), len(below))
            cells.append(Cell(outcome, rows=1 + covered))
        rows.append(Row(tuple(cells), key=key))
        entries.append(
            Entry(
                key,
                plain(task.action),
                context=(plain(item.theme), plain(item.priority)),
                outcome=plain_or_none(outcome),
                deadline_text=plain(task.when),
                deadlines=task.deadlines,
            )
        )
    sheet.table(Grid(_MARGIN, (340, 95, 295), _BODY), rows, Ruling.STROKES, keep=True, gap=22)
    return entries


def _health(sheet: Sheet) -> None:
    sheet.next_page()
    sheet.text(words.HEALTH_THEME, bold=True, gap=10)
    for heading, prose in words.HEALTH:
        sheet.text(heading, bold=True, gap=3)
        sheet.text(prose, gap=9)
    sheet.text("DIVERSITY AND RISK", bold=True, gap=4)
    for item in words.HEALTH_BULLETS:
        sheet.text(item, gap=3)
    sheet.next_page()


def _equality(sheet: Sheet) -> list[Entry]:
    sheet.text(words.EQUALITY_CAPTION, bold=True, size=12, gap=20)
    first, second = words.EQUALITY_BANDS
    label, introduction = words.EQUALITY_INTRODUCTION
    rows = [
        Row((Cell(first, cols=3, bold=True, fill="#E3E3E3"),)),
        Row((Cell(second, cols=3, bold=True),)),
        Row((Cell(f"<b>{label}</b>\n{introduction}", cols=3),)),
        Row(
            (
                Cell("Actions under this improvement area", bold=True),
                Cell("By when", bold=True),
                Cell("Responsible", bold=True),
            )
        ),
    ]
    context = (words.EQUALITY_CAPTION, first, second, plain(f"{label} {introduction}"))
    entries = []
    for number, duty in enumerate(words.EQUALITY):
        rows.append(Row((Cell(duty.action), Cell(duty.when), Cell(duty.owner)), key=f"e{number}", cut=True))
        entries.append(
            Entry(
                f"e{number}",
                plain(duty.action),
                context=context,
                owner_text=plain_or_none(duty.owner),
                owners=duty.owners,
                deadline_text=plain(duty.when),
                deadlines=duty.deadlines,
            )
        )
    sheet.table(Grid(_MARGIN, (460, 125, 145), _BODY), rows, Ruling.STROKES)
    return entries
