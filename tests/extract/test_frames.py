"""Horizontal rulings and shaded rows frame tables among captions, notes and running text."""

import pytest

from extract.frames import framed_regions, is_heading_or_note
from extract.geometry import Box
from extract.page import Fill
from tests.support.printed import line, words
from tests.support.sheets import rule, sheet, sheet_page, texts

BODY = ("Service | >Staff | >Sites", "Homes | >12 | >96", "Roads | >40 | >8", "Parks | >77 | >10")
PLACES = (50, 250, 440)
PROSE = (
    "The council counted its staff on the first day of April\nand found that there were more of them than ever before"
)


@pytest.mark.parametrize(
    "text", ["Table 3. Staff by service", "TABLE A-2 Sites", "Figure 4: Trees", "Source: payroll", "NOTE: Rounded."]
)
def test_captions_and_notes_are_told(text: str) -> None:
    assert is_heading_or_note(line(text))


@pytest.mark.parametrize("text", ["Tables and chairs", "Resources", "Key workers", "Total"])
def test_labels_are_no_captions(text: str) -> None:
    assert not is_heading_or_note(line(text))


def test_rules_above_and_below_frame_a_table() -> None:
    printed = (*words("Table 1. Staff", 50, 80), *sheet(*BODY, places=PLACES), *words("Source: payroll", 50, 160))
    (found,) = framed_regions(sheet_page(printed, rule(88), rule(104), rule(146)), printed)
    assert texts(found.lines) == ["Service Staff Sites", "Homes 12 96", "Roads 40 8", "Parks 77 10"]


def test_running_text_between_rules_is_no_table() -> None:
    printed = words(PROSE, 50, 100)
    assert framed_regions(sheet_page(printed, rule(88, 50, 330), rule(150, 50, 330)), printed) == []


def test_two_tables_of_one_width_are_two() -> None:
    printed = (
        *sheet(*BODY, places=PLACES),
        *words("Table 2. Again", 50, 170),
        *sheet(*BODY, places=PLACES, top=200),
    )
    rules = [rule(y) for y in (88, 104, 146, 188, 204, 246)]
    assert [len(r.lines) for r in framed_regions(sheet_page(printed, *rules), printed)] == [4, 4]


def test_a_header_above_the_first_rule_and_rows_below_the_last_belong_to_the_table() -> None:
    printed = sheet(*BODY, places=PLACES)
    (found,) = framed_regions(sheet_page(printed, rule(104), rule(118)), printed)
    assert len(found.lines) == 4


def test_a_shaded_header_and_a_shaded_row_frame_a_table() -> None:
    printed = sheet(*BODY, places=PLACES)
    shades = tuple(Fill(Box(45, y - 10, 450, y + 4), 0.8) for y in (100, 128))
    bare = sheet_page(printed)
    page = type(bare)(1, bare.width, bare.height, bare.words, (), shades)
    (found,) = framed_regions(page, printed)
    assert len(found.lines) == 4
    assert len(found.wide_rules()) >= 3


def test_a_lone_heading_between_tables_parts_them() -> None:
    printed = (*sheet(*BODY, places=PLACES), *words("Costs", 50, 172), *sheet(*BODY, places=PLACES, top=200))
    rules = [rule(y) for y in (88, 104, 146, 188, 204, 246)]
    assert [len(r.lines) for r in framed_regions(sheet_page(printed, *rules), printed)] == [4, 4]


def test_rules_drawn_in_pieces_over_each_column_frame_a_table() -> None:
    printed = sheet(*BODY, places=PLACES)
    pieces = [rule(y, x0, x1) for y in (88, 104, 146) for x0, x1 in ((50, 150), (155, 300), (306, 450))]
    (found,) = framed_regions(sheet_page(printed, *pieces), printed)
    assert len(found.lines) == 4
    assert found.wide_rules() == [88, 104, 146]
