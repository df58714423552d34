"""Ruled grids that leave out rows or columns, charts, and captions inside the ruling."""

from dataclasses import replace

from extract.partial import drawn_tables
from tests.support.printed import page, table, words
from tests.support.sheets import rule, said, sheet, sheet_page, wall


def test_a_sound_grid_stays_as_it_is() -> None:
    drawn = drawn_tables(page(table("*Ref* | *Action*", "1 | Plant trees in the / north and the south")))
    assert [said(t) for t in drawn.tables] == [["Ref | Action", "1 | Plant trees in the north and the south"]]


def test_columns_of_figures_without_rules_between_rows_are_rows() -> None:
    printed = sheet("Year | Staff", "2001 | 12", "2002 | 15", "2003 | 9", places=(60, 160))
    rulings = (rule(88, 50, 250), rule(104, 50, 250), rule(150, 50, 250), *(wall(x, 88, 150) for x in (50, 150, 250)))
    (found,) = drawn_tables(sheet_page(printed, *rulings)).tables
    assert said(found) == ["Year | Staff", "2001 | 12", "2002 | 15", "2003 | 9"]


def test_labels_beside_ruled_rows_are_one_for_each_row() -> None:
    printed = sheet("Homes | 12", "Roads | 40", "Parks | 77", places=(60, 160))
    rows = [rule(y, 150, 250) for y in (104, 118)]
    outer = (rule(90, 50, 250), rule(132, 50, 250), wall(150, 90, 132), wall(250, 90, 132))
    (found,) = drawn_tables(sheet_page(printed, *rows, *outer)).tables
    assert said(found) == ["Homes | 12", "Roads | 40", "Parks | 77"]


def test_the_grid_behind_a_chart_is_no_table() -> None:
    across = [rule(y, 50, 250) for y in range(90, 211, 20)]
    down = [wall(x, 90, 210) for x in range(50, 251, 20)]
    drawn = drawn_tables(sheet_page(words("Trees", 53, 104), *across, *down))
    assert drawn.tables == ()
    assert len(drawn.charts) == 1


def test_a_caption_and_a_source_inside_the_ruling_are_no_rows() -> None:
    drawn = page(table("Table 1. Trees | <", "*Ward* | *Trees*", "North | 12", "Source: survey | <"))
    (found,) = drawn_tables(drawn).tables
    assert said(found) == ["Ward | Trees", "North | 12"]
    assert found.box.top > min(w.box.top for w in drawn.words)


def test_shading_makes_no_cells() -> None:
    drawn = page(table("*Ward* | *Trees*", "North and / south | 12"))
    assert drawn_tables(drawn).tables == drawn_tables(replace(drawn, fills=())).tables
