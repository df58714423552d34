"""A box on a page to the text printed in it."""

import pytest

from extract.geometry import Box
from extract.page import Page
from extract.reread import text_at
from tests.support.printed import NO_WORDS, words

PAGE = Page(1, 200, 200, words("• Plant the environ-\nment oaks\nin May", 10, 50), ())


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        (Box(0, 0, 200, 200), "Plant the environment oaks in May"),
        (Box(0, 0, 200, 56), "Plant the environ-"),
        (Box(0, 57, 200, 66), "ment oaks"),
        (Box(100, 0, 200, 200), ""),
    ],
)
def test_the_words_whose_middles_lie_in_the_box_are_read(box: Box, expected: str) -> None:
    assert text_at(PAGE, box, NO_WORDS) == expected
