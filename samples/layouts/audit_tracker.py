"""The audit tracker: A3 stored upright and shown turned, objectives merged down over pages, marks under quarters."""

from pathlib import Path

from reportlab.lib.pagesizes import A3, landscape
from reportlab.pdfgen.canvas import Canvas

from samples.expected import Entry, Plan, due, plain, plain_or_none
from samples.layouts.grid import Cell, Face, Grid, Row
from samples.layouts.sheet import Imprint, Ruling, Sheet
from samples.words import audit_tracker as words
from samples.words.audit_tracker import Form, Recommendation, Visit

NAME = "aldermarsh-audit-tracker-2011"
_FACE = Face("Helvetica", "Helvetica-Bold", 12, 14.5)
_MARGIN = 60.0
_WIDTH, _HEIGHT = landscape(A3)
_IMPRINT = Imprint("Annex 2", "Internal Audit", "Spreadsheet (fictional)", "Plotter driver (fictional)")
_SHADE = "#CFDCEA"


def write(folder: Path) -> tuple[Plan, Sheet]:
    """Draws NAME.pdf in the folder."""
    sheet = Sheet(folder / f"{NAME}.pdf", _WIDTH, _HEIGHT, _MARGIN, _FACE, _IMPRINT, _furniture, turned=True)
    sheet.text(words.ORGANISATION, bold=True, size=16, gap=8)
    sheet.text(words.TITLE, bold=True, size=20, gap=20)
    entries = [*_tracker(sheet), *_visits(sheet), *_forms(sheet)]
    sheet.save()
    return Plan(words.TITLE, words.ORGANISATION, "2011-04-01", "2012-03-31", entries=tuple(entries)), sheet


def _furniture(canvas: Canvas, page: int) -> None:
    canvas.setFont("Helvetica", 9)
    canvas.drawRightString(_WIDTH - _MARGIN, _HEIGHT - 36, words.HEAD)
    canvas.drawCentredString(_WIDTH / 2, 32, f"- {page} -")


def _head(text: str, *, cols: int = 1, rows: int = 1) -> Cell:
    return Cell(text, cols=cols, rows=rows, bold=True, fill=_SHADE, centred=cols > 1)


def _tracker(sheet: Sheet) -> list[Entry]:
    sheet.text(words.PART_A, bold=True, size=14, gap=10)
    rows = [Row(tuple(_head(text) for text in words.HEADERS), header=True)]
    entries = []
    for objective in words.OBJECTIVES:
        for number, item in enumerate(objective.rows):
            governing = () if number else (Cell(objective.text, rows=len(objective.rows), bold=True),)
            rows.append(Row((*governing, *_recommendation_cells(item)), key=item.ref, room=6))
            entries.append(_recommendation(item, objective.text))
    widths = (140.0, 40.0, 290.0, 62.0, 180.0, 100.0, 100.0, 158.0)
    grid = Grid(_MARGIN, widths, _FACE, pad=5, repeat_header=True)
    sheet.table(grid, rows, Ruling.RECTANGLES)
    return entries


def _recommendation_cells(item: Recommendation) -> tuple[Cell, ...]:
    texts = (item.ref, item.action, item.priority, item.officer, item.target, item.revised, item.position)
    return tuple(Cell(text) for text in texts)


def _recommendation(item: Recommendation, objective: str) -> Entry:
    return Entry(
        item.ref,
        plain(item.action),
        ref=item.ref,
        context=(words.PART_A, objective),
        progress=plain_or_none(item.position),
        owner_text=item.officer,
        owners=item.owners,
        deadline_text=item.deadline_text(),
        deadlines=item.deadlines,
    )


def _visits(sheet: Sheet) -> list[Entry]:
    sheet.next_page()
    sheet.text(words.PART_B, bold=True, size=14, gap=10)
    *over, quarter = words.VISIT_HEADERS
    rows = [
        Row((*(_head(text, rows=2) for text in over), _head(quarter, cols=4))),
        Row(tuple(Cell(f"Q{n}", bold=True, fill=_SHADE, centred=True) for n in range(1, 5))),
    ]
    entries = []
    for service, visits in words.VISITS:
        for number, visit in enumerate(visits):
            governing = () if number else (Cell(service, rows=len(visits), bold=True),)
            marks = (Cell("X" if n in visit.quarters else "", centred=True) for n in range(1, 5))
            key = f"{service}/{number}"
            rows.append(Row((*governing, Cell(visit.action), Cell(visit.auditor), *marks), key=key))
            entries.append(_visit(key, visit, service))
    sheet.table(Grid(_MARGIN, (150, 400, 220, 60, 60, 60, 60), _FACE, pad=5), rows, Ruling.RECTANGLES, gap=30)
    return entries


def _visit(key: str, visit: Visit, service: str) -> Entry:
    """A mark under a quarter is a deadline: the quarter's last day."""
    ends = (words.QUARTER_ENDS[n - 1] for n in visit.quarters)
    return Entry(
        key,
        plain(visit.action),
        context=(words.PART_B, service),
        owner_text=visit.auditor,
        owners=visit.owners,
        deadline_text=" | ".join("X" for _ in visit.quarters),
        deadlines=due(*ends),
    )


def _forms(sheet: Sheet) -> list[Entry]:
    sheet.text(words.PART_C, bold=True, size=14, gap=10)
    entries = []
    for number, form in enumerate(words.FORMS):
        texts = (form.finding, form.action, form.lead, form.by, form.progress)
        rows = [
            Row((Cell(label, bold=True, fill=_SHADE), Cell(text)), key=f"form{number}" if not place else None)
            for place, (label, text) in enumerate(zip(words.FORM_LABELS, texts, strict=True))
        ]
        sheet.table(Grid(_MARGIN, (170, 640), _FACE, pad=5), rows, Ruling.RECTANGLES, keep=True, gap=20)
        entries.append(_form(f"form{number}", form))
    return entries


def _form(key: str, form: Form) -> Entry:
    return Entry(
        key,
        plain(form.action),
        context=(words.PART_C,),
        progress=plain(form.progress),
        owner_text=form.lead,
        owners=form.owners,
        deadline_text=form.by,
        deadlines=form.deadlines,
    )
