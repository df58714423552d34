"""Tables by white space alone, and what only looks like one."""

from extract.runs import aligned_regions
from tests.support.printed import words
from tests.support.sheets import sheet, texts

PLACES = (50, 250, 400)
BODY = ("Service | >Staff | >Sites", "Homes | >12 | >96", "Roads | >40 | >8", "Parks | >77 | >10")


def test_lines_of_figures_under_a_header_are_a_table() -> None:
    printed = (*words("There were more of them than in any other year", 50, 60), *sheet(*BODY, places=PLACES))
    (found,) = aligned_regions(printed)
    assert texts(found.lines) == ["Service Staff Sites", "Homes 12 96", "Roads 40 8", "Parks 77 10"]


def test_two_columns_of_prose_are_no_table() -> None:
    left = words("\n".join(["The council met in the old hall again"] * 6), 50, 100)
    right = words("\n".join(["It was raining and nobody promised anything"] * 6), 300, 100)
    assert aligned_regions((*left, *right)) == []


def test_two_columns_of_short_lines_of_words_are_no_table() -> None:
    assert aligned_regions(sheet(*["met in the hall | it was raining"] * 6, places=PLACES)) == []


def test_a_list_of_contents_is_no_table() -> None:
    printed = sheet(
        "Aims . . . . | >3", "Staff . . . . | >7", "Costs . . . . | >12", "Risks . . . . | >20", places=PLACES
    )
    assert aligned_regions(printed) == []


def test_a_short_text_in_every_cell_of_three_columns_is_a_table() -> None:
    printed = sheet("Day | Early | Late", "Monday | Ann Ash | Bo Beck", "Friday | Cy Cole | Di Dale", places=PLACES)
    (found,) = aligned_regions(printed)
    assert len(found.lines) == 3


def test_a_wide_gap_between_lines_ends_a_table() -> None:
    printed = (*sheet(*BODY, places=PLACES), *sheet(*BODY, places=PLACES, top=250))
    assert [len(r.lines) for r in aligned_regions(printed)] == [4, 4]


def test_a_long_label_without_figures_stays_within_the_table() -> None:
    long = "Parks and the open spaces near us"
    printed = sheet(*BODY, long, "Lakes | >12 | >96", "Woods | >3 | >4", places=PLACES)
    (found,) = aligned_regions(printed)
    assert len(found.lines) == 7


def test_steps_that_differ_are_labels_strewn_over_a_drawing() -> None:
    places = [(100, "North | >4"), (118, "South | >7"), (152, "East | >2"), (164, "West | >1")]
    printed = tuple(w for y, row in places for w in sheet(row, places=(50, 120), top=y))
    assert aligned_regions(printed) == []
