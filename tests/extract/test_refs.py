"""The number that opens a title."""

import pytest

from extract.refs import split_ref
from extract.rows import Piece, text_of_pieces
from tests.support.printed import NO_WORDS, words


@pytest.mark.parametrize(
    ("cell", "ref", "rest"),
    [
        ("1.2 Plant trees", "1.2", "Plant trees"),
        ("1.2.3 Plant trees", "1.2.3", "Plant trees"),
        ("4. Plant trees", "4.", "Plant trees"),
        ("4) Plant trees", "4)", "Plant trees"),
        ("HR4 Plant trees", "HR4", "Plant trees"),
        ("A.1 Plant trees", "A.1", "Plant trees"),
        ("(a) Plant trees", "(a)", "Plant trees"),
        ("Plant 1.2 trees", "", "Plant 1.2 trees"),
        ("Plant trees", "", "Plant trees"),
        ("40 trees to be planted", "", "40 trees to be planted"),
        ("2010 plan to be agreed", "", "2010 plan to be agreed"),
        ("A tree in each street", "", "A tree in each street"),
        ("1. Plant trees\n2. Sow grass", "", "1. Plant trees 2. Sow grass"),
        ("1.2", "", "1.2"),
    ],
)
def test_a_number_that_opens_a_title_is_its_ref(cell: str, ref: str, rest: str) -> None:
    first, others = split_ref([Piece(1, words(cell))])
    assert text_of_pieces(first, NO_WORDS) == ref
    assert text_of_pieces(others, NO_WORDS) == rest


def test_the_text_goes_on_over_a_page_break() -> None:
    first, others = split_ref([Piece(1, words("1.2 Plant")), Piece(2, words("trees"))])
    assert [p.page for p in (*first, *others)] == [1, 1, 2]
    assert text_of_pieces(others, NO_WORDS) == "Plant trees"


def test_nothing_has_no_ref() -> None:
    assert split_ref([]) == ((), ())
