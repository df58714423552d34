"""Tables in reading order to blocks."""

from collections.abc import Sequence

import pytest

from extract.blocks import Block, PlacedTable, blocks_of
from extract.headings import Governing
from extract.table import Table
from tests.support.printed import NO_WORDS, placed, table

HEADER = "*Action* | *Lead* | *By when*"
OTHER_HEADER = "*Milestone* | *Lead* | *Date*"
ROW = "Plant trees | Head of Parks | May 2010"
LAST = "Mend swings | Play Team | June 2010"


def blocks(*tables: PlacedTable) -> tuple[Block, ...]:
    return blocks_of(tables, NO_WORDS)


def rows_by_page(block: Block) -> list[tuple[int, int, int]]:
    return [(p.table.page, p.first, p.last) for p in block.parts]


def texts(governing: Sequence[Governing]) -> list[str]:
    return [g.text for g in governing]


def test_a_table_is_a_header_and_rows() -> None:
    (block,) = blocks(placed(table(HEADER, ROW, LAST), "Our places"))
    assert [w.text for c in block.header for w in c.words] == ["Action", "Lead", "By", "when"]
    assert rows_by_page(block) == [(1, 1, 2)]
    assert (block.page, texts(block.headings), block.bands) == (1, ["Our places"], ())


@pytest.mark.parametrize(
    ("second", "parts", "repeats"),
    [
        (table(LAST, page=2), [(1, 1, 1), (2, 0, 0)], 0),
        (table(HEADER, LAST, page=2), [(1, 1, 1), (2, 1, 1)], 4),
        (table(LAST, page=2, left=54), [(1, 1, 1), (2, 0, 0)], 0),
        (table(LAST, page=2, widths=(104, 98, 98)), [(1, 1, 1), (2, 0, 0)], 0),
        (table("| | June 2010", page=2), [(1, 1, 1), (2, 0, 0)], 0),
    ],
    ids=["no header", "repeated header", "shifted", "drifted", "cells left empty"],
)
def test_a_table_goes_on_over_a_page_break(second: Table, parts: list[tuple[int, int, int]], repeats: int) -> None:
    (block,) = blocks(placed(table(HEADER, ROW)), placed(second))
    assert rows_by_page(block) == parts
    assert len(block.repeats) == repeats


@pytest.mark.parametrize(
    "second",
    [
        placed(table(LAST, page=2), fresh=True),
        placed(table(LAST, page=3)),
        placed(table(LAST, page=2), opens=False),
        placed(table("Mend swings | June 2010", page=2)),
        placed(table(LAST, page=2, widths=(160, 90, 50))),
    ],
    ids=["under a heading", "a page between", "text above", "other columns", "other widths"],
)
def test_what_does_not_go_on_has_no_header(second: PlacedTable) -> None:
    first, further = blocks(placed(table(HEADER, ROW)), second)
    assert rows_by_page(first) == [(1, 1, 1)]
    assert further.header == ()


def test_text_below_ends_a_table() -> None:
    assert len(blocks(placed(table(HEADER, ROW), closes=False), placed(table(LAST, page=2)))) == 2


def test_another_header_begins_another_block_under_the_same_bands() -> None:
    first, second = blocks(placed(table("Theme A: parks | < | <", HEADER, ROW, OTHER_HEADER, LAST)))
    assert [w.text for c in second.header for w in c.words] == ["Milestone", "Lead", "Date"]
    assert (rows_by_page(first), rows_by_page(second)) == ([(1, 2, 2)], [(1, 4, 4)])
    assert texts(first.bands) == texts(second.bands) == ["Theme A: parks"]


def test_bands_above_a_header_govern_its_rows_and_end_those_above() -> None:
    first, second = blocks(
        placed(
            table("Theme A: parks | < | <", "Aim: green | < | <", HEADER, ROW, "Theme B: roads | < | <", HEADER, LAST)
        )
    )
    assert (texts(first.bands), texts(second.bands)) == (["Theme A: parks", "Aim: green"], ["Theme B: roads"])
    assert (rows_by_page(first), rows_by_page(second)) == ([(1, 3, 3)], [(1, 6, 6)])


def test_a_band_below_the_header_is_a_row() -> None:
    (block,) = blocks(placed(table(HEADER, ROW, "Theme B: roads | < | <", LAST)))
    assert rows_by_page(block) == [(1, 1, 3)]


def test_a_band_out_of_the_series_of_a_heading_ends_it() -> None:
    first, second = blocks(
        placed(table(HEADER, ROW), "Our plan", "Section A", "Parks"),
        placed(table("Section B: roads | < | <", HEADER, LAST, page=2), "Our plan", "Section A", "Parks"),
    )
    assert texts(first.headings) == ["Our plan", "Section A", "Parks"]
    assert texts(second.headings) == ["Our plan"]


def test_a_header_under_a_fresh_heading_begins_a_block() -> None:
    first, second = blocks(
        placed(table(HEADER, ROW), "Parks"), placed(table(HEADER, LAST, page=2), "Roads", fresh=True)
    )
    assert (texts(first.headings), texts(second.headings)) == (["Parks"], ["Roads"])


def test_a_header_without_rows_is_kept_for_its_words() -> None:
    (block,) = blocks(placed(table(HEADER)))
    assert (len(block.header), block.parts) == (3, ())
    assert blocks() == ()
