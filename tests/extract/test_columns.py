"""A block to its columns."""

import pytest

from extract.blocks import Block, PlacedTable, blocks_of
from extract.columns import Columns, columns_of, name_blank_headers
from extract.table import Table
from tests.support.printed import NO_WORDS, placed, table

HEADER = "*Action* | *Lead* | *By when*"
ROW = "Plant trees | Head of Parks | May 2010"


def block(*tables: PlacedTable) -> Block:
    return blocks_of(tables, NO_WORDS)[0]


def headers(columns: Columns) -> list[str]:
    return [c.header for c in columns.items]


def columns(*tables: PlacedTable) -> Columns:
    return columns_of(block(*tables), NO_WORDS)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((HEADER, ROW), ["Action", "Lead", "By when"]),
        (("*Action* | < | *Lead*", "1 | Plant trees | Head of Parks"), ["Action", "Action", "Lead"]),
        (("*Action* | *Lead* | *Target* | <", "^ | ^ | *2010* | *2011*", "x | y | 1 | 2"),
         ["Action", "Lead", "Target 2010", "Target 2011"]),
        (("*Action* | *Lead* | *By when*", "Plant trees | < | May 2010"), ["Action Lead", "By when"]),
        (("*Action* | | *By when*", ROW), ["Action", "", "By when"]),
        (("*Action* | *Lead / officer* | *By when*", ROW), ["Action", "Lead officer", "By when"]),
    ],
    ids=["plain", "header over two columns", "two levels", "rows without a wall", "blank header", "wrapped header"],
)  # fmt: skip
def test_each_column_has_the_header_over_it(rows: tuple[str, ...], expected: list[str]) -> None:
    assert headers(columns(placed(table(*rows)))) == expected


def test_columns_are_measured_from_the_table_s_left_side() -> None:
    found = columns(placed(table(HEADER, ROW, widths=(120, 80, 60))))
    assert [(c.x0, c.x1) for c in found.items] == [(0, 120), (120, 200), (200, 260)]


def test_bands_add_no_columns() -> None:
    rows = (HEADER, "Theme: parks | < | <", ROW)
    assert len(columns(placed(table(*rows))).items) == 3


@pytest.mark.parametrize("second", [table(ROW, page=2, left=57), table(ROW, page=2, widths=(105, 96, 99))])
def test_a_page_where_the_columns_have_drifted_adds_none(second: Table) -> None:
    tables = placed(table(HEADER, ROW)), placed(second)
    of_block = block(*tables)
    found = columns_of(of_block, NO_WORDS)
    assert headers(found) == ["Action", "Lead", "By when"]
    last = of_block.parts[-1]
    assert [found.span(c, last.table) for c in last.cells()] == [range(i, i + 1) for i in range(3)]


def test_a_cell_covers_the_columns_whose_middles_lie_in_it() -> None:
    of_block = block(placed(table(HEADER, ROW, "Mend swings | < | June 2010")))
    found = columns_of(of_block, NO_WORDS)
    spans = [found.span(c, of_block.parts[0].table) for c in of_block.parts[0].cells() if c.row == 2]
    assert spans == [range(2), range(2, 3)]


def test_a_blank_header_is_named_as_in_the_block_before() -> None:
    known = columns(placed(table(HEADER, ROW)))
    blank = columns(placed(table("*Action* | | *By when*", ROW)))
    other = columns(placed(table("*Milestone* | | *By when*", ROW)))
    fewer = columns(placed(table("*Action* | ", "Plant trees | x")))
    assert headers(name_blank_headers(blank, [known])) == ["Action", "Lead", "By when"]
    assert headers(name_blank_headers(blank, [known, other])) == ["Action", "Lead", "By when"]
    assert name_blank_headers(other, [known]) == other
    assert name_blank_headers(fewer, [known]) == fewer
    assert name_blank_headers(blank, []) == blank
