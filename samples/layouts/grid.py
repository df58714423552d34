"""Rows of cells to cells placed on pages: wraps words, merges cells, cuts rows at the foot of a page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph


@dataclass(frozen=True, slots=True)
class Face:
    """A font family at one size, in points."""

    regular: str
    bold: str
    size: float
    leading: float
    break_words: bool = True

    def style(
        self, *, bold: bool = False, bullet: bool = False, size: float | None = None, centred: bool = False
    ) -> ParagraphStyle:
        """The paragraph style for body text, headings or a bullet item."""
        scale = (size or self.size) / self.size
        return ParagraphStyle(
            "words",
            fontName=self.bold if bold else self.regular,
            fontSize=self.size * scale,
            leading=self.leading * scale,
            leftIndent=self.size * 1.4 if bullet else 0,
            bulletIndent=self.size * 0.25,
            bulletFontName=self.regular,
            bulletFontSize=self.size * scale,
            alignment=int(centred),
            allowWidows=1,
            allowOrphans=1,
            splitLongWords=int(self.break_words),
            embeddedHyphenation=1,
        )


class Words(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A line of markup as a paragraph; `mark` names what begins with its first word."""

    mark: str | None = None

    @classmethod
    def of(cls, line: str, style: ParagraphStyle, mark: str | None = None) -> Self:
        """A line of markup (a bare ampersand is an ampersand); a bullet in front hangs."""
        bullet = "•" if line.startswith("• ") else None
        words = cls(line.removeprefix("• ").replace("&", "&amp;"), style, bulletText=bullet)
        words.mark = mark
        return words

    def split(self, width: float, height: float) -> list[Self]:
        """The parts above and below a cut; the mark stays with the first."""
        parts: list[Self] = super().split(width, height)
        for part in parts[:1]:
            part.mark = self.mark
        return parts


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: lines of markup (a line that begins with a bullet hangs), the columns and rows it covers.

    `marks` names what begins at a line, for the record of the page where it begins.
    """

    markup: str = ""
    cols: int = 1
    rows: int = 1
    bold: bool = False
    fill: str | None = None
    centred: bool = False
    marks: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `key` names it for the record of the page where it begins."""

    cells: tuple[Cell, ...]
    key: str | None = None
    header: bool = False
    room: float = 0
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with its place: columns and the edges of its box, points from the left and the foot of the page."""

    cell: Cell
    words: tuple[Words, ...]
    first_col: int
    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class _Slot:
    """A cell in its row before it has a height: `above` where it is merged down from an earlier row."""

    cell: Cell
    col: int
    owner: int
    words: tuple[Words, ...]
    above: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """A row, or the part of a row that falls on one page."""

    row: Row
    slots: tuple[_Slot, ...]
    height: float
    begins: bool = True


@dataclass(frozen=True, slots=True)
class PageOfRows:
    """What one page shows of a table: its cells, the keys of the rows that begin there, and where it ends."""

    cells: tuple[Placed, ...]
    begins: tuple[str, ...]
    bottom: float


@dataclass(frozen=True, slots=True)
class Grid:
    """The geometry of a table: left edge, column widths and padding in points, the face of its words."""

    left: float
    widths: tuple[float, ...]
    face: Face
    pad: float = 3.5
    gap: float = 0
    repeat_header: bool = False

    def edge(self, col: int) -> float:
        """The left edge of a column."""
        return self.left + sum(self.widths[:col])

    def paragraphs(self, cell: Cell) -> tuple[Words, ...]:
        """The lines of a cell as paragraphs."""
        marks = dict(cell.marks)
        made = []
        for number, line in enumerate(cell.markup.split("\n") if cell.markup else ()):
            style = self.face.style(bold=cell.bold, bullet=line.startswith("• "), centred=cell.centred)
            made.append(Words.of(line, style, marks.get(number)))
        return tuple(made)

    def inner_width(self, slot: "_Slot") -> float:
        """The width that a cell's words may take."""
        return sum(self.widths[slot.col : slot.col + slot.cell.cols]) - 2 * self.pad

    def height(self, words: Sequence[Words], width: float) -> float:
        """The height of a cell with these words."""
        tall = sum(paragraph.wrap(width, 10_000)[1] for paragraph in words)
        return float(tall) + self.gap * max(0, len(words) - 1) + 2 * self.pad

    def pages(self, rows: Sequence[Row], top: float, page_top: float, page_bottom: float) -> list[PageOfRows]:
        """Places the rows, from `top` on the first page and `page_top` on the following ones."""
        lines = _with_heights(self, _slots(self, rows))
        header = [line for line in lines if line.row.header] if self.repeat_header else []
        pages: list[PageOfRows] = []
        shown: list[_Line] = []
        y = top
        queue = list(lines)
        while queue:
            line = queue.pop(0)
            if y - line.height >= page_bottom:
                shown.append(line)
                y -= line.height
                continue
            head, rest = _cut(self, line, y - page_bottom) if line.row.cut else (None, line)
            if head is not None:
                shown.append(head)
            pages.append(_place(self, shown, top))
            queue.insert(0, rest)
            top = y = page_top
            shown = list(header)
            y -= sum(line.height for line in header)
        pages.append(_place(self, shown, top))
        return pages


