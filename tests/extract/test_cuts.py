"""Rows at a page break: the second half of a row, or a row of its own."""

import pytest

from tests.support.plans import actions, read_tables
from tests.support.printed import table

HEADER = "*Ref* | *Action* | *Lead* | *By when*"
LAST = "3 | Sow grass | Head of Parks | July 2011"
FIRST = "1 | Plant street trees in the north | Head of Parks | May 2010"


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        (
            "2 | Mend the swings and the | Play Team | June 2010",
            " | slides in Ashmo Park | | ",
            "Mend the swings and the slides in Ashmo Park",
        ),
        ("2 | Mend the swings | Play Team | June 2010", " | in Ashmo Park | | ", "Mend the swings in Ashmo Park"),
        (
            "2 | Mend the swings, the | | ",
            " | Ashmo slide and the gate | Play Team | June 2010",
            "Mend the swings, the Ashmo slide and the gate",
        ),
        ("2 | Mend the recon- | Play Team | June 2010", " | struction set | | ", "Mend the reconstruction set"),
        ("2 | Mend the swings | Play Team and | June 2010", " | | Housing Officer | ", "Mend the swings"),
        ("2 | Mend (where they can be | Play Team | June 2010", " | Saved) the swings | | ",
         "Mend (where they can be Saved) the swings"),
    ],
    ids=["open end", "small letter", "dates below", "hyphen", "no action below", "open bracket"],
)  # fmt: skip
def test_a_row_cut_by_a_page_break_is_one_record(above: str, below: str, expected: str) -> None:
    found = read_tables(table(HEADER, FIRST, above), table(below, LAST))
    assert actions(found) == ["Plant street trees in the north", expected, "Sow grass"]
    cut = found.records[1]
    assert (cut.page, cut.pages, cut.flags) == (1, (1, 2), ("cut_row",))
    assert cut.end_text == "June 2010"


def test_the_second_half_may_be_all_that_the_next_page_holds() -> None:
    found = read_tables(
        table(HEADER, FIRST, "2 | Mend the swings and the | Play Team | June 2010"),
        table(" | slides in Ashmo Park | | "),
    )
    assert actions(found)[1:] == ["Mend the swings and the slides in Ashmo Park"]


def test_a_row_over_three_pages_is_one_record() -> None:
    found = read_tables(
        table(HEADER, FIRST, "2 | Mend the swings, | Play Team, | June 2010"),
        table(" | the slides, the ropes and | the | "),
        table(" | the gate of the park | Housing Officer | ", LAST),
    )
    assert actions(found)[1:] == ["Mend the swings, the slides, the ropes and the gate of the park", "Sow grass"]
    assert found.records[1].pages == (1, 2, 3)


@pytest.mark.parametrize(
    "below",
    [
        "2 | Mend the swings | Play Team | June 2010",
        " | Mend the swings. | Play Team | June 2010",
        "2 | mend the swings | Play Team | June 2010",
    ],
    ids=["numbered", "whole", "numbered, small letter"],
)
def test_a_row_of_its_own_is_another_record(below: str) -> None:
    found = read_tables(table(HEADER, FIRST), table(below))
    assert len(found.records) == 2
    assert [r.pages for r in found.records] == [(1,), (2,)]


def test_rows_inside_a_page_are_never_joined() -> None:
    found = read_tables(table(HEADER, FIRST, " | and the south | Head of Parks | June 2010"))
    assert len(found.records) == 2


def test_a_repeated_header_between_the_halves_is_left_out() -> None:
    found = read_tables(
        table(HEADER, FIRST, "2 | Mend the swings and | Play Team | June 2010"),
        table(HEADER, " | the slides | | ", LAST),
    )
    assert actions(found)[1] == "Mend the swings and the slides"
    assert found.residue == ()
