"""Words to lines."""

from dataclasses import replace

import pytest

from extract.geometry import Box
from extract.lines import lines_of
from extract.page import Direction, Word
from tests.support.printed import line, word, words


def texts(printed: list[Word]) -> list[str]:
    return [found.text for found in lines_of(printed)]


def sideways(text: str, across: float, along: float, direction: Direction) -> Word:
    """A word of ten points' height that starts `along` its reading direction and lies `across` it."""
    span = {
        Direction.UP: Box(across, -along - 20, across + 10, -along),
        Direction.LEFT: Box(-along - 20, -across - 10, -along, -across),
        Direction.DOWN: Box(-across - 10, along, -across, along + 20),
    }[direction]
    return replace(word(text), box=span, direction=direction)


def test_lines_run_down_and_words_to_the_right_whatever_the_order_of_printing() -> None:
    printed = list(words("one two\nthree four\nfive six"))
    assert texts(printed[::-1]) == ["one two", "three four", "five six"]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (word("rd", 5, 96, 6), ["3 rd"]),  # raised
        (word("note", 20, 103, 7), ["3 note"]),  # smaller, a little lower
        (word("next", 0, 112), ["3", "next"]),
        (word("Title", 20, 104, 20), ["3 Title"]),  # larger, round the same height
    ],
)
def test_words_share_a_line_where_their_heights_overlap(second: Word, expected: list[str]) -> None:
    assert texts([word("3"), second]) == expected


def test_a_line_knows_its_box_its_size_and_its_weight() -> None:
    mixed = lines_of([word("big", 0, 100, 12, bold=True), word("small", 30, 100, 8)])[0]
    assert (mixed.size, mixed.bold) == (12, False)
    assert mixed.box == Box(0, 100 - 0.76 * 12, 50, 100 + 0.22 * 12)
    assert line("all bold", bold=True).bold


@pytest.mark.parametrize("direction", [Direction.UP, Direction.LEFT, Direction.DOWN])
def test_sideways_words_are_read_in_their_own_direction(direction: Direction) -> None:
    printed = [
        sideways("second", 20, 0, direction),
        sideways("line", 20, 30, direction),
        sideways("first", 0, 0, direction),
    ]
    assert texts(printed) == ["first", "second line"]


def test_upright_words_come_before_sideways_ones() -> None:
    assert texts([sideways("margin", 0, 0, Direction.UP), word("body", 50, 300)]) == ["body", "margin"]


def test_no_words_are_no_lines() -> None:
    assert lines_of([]) == ()