def _slots(grid: Grid, rows: Sequence[Row]) -> list[tuple[Row, list[_Slot]]]:
    """Gives each cell its column, with the cells merged down from the rows above in their places."""
    open_cells: dict[int, tuple[Cell, int, int]] = {}
    out = []
    for number, row in enumerate(rows):
        cells = list(row.cells)
        slots: list[_Slot] = []
        col = 0
        while col < len(grid.widths):
            if col in open_cells and open_cells[col][1] > 0:
                cell, left, owner = open_cells[col]
                open_cells[col] = (cell, left - 1, owner)
                slots.append(_Slot(cell, col, owner, (), above=True))
            else:
                cell = cells.pop(0)
                open_cells[col] = (cell, cell.rows - 1, number)
                slots.append(_Slot(cell, col, number, grid.paragraphs(cell), above=False))
            col += cell.cols
        out.append((row, slots))
    return out


def _with_heights(grid: Grid, rows: list[tuple[Row, list[_Slot]]]) -> list[_Line]:
    heights = [
        max(grid.height(s.words, grid.inner_width(s)) for s in slots if s.cell.rows == 1) + row.room
        for row, slots in rows
    ]
    for number, (_, slots) in enumerate(rows):
        for slot in slots:
            if slot.cell.rows > 1 and not slot.above:
                last = number + slot.cell.rows
                missing = grid.height(slot.words, grid.inner_width(slot)) - sum(heights[number:last])
                heights[last - 1] += max(0.0, missing)
    return [_Line(row, tuple(slots), height) for (row, slots), height in zip(rows, heights, strict=True)]


def _cut(grid: Grid, line: _Line, available: float) -> tuple[_Line | None, _Line]:
    """Splits a row at the foot of the page: the part that fits, and the rest."""
    heads, rests = [], []
    for slot in line.slots:
        fits, over = _cut_words(slot.words, grid.inner_width(slot), available - 2 * grid.pad, grid.gap)
        heads.append(replace(slot, words=fits))
        rests.append(replace(slot, words=over))
    if not any(slot.words for slot in heads) or not any(slot.words for slot in rests):
        return None, line
    height = max(grid.height(slot.words, grid.inner_width(slot)) for slot in rests)
    rest = _Line(line.row, tuple(rests), height, begins=False)
    return replace(line, slots=tuple(heads), height=available), rest


def _cut_words(
    words: tuple[Words, ...], width: float, room: float, gap: float
) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    fits: list[Words] = []
    for number, paragraph in enumerate(words):
        tall = paragraph.wrap(width, 10_000)[1]
        if tall > room:
            parts = paragraph.split(width, room) if room > 0 else []
            first, rest = (parts[:1], parts[1:]) if len(parts) > 1 else ([], [paragraph])
            return (*fits, *first), (*rest, *words[number + 1 :])
        fits.append(paragraph)
        room -= tall + gap
    return tuple(fits), ()


def _place(grid: Grid, lines: Sequence[_Line], top: float) -> PageOfRows:
    open_boxes: dict[tuple[int, int], Placed] = {}
    y = top
    for line in lines:
        for slot in line.slots:
            box = (slot.col, slot.owner)
            bottom = y - line.height
            if box in open_boxes and slot.above:
                open_boxes[box] = replace(open_boxes[box], bottom=bottom)
            else:
                x1 = grid.edge(slot.col + slot.cell.cols)
                open_boxes[box] = Placed(slot.cell, slot.words, slot.col, grid.edge(slot.col), x1, y, bottom)
        y -= line.height
    keys = [line.row.key for line in lines if line.begins and line.row.key]
    keys += [words.mark for placed in open_boxes.values() for words in placed.words if words.mark]
    return PageOfRows(tuple(open_boxes.values()), tuple(keys), y)
