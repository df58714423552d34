"""Regions to tables: headers with spans, wrapped labels, rows ruled off."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.aligned import aligned_table
from extract.page import Ruling, Word
from tests.support.sheets import region, rule, said, sheet, wall

COUNTS = ("Homes | >1,250 | >96", "Roads | >400 | >8", "Parks | >77 | >104")
PLACES = (50, 250, 400)


def found(printed: tuple[Word, ...], *rulings: Ruling) -> list[str]:
    table = aligned_table(region(printed, *rulings), 1)
    assert table is not None
    return said(table)


def test_a_plain_table_of_figures() -> None:
    assert found(sheet("Service | >Staff | >Sites", *COUNTS, places=PLACES)) == [
        "Service | Staff | Sites",
        "Homes | 1,250 | 96",
        "Roads | 400 | 8",
        "Parks | 77 | 104",
    ]


def test_one_column_is_no_table() -> None:
    assert aligned_table(region(sheet("Homes", "Roads", places=(50,))), 1) is None


def test_header_lines_above_a_rule_are_one_cell_each() -> None:
    printed = sheet("| >Staff in | ", "Service | >all | >Sites", *COUNTS, places=PLACES)
    assert found(printed, rule(118))[0] == "Service | Staff in all | Sites"


FOUR = ("Homes | 1,250 | 96 | 12 | 7", "Roads | 400 | 8 | 3 | 2")
FOUR_PLACES = (50, 150, 220, 290, 360)


@pytest.mark.parametrize(
    "rulings",
    [
        (rule(104, 148, 242), rule(104, 288, 372), rule(118)),
        (rule(104, 148, 372), rule(118)),
        (rule(118),),
    ],
    ids=["a ruling under each", "one ruling under both", "centred only"],
)
def test_a_header_spans_the_columns_that_it_stands_over(rulings: tuple[Ruling, ...]) -> None:
    printed = (
        *sheet("=In post | =Vacant", places=(195, 332), top=100),
        *sheet("Service | Staff | Sites | Staff | Sites", *FOUR, places=FOUR_PLACES, top=114),
    )
    assert found(printed, *rulings)[:2] == ["Service | In post | < | Vacant | <", "^ | Staff | Sites | Staff | Sites"]


def test_a_header_alone_between_vertical_rulings_spans_the_columns_there() -> None:
    printed = (
        *sheet("In post", places=(150,), top=100),
        *sheet("Service | Staff | Sites", "Homes | 1,250 | 96", "Roads | 400 | 8", places=FOUR_PLACES, top=114),
    )
    assert found(printed, wall(140), rule(118))[:2] == ["Service | In post | <", "^ | Staff | Sites"]


def test_a_label_that_wraps_stays_in_its_row() -> None:
    printed = sheet(
        "Service | >Staff",
        "Homes and | ",
        "hostels | >12",
        "Roads (with | >9",
        "paths) | ",
        "Parks | >8",
        places=PLACES,
    )
    assert found(printed) == ["Service | Staff", "Homes and hostels | 12", "Roads (with paths) | 9", "Parks | 8"]


def test_a_heading_among_the_labels_is_a_row_of_its_own() -> None:
    printed = sheet("Service | >Staff", "Indoor", "Homes | >12", "Outdoor", "Roads | >9", places=PLACES)
    assert found(printed) == ["Service | Staff", "Indoor | ", "Homes | 12", "Outdoor | ", "Roads | 9"]


def test_a_text_in_the_middle_of_the_columns_spans_them() -> None:
    printed = (
        *sheet("Year | 2001 | 2011 | 2021", places=(50, 150, 250, 350), top=100),
        *sheet("=Thousands", places=(260,), top=114),
        *sheet("Homes | 1.2 | 3.4 | 5.6", "Roads | 7.8 | 9.1 | 2.3", places=(50, 150, 250, 350), top=128),
    )
    assert found(printed, rule(104))[1] == " | Thousands | < | <"


def test_figures_at_the_middle_of_a_label_of_two_lines_are_in_its_row() -> None:
    printed = (
        *sheet("Service | >Staff", "Homes | >12", "Roads | >9", places=(50, 250), top=100),
        *sheet("Parks and open", places=(50,), top=160),
        *sheet(">8", places=(250,), top=166),
        *sheet("Spaces", places=(50,), top=172),
    )
    assert found(printed)[-1] == "Parks and open Spaces | 8"


def test_rules_between_rows_of_text_tell_the_rows() -> None:
    printed = sheet(
        "Risk | Answer", "Rain stops | Work", "Work | Indoors", "No money | Ask", "Strikes | Talk", places=(50, 250)
    )
    rows = found(printed, rule(104), rule(132), rule(146))
    assert rows == ["Risk | Answer", "Rain stops Work | Work Indoors", "No money | Ask", "Strikes | Talk"]


CELL = st.sampled_from(
    ["", "12", "1,250", "–", "Homes", "Roads and paths", "=Over all of these columns", ">96", "(with", "of"]
)
LINE = st.lists(CELL, min_size=1, max_size=4).filter(any).map(" | ".join)


@settings(deadline=None, max_examples=150)
@given(st.lists(LINE, min_size=2, max_size=8), st.lists(st.integers(80, 220).map(float), max_size=3))
def test_cells_tile_the_grid_and_hold_every_word_once(lines: list[str], rules: list[float]) -> None:
    printed = sheet(*lines, places=(50, 150, 260, 380))
    table = aligned_table(region(printed, *map(rule, rules)), 1)
    if table is None:
        return
    squares = [
        (r, c) for x in table.cells for r in range(x.row, x.row_end + 1) for c in range(x.column, x.column_end + 1)
    ]
    assert sorted(squares) == [(r, c) for r in range(table.rows) for c in range(len(table.xs) - 1)]
    held = [w for cell in table.cells for w in cell.words]
    assert sorted(w.box for w in held) == sorted(w.box for w in printed)
    assert list(table.xs) == sorted(table.xs)
    assert list(table.ys) == sorted(table.ys)
