"""Texts, lines and tables to the pages of a PDF in memory; y grows downwards from the top of the page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from io import BytesIO

from reportlab.lib.colors import Color
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

A4 = (595.0, 842.0)
A4_WIDE = (842.0, 595.0)
FONT, BOLD, ITALIC = "Helvetica", "Helvetica-Bold", "Helvetica-Oblique"


class Rules(StrEnum):
    """Which rules a table has, and how they are drawn."""

    ALL = "stroked lines between all cells"
    ACROSS = "stroked lines between rows only"
    HAIRS = "each side of each cell a thin filled rectangle"
    WHITE = "cells filled, white strokes between them"
    INSET = "stroked lines, each cell filled short of them"
    DOUBLE = "each line drawn twice, side by side"
    DASHES = "lines drawn as many short dashes"
    OPEN = "stroked lines, none at the outer left and right"
    COLUMNS = "lines between columns and around the table, none between rows"
    NONE = "no rules"


class Align(StrEnum):
    """Where a cell's lines stand in it, from side to side."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text (a line break stays), the columns and rows that it covers, and its look."""

    text: str = ""
    cols: int = 1
    rows: int = 1
    bold: bool = False
    shade: float | None = None
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is set: sizes and distances in points; `grey` is the header's shade (1 is none)."""

    rules: Rules = Rules.ALL
    size: float = 9.0
    leading: float = 11.0
    pad: float = 4.0
    gap: float = 0.0
    bold_header: bool = True
    grey: float = 0.85
    header_rows: int = 1
    middle: bool = False
    aligns: tuple[Align, ...] = ()


Row = Sequence[str | Cell]


@dataclass(frozen=True, slots=True)
class _Placed:
    cell: Cell
    row: int
    column: int


@dataclass(slots=True)
class Sheet:
    """A PDF being drawn. `y` is where the next thing goes."""

    size: tuple[float, float] = A4
    y: float = 60.0
    _bytes: BytesIO = field(default_factory=BytesIO)
    canvas: Canvas = field(init=False)

    def __post_init__(self) -> None:
        self.canvas = Canvas(self._bytes, pagesize=self.size, invariant=1)

    def next_page(self, size: tuple[float, float] | None = None) -> None:
        """End the page and begin another, of another size where one is given."""
        self.canvas.showPage()
        self.size = size or self.size
        self.canvas.setPageSize(self.size)
        self.y = 60.0

    def pdf(self) -> bytes:
        """The file's bytes."""
        self.canvas.save()
        return self._bytes.getvalue()

    def words(self, x: float, y: float, text: str, *, size: float = 9.0, font: str = FONT, grey: float = 0.0) -> None:
        """One line of text whose top is at `y`."""
        self.canvas.setFillGray(grey)
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.size[1] - y - 0.78 * size, text)

    def heading(self, text: str, *, size: float = 14.0, x: float = 50.0, font: str = BOLD) -> None:
        """A heading of its own line."""
        self.words(x, self.y, text, size=size, font=font)
        self.y += 1.8 * size

    def paragraph(self, text: str, *, size: float = 9.0, x: float = 50.0, width: float | None = None) -> None:
        """Running text over the page's width."""
        for line in simpleSplit(text, FONT, size, width or self.size[0] - 2 * x):
            self.words(x, self.y, line, size=size)
            self.y += 1.22 * size
        self.y += size

    def line(self, x0: float, y0: float, x1: float, y1: float, *, grey: float = 0.0, width: float = 0.5) -> None:
        """A stroked line."""
        self.canvas.setStrokeGray(grey)
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, self.size[1] - y0, x1, self.size[1] - y1)

    def fill(self, x0: float, y0: float, x1: float, y1: float, grey: float) -> None:
        """A filled rectangle."""
        self.canvas.setFillColor(Color(grey, grey, grey))
        self.canvas.rect(x0, self.size[1] - y1, x1 - x0, y1 - y0, stroke=0, fill=1)

    def table(
        self, widths: Sequence[float], rows: Sequence[Row], look: Look = Look(), *, x: float = 50.0
    ) -> list[float]:
        """A table from `y` on; its first rows are the header's. Returns the boundaries of its rows."""
        xs = [x + sum(widths[:i]) for i in range(len(widths) + 1)]
        placed = _placed(rows, len(widths), look)
        ys = _ys(self.y, placed, xs, look)
        for item in placed:
            self._cell(item, xs, ys, look)
        self.y = ys[-1]
        return ys

    def _cell(self, item: _Placed, xs: Sequence[float], ys: Sequence[float], look: Look) -> None:
        cell = item.cell
        x0, x1, top, bottom = xs[item.column], xs[item.column + cell.cols], ys[item.row], ys[item.row + cell.rows]
        head = item.row < look.header_rows
        shade = cell.shade if cell.shade is not None else (look.grey if head else 1.0)
        if look.rules is Rules.WHITE:
            shade = min(shade, 0.93)
        inset = 3.0 if look.rules is Rules.INSET else 0.0
        if shade < 1:
            self.fill(x0 + inset, top + inset, x1 - inset, bottom - inset, shade)
        self._sides(x0, top, x1, bottom, look.rules, (xs[0], ys[0], xs[-1], ys[-1]))
        lines = _lines(cell, x1 - x0, look, head)
        y = top + look.pad
        if look.middle:
            y = (top + bottom - len(lines) * look.leading) / 2
        font = BOLD if cell.bold or (head and look.bold_header) else FONT
        align = look.aligns[item.column] if look.aligns and cell.align is Align.LEFT else cell.align
        for text in lines:
            room = x1 - x0 - 2 * look.pad - stringWidth(text, font, look.size)
            shift = {Align.LEFT: 0.0, Align.CENTRE: room / 2, Align.RIGHT: room}[align]
            self.words(x0 + look.pad + shift, y, text, size=look.size, font=font)
            y += look.leading

    def _sides(
        self, x0: float, y0: float, x1: float, y1: float, rules: Rules, whole: tuple[float, float, float, float]
    ) -> None:
        if rules is Rules.NONE:
            return
        level = [(x0, y, x1, y) for y in (y0, y1)]
        upright = [(x, y0, x, y1) for x in (x0, x1)]
        if rules is Rules.ACROSS:
            upright = []
        elif rules is Rules.OPEN:
            upright = [s for s in upright if s[0] not in (whole[0], whole[2])]
        elif rules is Rules.COLUMNS:
            level = [s for s in level if s[1] in (whole[1], whole[3])]
        for side in (*level, *upright):
            self._side(side, rules)

    def _side(self, side: tuple[float, float, float, float], rules: Rules) -> None:
        x0, y0, x1, y1 = side
        if rules is Rules.HAIRS:
            self.fill(x0 - 0.24, y0 - 0.24, x1 + 0.24, y1 + 0.24, 0.0)
        elif rules is Rules.DASHES:
            self.canvas.setDash(3, 2)
            self.line(*side)
            self.canvas.setDash()
        elif rules is Rules.DOUBLE:
            across, down = (1.0, 0.0) if x0 == x1 else (0.0, 1.0)
            self.line(x0 - across, y0 - down, x1 - across, y1 - down)
            self.line(x0 + across, y0 + down, x1 + across, y1 + down)
        else:
            self.line(*side, grey=1.0 if rules is Rules.WHITE else 0.0, width=1.5 if rules is Rules.WHITE else 0.5)


