"""The people strategy: actions by year inside one cell, a narrow lead column that breaks words, rows over pages."""

from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from samples.expected import Entry, Plan, plain, plain_or_none
from samples.layouts.grid import Cell, Face, Grid, Row
from samples.layouts.sheet import Imprint, Ruling, Sheet
from samples.words import people_strategy as words
from samples.words.people_strategy import Commitment, Step

NAME = "castlemere-people-strategy-2005"
_BODY = Face("Times-Roman", "Times-Bold", 11, 12.8)
_MARGIN = 48.0
_WIDTHS = (140.0, 150.0, 180.0, 44.0, 232.0)
_IMPRINT = Imprint(
    "People Strategy Action Plan", "Personnel Section", "Word processor (fictional)", "Page writer 5.0 (fictional)"
)


def write(folder: Path) -> tuple[Plan, Sheet]:
    """Draws NAME.pdf in the folder."""
    width, height = landscape(A4)
    sheet = Sheet(folder / f"{NAME}.pdf", width, height, _MARGIN, _BODY, _IMPRINT, _no_furniture)
    sheet.y -= 90
    for line, size in zip(words.TITLE, (28, 16, 24, 26), strict=True):
        sheet.text(line, bold=size > 16, size=size, gap=30, centred=True)
    entries: list[Entry] = []
    heading = ""
    for number, (caption, commitments) in enumerate(words.TABLES):
        sheet.next_page()
        if caption:
            heading = caption
            sheet.text(caption, bold=True, size=13, gap=14)
        entries += _table(sheet, number, heading, commitments)
    sheet.save()
    title = f"{words.TITLE[0]} {words.TITLE[2]} {words.TITLE[3]}"
    return Plan(title, "Castlemere District Council", "2005-04-01", "2009-03-31", entries=tuple(entries)), sheet


def _no_furniture(canvas: Canvas, page: int) -> None:
    """This document has neither running heads nor page numbers."""


def _table(sheet: Sheet, number: int, heading: str, commitments: tuple[Commitment, ...]) -> list[Entry]:
    rows = [Row(tuple(Cell(text, bold=True, fill="#DDDDDD") for text in words.HEADERS))]
    entries: list[Entry] = []
    for place, item in enumerate(commitments):
        key = f"{number}.{place}"
        rows += _rows(item, key)
        entries += _entries(item, key, heading)
    sheet.table(Grid(_MARGIN, _WIDTHS, _BODY, pad=3), rows, Ruling.RECTANGLES)
    return entries


def _rows(item: Commitment, key: str) -> list[Row]:
    over = len(item.steps) if item.boxed else 1
    title, outcome = Cell(item.action, rows=over), Cell(item.outcome, rows=over)
    owner, progress = Cell(item.owner, rows=over), Cell(item.progress, rows=over)
    if not item.boxed:
        printed = [_printed(step) for step in item.steps]
        lines = [sum(text.count("\n") + 1 for text in printed[:n]) for n in range(len(printed))]
        marks = [(line, f"{key}/{step.label}") for line, step in zip(lines, item.steps, strict=True)]
        years = Cell("\n".join(printed), marks=tuple(marks))
        return [Row((title, outcome, years, owner, progress), key=key, room=item.room, cut=True)]
    first, *others = item.steps
    rows = [
        Row((title, outcome, Cell(_printed(first), marks=((0, f"{key}/{first.label}"),)), owner, progress), key=key)
    ]
    return rows + [Row((Cell(_printed(step)),), key=f"{key}/{step.label}") for step in others]


def _printed(step: Step) -> str:
    label = f"<b>{step.label}</b>"
    return f"{label}\n{step.work}" if step.work else label


def _entries(item: Commitment, key: str, heading: str) -> list[Entry]:
    title = plain(item.action)
    owner = plain_or_none(item.owner)
    row = Entry(
        key,
        title,
        context=(heading,),
        outcome=plain_or_none(item.outcome),
        progress=plain_or_none(item.progress),
        owner_text=owner,
        owners=item.owners,
    )
    steps = [
        Entry(
            f"{key}/{step.label}",
            plain(step.work),
            kind="step",
            parent=title,
            context=(heading,),
            owner_text=owner,
            owners=item.owners,
            deadline_text=step.label,
            deadlines=step.deadlines,
        )
        for step in item.steps
        if step.work
    ]
    return [row, *steps]
