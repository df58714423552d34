"""Rulings and words of a page to ruled tables: crossing rulings make a grid, boundaries not drawn merge its cells."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.geometry import Box, overlap
from extract.page import Page, Ruling, Word
from extract.rulings import rulings_of_box
from extract.table import Cell, Table

TOUCH = 3.0
"""Rulings that miss each other by no more than this, in points, meet."""

COVERED = 0.6
"""A boundary is drawn where rulings cover this share of it."""

SHADED = 0.9
"""A fill of this grey or darker is shading."""

MIN_SIDE = 6.0
"""Rows and columns narrower than this, in points, are double borders or insets, not cells."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Boundaries of a grid and the rulings that draw some of them."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    rulings: tuple[Ruling, ...]
    shades: tuple[Ruling, ...] = ()
    """The sides of shaded areas: walls where they stand on a boundary, though they make none."""

    def wall(self, vertical: bool, at: float, start: float, end: float) -> bool:
        """True where a ruling draws the boundary at `at` from `start` to `end`."""
        return any(
            sum(
                overlap(r.start, r.end, start, end)
                for r in lines
                if r.vertical is vertical and abs(r.at - at) <= MIN_SIDE / 2
            )
            >= COVERED * (end - start)
            for lines in (self.rulings, self.shades)
        )


def ruled_tables(page: Page) -> tuple[Table, ...]:
    """The ruled tables of a page with their words, from top to bottom. A table has at least two cells."""
    tables = []
    shades = tuple(side for fill in page.fills if fill.grey < SHADED for side in rulings_of_box(fill.box))
    for group in _connected(page.rulings):
        grid = _grid(group, shades)
        if grid is None:
            continue
        cells = _cells(grid)
        if len(cells) > 1:
            box = Box(grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1])
            tables.append(fill_cells(Table(page.number, box, grid.xs, grid.ys, cells), page.words))
    return tuple(sorted((t for t in tables if any(c.words for c in t.cells)), key=lambda t: (t.box.top, t.box.x0)))


def fill_cells(table: Table, words: Sequence[Word]) -> Table:
    """The table with each word in the cell that holds its centre."""
    square = {
        (row, column): index
        for index, cell in enumerate(table.cells)
        for row in range(cell.row, cell.row_end + 1)
        for column in range(cell.column, cell.column_end + 1)
    }
    held: list[list[Word]] = [[] for _ in table.cells]
    for word in words:
        x, y = word.box.centre
        if table.box.x0 <= x < table.box.x1 and table.box.top <= y < table.box.bottom:
            held[square[bisect_right(table.ys, y) - 1, bisect_right(table.xs, x) - 1]].append(word)
    return replace(table, cells=tuple(replace(c, words=tuple(w)) for c, w in zip(table.cells, held, strict=True)))


def _connected(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    """Rulings in groups that touch one another, directly or through others."""
    groups: list[list[Ruling]] = []
    for ruling in rulings:
        touching = [g for g in groups if any(_meet(ruling, other) for other in g)]
        groups = [g for g in groups if not any(g is t for t in touching)]
        groups.append([ruling, *(r for g in touching for r in g)])
    return groups


def _meet(a: Ruling, b: Ruling) -> bool:
    if a.vertical is b.vertical:
        return abs(a.at - b.at) <= TOUCH and overlap(a.start - TOUCH, a.end, b.start, b.end) > 0
    return a.start - TOUCH <= b.at <= a.end + TOUCH and b.start - TOUCH <= a.at <= b.end + TOUCH


def _grid(rulings: Sequence[Ruling], shades: tuple[Ruling, ...]) -> _Grid | None:
    """The grid of a group of rulings; None without two boundaries each way. A missing edge is added."""
    across = [r for r in rulings if not r.vertical]
    down = [r for r in rulings if r.vertical]
    if len(across) < 2 or not down:
        return None
    ys = _boundaries([r.at for r in across] + [p for r in down for p in (r.start, r.end)])
    xs = _boundaries([r.at for r in down] + [p for r in across for p in (r.start, r.end)])
    if len(xs) < 2 or len(ys) < 2:
        return None
    edges = [
        *(Ruling(True, x, ys[0], ys[-1]) for x in (xs[0], xs[-1])),
        *(Ruling(False, y, xs[0], xs[-1]) for y in (ys[0], ys[-1])),
    ]
    return _Grid(xs, ys, (*rulings, *edges), shades)


def _boundaries(places: Sequence[float]) -> tuple[float, ...]:
    """Places in ascending order, one for all that lie closer together than a cell's least side."""
    kept: list[list[float]] = []
    for place in sorted(places):
        if kept and place - kept[-1][0] < MIN_SIDE:
            kept[-1].append(place)
        else:
            kept.append([place])
    return tuple(sum(group) / len(group) for group in kept)


def _cells(grid: _Grid) -> tuple[Cell, ...]:
    """Rectangles of grid squares with no wall between them; a region of another shape is cut into rectangles."""
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    walls_right = [
        [grid.wall(True, grid.xs[c + 1], grid.ys[r], grid.ys[r + 1]) for c in range(columns)] for r in range(rows)
    ]
    walls_below = [
        [grid.wall(False, grid.ys[r + 1], grid.xs[c], grid.xs[c + 1]) for c in range(columns)] for r in range(rows)
    ]
    taken = [[False] * columns for _ in range(rows)]
    cells = []
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            column_end = column
            while column_end < columns - 1 and not walls_right[row][column_end] and not taken[row][column_end + 1]:
                column_end += 1
            row_end = row
            while row_end < rows - 1 and _open_below(walls_below, walls_right, row_end, column, column_end):
                row_end += 1
            for r in range(row, row_end + 1):
                taken[r][column : column_end + 1] = [True] * (column_end - column + 1)
            box = Box(grid.xs[column], grid.ys[row], grid.xs[column_end + 1], grid.ys[row_end + 1])
            cells.append(Cell(row, row_end, column, column_end, box))
    return tuple(cells)


def _open_below(
    walls_below: list[list[bool]], walls_right: list[list[bool]], row: int, column: int, column_end: int
) -> bool:
    """True where the squares of a row run on into the next row without a wall below or between."""
    return not any(walls_below[row][column : column_end + 1]) and not any(walls_right[row + 1][column:column_end])
