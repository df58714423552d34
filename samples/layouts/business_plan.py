"""The business plan: numbered groups, start and finish columns, milestones, indicators, risks, and tables of none."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from samples.expected import Entry, Plan, plain, plain_or_none
from samples.layouts.grid import Cell, Face, Grid, Row
from samples.layouts.sheet import Imprint, Ruling, Sheet
from samples.words import business_plan as words
from samples.words.business_plan import Action, Milestone, Objective

NAME = "hollinshire-business-plan-2012"
_BODY = Face("Helvetica", "Helvetica-Bold", 10, 12)
_SMALL = Face("Helvetica", "Helvetica-Bold", 8, 9.6)
_MARGIN = 54.0
_IMPRINT = Imprint(
    "2012-13 business plan template", "Policy Unit", "Office suite (fictional)", "Print to PDF (fictional)"
)
_DARK, _MID, _PALE = "#BFBFBF", "#E0E0E0", "#F2F2F2"
_RULING = Ruling.STROKES


def write(folder: Path) -> tuple[Plan, Sheet]:
    """Draws NAME.pdf in the folder."""
    sheet = Sheet(folder / f"{NAME}.pdf", A4[0], A4[1], _MARGIN, _BODY, _IMPRINT, _furniture)
    _opening(sheet)
    entries: list[Entry] = []
    for number, objective in enumerate(words.OBJECTIVES):
        entries += _objective(sheet, str(number), objective)
    _resources(sheet)
    entries += _risks(sheet)
    entries += _indicators(sheet)
    entries += _support(sheet)
    sheet.save()
    title = words.TITLE
    return Plan(title, "Hollinshire County Council", "2012-04-01", "2013-03-31", entries=tuple(entries)), sheet


def _furniture(canvas: Canvas, page: int) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(_MARGIN, 30, words.FOOTER)
    canvas.drawRightString(A4[0] - _MARGIN, 30, f"Page {page}")


def _opening(sheet: Sheet) -> None:
    sheet.text(words.TITLE, bold=True, size=18, gap=10)
    for line in words.SUBTITLES:
        sheet.text(line, bold=True, size=12, gap=8)
    sheet.table(Grid(_MARGIN, (487,), _BODY, gap=4), [Row((Cell("\n".join(words.SUMMARY)),))], _RULING, gap=18)
    for heading, paragraphs in words.PURPOSE:
        sheet.text(heading, bold=True, size=11, gap=8)
        for prose in paragraphs:
            sheet.text(prose, gap=9)
    sheet.next_page()
    sheet.text(words.OBJECTIVES_HEADING, bold=True, size=11, gap=8)
    for prose in words.OBJECTIVES_PROSE:
        sheet.text(prose, gap=12)


def _objective(sheet: Sheet, key: str, item: Objective) -> list[Entry]:
    context = (words.OBJECTIVES_HEADING, plain(item.title), plain(item.meaning))
    actions, officer, start, finish = words.ACTION_HEADERS
    rows = [
        Row((Cell(item.title, cols=2, bold=True, fill=_DARK), Cell(item.meaning, cols=3, bold=True, fill=_DARK))),
        Row((_head(actions, 2), _head(officer), _head(start), _head(finish))),
    ]
    entries: list[Entry] = []
    for group in item.groups:
        name = f"{key}/{group.ref}"
        shaded = (Cell(group.ref, bold=True, fill=_PALE), Cell(group.text, cols=4, bold=True, fill=_PALE))
        rows.append(Row(shaded, key=name))
        entries.append(Entry(name, plain(group.text), kind="group", ref=group.ref, context=context))
        for action in group.actions:
            rows.append(_action_row(key, action))
            entries.append(_action(key, action, group.ref, context))
    rows.append(Row((_head(words.MILESTONE_HEADERS[0], 4), _head(words.MILESTONE_HEADERS[1]))))
    for milestone in item.milestones:
        cells = (Cell(milestone.ref), Cell(milestone.text, cols=3), Cell(milestone.when))
        rows.append(Row(cells, key=f"{key}/{milestone.ref}"))
        entries.append(_milestone(key, milestone, context))
    rows.append(Row((_head(words.DECISION_HEADERS[0], 3), _head(words.DECISION_HEADERS[1], 2))))
    rows.append(Row((Cell("1"), Cell("N/A", cols=2), Cell(cols=2))))
    sheet.table(Grid(_MARGIN, (34, 186, 103, 82, 82), _BODY), rows, _RULING, gap=22)
    return entries


def _head(text: str, cols: int = 1) -> Cell:
    return Cell(text, cols=cols, bold=True, fill=_MID)


def _action_row(key: str, action: Action) -> Row:
    texts = (action.ref, action.text, action.officer, action.start, action.finish)
    return Row(tuple(Cell(text) for text in texts), key=f"{key}/{action.ref}", cut=True)


def _action(key: str, action: Action, group: str, context: tuple[str, ...]) -> Entry:
    return Entry(
        f"{key}/{action.ref}",
        plain(action.text),
        ref=action.ref,
        parent=group,
        context=context,
        owner_text=plain_or_none(action.officer),
        owners=action.owners,
        deadline_text=f"{plain(action.start)} | {plain(action.finish)}",
        deadlines=action.deadlines,
    )


def _milestone(key: str, item: Milestone, context: tuple[str, ...]) -> Entry:
    return Entry(
        f"{key}/{item.ref}",
        plain(item.text),
        kind="milestone",
        ref=item.ref,
        parent=item.under,
        context=context,
        deadline_text=plain(item.when),
        deadlines=item.deadlines,
    )


def _plain_table(
    sheet: Sheet,
    widths: tuple[float, ...],
    face: Face,
    table: tuple[str, tuple[str, ...], Sequence[tuple[str, ...]]],
    key: str | None = None,
) -> None:
    """A band, a header row and rows; with `key` the rows are marked for their records."""
    band, headers, body = table
    rows = [Row((Cell(band, cols=len(widths), bold=True, fill=_DARK),)), Row(tuple(_head(text) for text in headers))]
    rows += [
        Row(tuple(Cell(text) for text in texts), key=f"{key}/{n}" if key else None, room=2, cut=True)
        for n, texts in enumerate(body)
    ]
    sheet.table(Grid(_MARGIN, widths, face), rows, _RULING)


def _resources(sheet: Sheet) -> None:
    sheet.text(words.RESOURCES_HEADING, bold=True, size=11, gap=8)
    sheet.text(words.RESOURCES_PROSE, gap=12)
    _plain_table(sheet, (107, 80, 60, 60, 60, 60, 60), _SMALL, words.MONEY)
    _plain_table(sheet, (140, 160, 187), _BODY, words.PEOPLE)


def _risks(sheet: Sheet) -> list[Entry]:
    sheet.next_page()
    sheet.text(words.RISK_HEADING, bold=True, size=11, gap=10)
    _plain_table(sheet, (243, 244), _BODY, (words.RISK_BAND, words.RISK_HEADERS, words.RISKS), "risk")
    _plain_table(sheet, (165, 110, 212), _BODY, words.CONTINUITY)
    return [
        Entry(
            f"risk/{n}",
            plain(risk),
            kind="risk",
            context=(words.RISK_HEADING, words.RISK_BAND),
            outcome=plain(mitigation),
        )
        for n, (risk, mitigation) in enumerate(words.RISKS)
    ]


def _indicators(sheet: Sheet) -> list[Entry]:
    sheet.text(words.INDICATOR_HEADING, bold=True, size=11, gap=10)
    sheet.text(words.INDICATOR_CAPTION, bold=True, gap=8)
    first, *others, target = words.INDICATOR_HEADERS
    quarters = tuple(Cell(q, bold=True, fill=_MID, centred=True) for q in ("Q1", "Q2", "Q3", "Q4"))
    over = tuple(Cell(text, rows=2, bold=True, fill=_MID) for text in (first, *others))
    rows = [Row((*over, Cell(target, cols=4, bold=True, fill=_MID, centred=True))), Row(quarters)]
    entries = []
    for n, (text, goal) in enumerate(words.INDICATORS):
        rows.append(Row((Cell(text), *(Cell(),) * 5, Cell(goal, centred=True)), key=f"quarterly/{n}", room=6))
        entries.append(_indicator(f"quarterly/{n}", text, words.INDICATOR_CAPTION, goal))
    sheet.table(Grid(_MARGIN, (167, 80, 80, 40, 40, 40, 40), _SMALL), rows, _RULING, keep=True)
    sheet.text(words.YEARLY_CAPTION, bold=True, gap=8)
    rows = [Row(tuple(_head(text) for text in words.YEARLY_HEADERS))]
    for n, text in enumerate(words.YEARLY):
        rows.append(Row((Cell(text), *(Cell(),) * 4), key=f"yearly/{n}"))
        entries.append(_indicator(f"yearly/{n}", text, words.YEARLY_CAPTION, ""))
    sheet.table(Grid(_MARGIN, (167, 80, 80, 80, 80), _SMALL), rows, _RULING, keep=True)
    return entries


def _indicator(key: str, text: str, caption: str, goal: str) -> Entry:
    return Entry(
        key, plain(text), kind="indicator", context=(words.INDICATOR_HEADING, caption), outcome=plain_or_none(goal)
    )


def _support(sheet: Sheet) -> list[Entry]:
    sheet.next_page()
    body = [(item.activity, item.impact, item.when) for item in words.SUPPORTS]
    _plain_table(sheet, (190, 157, 140), _BODY, (words.SUPPORT_BAND, words.SUPPORT_HEADERS, body), "support")
    return [
        Entry(
            f"support/{n}",
            plain(item.activity),
            context=(plain(words.SUPPORT_BAND),),
            outcome=plain(item.impact),
            deadline_text=plain(item.when),
            deadlines=item.deadlines,
        )
        for n, item in enumerate(words.SUPPORTS)
    ]
