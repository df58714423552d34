"""Tables of cells to PDF pages drawn by reportlab, in the ways in which producers draw tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.planledger.pdfs import drawn

FONT, SIZE, LEADING, PAD = "Helvetica", 9.0, 11.0, 4.0
LEFT, TOP = 60.0, 780.0
"""Where the first cell begins, in points from the left and from the foot of an A4 page."""


class Stroke(StrEnum):
    """How the sides of cells are drawn."""

    LINES = "stroked lines"
    RECTANGLES = "thin filled rectangles"
    BOXES = "a stroked box for each cell"


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """A cell by its first and last row and column, with its text."""

    row: int
    row_end: int
    column: int
    column_end: int
    text: str


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """Cells that tile a grid, and the widths of its columns in points."""

    widths: tuple[float, ...]
    cells: tuple[DrawnCell, ...]

    @property
    def xs(self) -> list[float]:
        """The column boundaries, in points from the left of the page."""
        return [LEFT + sum(self.widths[:i]) for i in range(len(self.widths) + 1)]

    @property
    def heights(self) -> list[float]:
        """The heights of the rows: that of the cells that end in them, less what the rows above give those."""
        heights: list[float] = []
        for row in range(1 + max(c.row_end for c in self.cells)):
            needed = [
                2 * PAD + LEADING * len(self.lines(c)) - sum(heights[c.row : row])
                for c in self.cells
                if c.row_end == row
            ]
            heights.append(max([2 * PAD + LEADING, *needed]))
        return heights

    @property
    def ys(self) -> list[float]:
        """The row boundaries, in points from the foot of the page, the top one first."""
        heights = self.heights
        return [TOP - sum(heights[:i]) for i in range(len(heights) + 1)]

    def lines(self, cell: DrawnCell) -> list[str]:
        """The lines of a cell's text, wrapped to its width."""
        width = sum(self.widths[cell.column : cell.column_end + 1])
        found: list[str] = simpleSplit(cell.text, FONT, SIZE, width - 2 * PAD)
        return found


def fits(word: str, width: float) -> bool:
    """True for a word that a column of that width need not cut."""
    return bool(stringWidth(word, FONT, SIZE) <= width - 2 * PAD)


def pdf_of(table: DrawnTable, stroke: Stroke) -> bytes:
    """A PDF of one page that shows the table."""

    def draw(canvas: Canvas) -> None:
        xs, ys = table.xs, table.ys
        canvas.setLineWidth(0.5)
        for cell in table.cells:
            box = (xs[cell.column], ys[cell.row_end + 1], xs[cell.column_end + 1], ys[cell.row])
            _draw_sides(canvas, box, stroke)
            canvas.setFont(FONT, SIZE)
            for number, text in enumerate(table.lines(cell)):
                canvas.drawString(box[0] + PAD, box[3] - PAD - SIZE - number * LEADING, text)

    return drawn(draw)


def _draw_sides(canvas: Canvas, box: Sequence[float], stroke: Stroke) -> None:
    x0, y0, x1, y1 = box
    if stroke is Stroke.BOXES:
        canvas.rect(x0, y0, x1 - x0, y1 - y0)
        return
    for ax, ay, bx, by in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
        if stroke is Stroke.LINES:
            canvas.line(ax, ay, bx, by)
        else:
            canvas.rect(ax - 0.25, ay - 0.25, bx - ax + 0.5, by - ay + 0.5, stroke=0, fill=1)
