"""Rulings to ruled tables."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.geometry import Box
from extract.grid import fill_cells, ruled_tables
from extract.page import Page, Ruling, Word
from extract.table import Cell, Table
from tests.support import printed

A_WORD_IN_EACH_CORNER = tuple(
    printed.word("x", x, y) for x in (60, 110, 160, 210, 260) for y in (70, 95, 120, 145, 170)
)


def across(y: float, x0: float = 50, x1: float = 250) -> Ruling:
    return Ruling(False, y, x0, x1)


def down(x: float, y0: float = 50, y1: float = 150) -> Ruling:
    return Ruling(True, x, y0, y1)


def page(rulings: Sequence[Ruling], words: Sequence[Word] = A_WORD_IN_EACH_CORNER) -> Page:
    return Page(1, 595, 842, tuple(words), tuple(rulings))


def spans(table: Table) -> list[tuple[int, int, int, int]]:
    return [(c.row, c.row_end, c.column, c.column_end) for c in table.cells]


FRAME = (across(50), across(150), down(50), down(250))

GRIDS = {
    "two by two": ([*FRAME, across(100), down(150)], [(0, 0, 0, 0), (0, 0, 1, 1), (1, 1, 0, 0), (1, 1, 1, 1)]),
    "merged across": ([*FRAME, across(100), down(150, 100, 150)], [(0, 0, 0, 1), (1, 1, 0, 0), (1, 1, 1, 1)]),
    "merged down": ([*FRAME, across(100, 150, 250), down(150)], [(0, 1, 0, 0), (0, 0, 1, 1), (1, 1, 1, 1)]),
    "merged both ways": (
        [*FRAME, across(100, 50, 150), across(125, 150, 250), down(150), down(200, 125, 150)],
        [(0, 0, 0, 0), (0, 1, 1, 2), (1, 2, 0, 0), (2, 2, 1, 1), (2, 2, 2, 2)],
    ),
    "no left and right edge": (
        [across(50), across(100), across(150), down(150)],
        [(0, 0, 0, 0), (0, 0, 1, 1), (1, 1, 0, 0), (1, 1, 1, 1)],
    ),
    "no foot": (
        [across(50), across(100), down(50), down(150), down(250)],
        [(0, 0, 0, 0), (0, 0, 1, 1), (1, 1, 0, 0), (1, 1, 1, 1)],
    ),
    "a double line is no column": (
        [*FRAME, across(100), down(150), down(154)],
        [(0, 0, 0, 0), (0, 0, 1, 1), (1, 1, 0, 0), (1, 1, 1, 1)],
    ),
    "lines that miss each other by a little": (
        [*FRAME, across(100, 52.5, 247.5), down(150, 52.5, 147.5)],
        [(0, 0, 0, 0), (0, 0, 1, 1), (1, 1, 0, 0), (1, 1, 1, 1)],
    ),
}


@pytest.mark.parametrize(("rulings", "expected"), GRIDS.values(), ids=GRIDS.keys())
def test_walls_part_cells(rulings: list[Ruling], expected: list[tuple[int, int, int, int]]) -> None:
    (table,) = ruled_tables(page(rulings))
    assert spans(table) == expected
    assert _covers_once(table)


def _covers_once(table: Table) -> bool:
    """True where the cells tile the grid."""
    squares = [
        (row, column)
        for c in table.cells
        for row in range(c.row, c.row_end + 1)
        for column in range(c.column, c.column_end + 1)
    ]
    return len(squares) == len(set(squares)) == table.rows * (len(table.xs) - 1)


def test_an_l_shaped_region_is_cut_into_rectangles() -> None:
    """A wall around one corner only: the rest is no rectangle, and still each square is in one cell."""
    (table,) = ruled_tables(page([*FRAME, across(100, 150, 250), down(150, 100, 150)]))
    assert _covers_once(table)
    assert (1, 1, 1, 1) in spans(table)


@pytest.mark.parametrize(
    "rulings",
    [
        [],
        [across(50)],
        [down(50), down(100)],
        [across(50), across(100), across(150)],
        list(FRAME),
        [across(50), down(400)],
    ],
    ids=["nothing", "an underline", "two bars", "rules without uprights", "a box", "lines apart"],
)
def test_what_has_no_two_cells_is_no_table(rulings: list[Ruling]) -> None:
    assert ruled_tables(page(rulings)) == ()


def test_an_empty_grid_is_no_table() -> None:
    assert ruled_tables(page([*FRAME, across(100), down(150)], words=[])) == ()


def test_tables_come_from_top_to_bottom_and_each_has_its_own_words() -> None:
    lower = printed.table("c | d", top=300)
    upper = printed.table("a | b", top=100)
    found = ruled_tables(printed.page(lower, upper, text=printed.words("outside", 50, 250)))
    assert [[w.text for c in t.cells for w in c.words] for t in found] == [["a", "b"], ["c", "d"]]


def test_tables_side_by_side_come_from_left_to_right() -> None:
    right, left = printed.table("c | d", left=400), printed.table("a | b", left=50)
    assert [t.box.x0 for t in ruled_tables(printed.page(right, left))] == [50, 400]


def test_a_drawn_table_is_read_back_with_its_spans() -> None:
    drawn = printed.table("a | b | <", "^ | c | d", "e | ^ | f")
    assert ruled_tables(printed.page(drawn)) == (drawn,)


@pytest.mark.parametrize(
    ("x", "y", "cell"),
    [(10.0, 10.0, 0), (49.0, 10.0, 0), (51.0, 10.0, 1), (99.0, 29.0, 1), (101.0, 10.0, None), (10.0, -5.0, None)],
)
def test_a_word_is_in_the_cell_that_holds_its_middle(x: float, y: float, cell: int | None) -> None:
    cells = (Cell(0, 0, 0, 0, Box(0, 0, 50, 30)), Cell(0, 0, 1, 1, Box(50, 0, 100, 30)))
    table = Table(1, Box(0, 0, 100, 30), (0, 50, 100), (0, 30), cells)
    word = replace(printed.word("x"), box=Box(x - 4, y - 4, x + 4, y + 4))
    held = [index for index, c in enumerate(fill_cells(table, [word]).cells) if c.words]
    assert held == ([] if cell is None else [cell])