def _placed(rows: Sequence[Row], columns: int, look: Look) -> list[_Placed]:
    """Each cell with its row and column; cells merged down take their places in the rows below."""
    taken: set[tuple[int, int]] = set()
    placed = []
    for r, row in enumerate(rows):
        column = 0
        for entry in row:
            while (r, column) in taken:
                column += 1
            cell = entry if isinstance(entry, Cell) else Cell(entry)
            taken |= {(q, k) for q in range(r, r + cell.rows) for k in range(column, column + cell.cols)}
            placed.append(_Placed(cell, r, column))
            column += cell.cols
        assert all((r, k) in taken for k in range(columns)), f"row {r} has too few cells"
    return placed


def _lines(cell: Cell, width: float, look: Look, head: bool) -> list[str]:
    font = BOLD if cell.bold or (head and look.bold_header) else FONT
    return [
        line
        for text in cell.text.split("\n")
        for line in simpleSplit(text, font, look.size, width - 2 * look.pad)
        if text
    ]


def _ys(top: float, placed: Sequence[_Placed], xs: Sequence[float], look: Look) -> list[float]:
    """The boundaries of the rows, `gap` added below each."""
    heights: list[float] = []
    for row in range(1 + max(p.row + p.cell.rows - 1 for p in placed)):
        needed = [2 * look.pad + look.leading]
        for p in placed:
            if p.row + p.cell.rows - 1 == row:
                lines = _lines(p.cell, xs[p.column + p.cell.cols] - xs[p.column], look, p.row < look.header_rows)
                needed.append(2 * look.pad + look.leading * len(lines) - sum(heights[p.row : row]))
        heights.append(max(needed) + look.gap)
    return [top + sum(heights[:i]) for i in range(len(heights) + 1)]
