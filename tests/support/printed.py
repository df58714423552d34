"""Short descriptions to the values that extraction passes on: words, lines, tables and pages, as if printed.

A table is said in rows of cells parted by "|". "<" goes on with the cell to the left, "^" with the cell above; a cell
in asterisks is bold; " / " breaks its lines, which else are as long as the cell is wide:
`table("*Actions* | *Who*", "Plant / trees | Head of Parks")`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.assignment import CellTests
from extract.blocks import PlacedTable
from extract.geometry import Box
from extract.grid import fill_cells
from extract.headings import Governing
from extract.lines import Line, lines_of
from extract.page import Page, Ruling, Word
from extract.table import Cell, Table
from extract.vocabulary import Lexicon

NO_WORDS: Lexicon = frozenset()
"""The lexicon of a document that prints nothing whole."""

LETTER = 0.5
"""The width of every letter, as a share of the font size."""

SPACE = 0.3
LEADING = 1.2
PAD = 4.0
WIDTH, HEIGHT = 842.0, 595.0


def word(text: str, x: float = 0.0, y: float = 100.0, size: float = 10.0, *, bold: bool = False) -> Word:
    """A word that begins at `x` on the baseline `y`."""
    box = Box(x, y - 0.76 * size, x + LETTER * size * len(text), y + 0.22 * size)
    return Word(text=text, box=box, size=size, baseline=y, bold=bold)


def words(text: str, x: float = 0.0, y: float = 100.0, size: float = 10.0, *, bold: bool = False) -> tuple[Word, ...]:
    """The words of a text of some lines, the first on the baseline `y`."""
    found = []
    for number, row in enumerate(text.split("\n")):
        at = x
        for part in row.split():
            found.append(word(part, at, y + number * LEADING * size, size, bold=bold))
            at = found[-1].box.x1 + SPACE * size
    return tuple(found)


def line(text: str, y: float = 100.0, size: float = 10.0, *, x: float = 0.0, bold: bool = False) -> Line:
    """One line."""
    return Line(words(text, x, y, size, bold=bold))


def lines(text: str) -> tuple[Line, ...]:
    """The lines of a text."""
    return lines_of(words(text))


@dataclass(slots=True)
class _Draft:
    """A cell whose span is still growing."""

    text: str
    row: int
    column: int
    row_end: int
    column_end: int


def table(
    *rows: str,
    widths: Sequence[float] = (),
    page: int = 1,
    left: float = 50.0,
    top: float = 80.0,
) -> Table:
    """A table of `rows`; its columns are 100 points wide where `widths` says nothing else."""
    drafts, columns = _drafts(rows)
    sizes = [*widths, *[100.0] * (columns - len(widths))]
    xs = tuple(left + sum(sizes[:i]) for i in range(columns + 1))
    wrapped = [_wrapped(d.text.strip("*"), xs[d.column_end + 1] - xs[d.column] - 2 * PAD) for d in drafts]
    heights = _heights(drafts, wrapped, len(rows))
    ys = tuple(top + sum(heights[:i]) for i in range(len(rows) + 1))
    cells: list[Cell] = []
    printed: list[Word] = []
    for d, text in zip(drafts, wrapped, strict=True):
        box = Box(xs[d.column], ys[d.row], xs[d.column_end + 1], ys[d.row_end + 1])
        cells.append(Cell(d.row, d.row_end, d.column, d.column_end, box))
        printed += words("\n".join(text), box.x0 + PAD, box.top + PAD + 8, bold=d.text.startswith("*"))
    return fill_cells(Table(page, Box(xs[0], ys[0], xs[-1], ys[-1]), xs, ys, tuple(cells)), printed)


def _drafts(rows: Sequence[str]) -> tuple[list[_Draft], int]:
    drafts: list[_Draft] = []
    at: dict[tuple[int, int], _Draft] = {}
    columns = 0
    for row, said in enumerate(rows):
        texts = [text.strip() for text in said.split("|")]
        columns = max(columns, len(texts))
        for column, text in enumerate(texts):
            if text == "<":
                draft = at[row, column - 1]
                draft.column_end = column
            elif text == "^":
                draft = at[row - 1, column]
                draft.row_end = row
            else:
                draft = _Draft(text, row, column, row, column)
                drafts.append(draft)
            at[row, column] = draft
    return drafts, columns


def _wrapped(text: str, width: float, size: float = 10.0) -> list[str]:
    """The lines of a text that is set `width` points wide."""
    found = []
    for row in text.split(" / "):
        current: list[str] = []
        for part in row.split():
            if current and LETTER * size * len("".join([*current, part])) + SPACE * size * len(current) > width:
                found.append(" ".join(current))
                current = []
            current.append(part)
        found.append(" ".join(current))
    return found


def _heights(drafts: Sequence[_Draft], wrapped: Sequence[Sequence[str]], rows: int) -> list[float]:
    """The height of each row: that of the cells that end in it, less what the rows above give them."""
    heights: list[float] = []
    for row in range(rows):
        needed = [
            2 * PAD + 10 * LEADING * len(text) - sum(heights[d.row : row])
            for d, text in zip(drafts, wrapped, strict=True)
            if d.row_end == row
        ]
        heights.append(max([2 * PAD + 10 * LEADING, *needed]))
    return heights


def page(*tables: Table, text: Sequence[Word] = (), number: int = 1) -> Page:
    """A page that prints tables with rulings around their cells, and words beside them."""
    cells = [cell for t in tables for cell in t.cells]
    printed = tuple(w for cell in cells for w in cell.words)
    return Page(number, WIDTH, HEIGHT, (*text, *printed), tuple(r for c in cells for r in _sides(c.box)))


def _sides(box: Box) -> tuple[Ruling, ...]:
    return (
        Ruling(False, box.top, box.x0, box.x1),
        Ruling(False, box.bottom, box.x0, box.x1),
        Ruling(True, box.x0, box.top, box.bottom),
        Ruling(True, box.x1, box.top, box.bottom),
    )


def governing(text: str, page: int = 1) -> Governing:
    """A heading or band."""
    return Governing(page, text, words(text, bold=True))


def placed(held: Table, *headings: str, fresh: bool = False, opens: bool = True, closes: bool = True) -> PlacedTable:
    """A table under headings; by itself on its page where nothing else is said."""
    return PlacedTable(held, tuple(governing(h) for h in headings), fresh_heading=fresh, opens=opens, closes=closes)


def on_page(held: Table, number: int) -> Table:
    """The same table on another page."""
    return replace(held, page=number)


def _is_deadline(text: str) -> bool:
    return any(part[-4:].isdigit() and part[-4:-2] == "20" for part in text.split()) or text == "Ongoing"


def _is_owner(text: str) -> bool:
    return text.split()[:1] in (["Head"], ["Director"], ["Manager"]) or text.endswith(("Officer", "Team"))


TESTS = CellTests(_is_deadline, _is_owner)
"""Plain stand-ins for the tests of cells: "May 2010" and "Ongoing" are deadlines, "Head of Parks" an owner."""
