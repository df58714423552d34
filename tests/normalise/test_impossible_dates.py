"""Dates that do not exist: no value, and a mark."""

import pytest

from normalise import has_impossible_date, read_deadlines


@pytest.mark.parametrize(
    "text", ["31 June 2012", "31/06/12", "29 February 2011", "30th Feb 2010", "13/2010", "Q5", "Q5 2010/11"]
)
def test_an_impossible_date_is_marked_and_not_read(text: str) -> None:
    assert has_impossible_date(text)
    assert read_deadlines(text) == []


@pytest.mark.parametrize("text", ["31 June 2012, 31 July 2012", "31 July 2012 - 31 September 2012"])
def test_the_good_part_of_a_cell_stays(text: str) -> None:
    assert has_impossible_date(text)
    assert len(read_deadlines(text)) == 1


@pytest.mark.parametrize(
    "text", ["", "June 2012", "31/07/12", "Q4 2010/11", "Question Q12", "Ongoing", "24/7", "Section 31"]
)
def test_other_cells_are_not_marked(text: str) -> None:
    assert not has_impossible_date(text)
