"""Glyphs to words."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

import pytest

from extract.geometry import Box
from extract.glyphs import GlyphStyle, WordBuilder
from extract.page import Direction, Word


class Glyph(NamedTuple):
    """A printed character: where it starts and ends along its reading direction, its look, and a space before it."""

    text: str
    start: float
    end: float
    style: GlyphStyle
    space: bool = False


PLAIN = GlyphStyle(baseline=100.0, size=10.0)


def glyphs(text: str, start: float = 0.0, *, style: GlyphStyle = PLAIN, gap: float = 0.0) -> Iterator[Glyph]:
    """The letters of a text side by side, `gap` points apart, each half as wide as it is high; spaces are printed."""
    space = False
    for letter in text:
        end = start + style.size / 2
        if letter == " ":
            space = True
        else:
            yield Glyph(letter, start, end, style, space)
            space = False
        start = end + gap


def words_from(printed: Iterable[Glyph]) -> tuple[Word, ...]:
    builder = WordBuilder()
    for glyph in printed:
        builder.add(*glyph)
    return builder.words()


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        (0.0, ["lead", "officer"]),
        (1.5, ["lead", "officer"]),  # letters spaced out by justification
        (-2.0, ["lead", "officer"]),  # letters that overlap
        (1.8, [*"lead", *"officer"]),
    ],
)
def test_a_gap_of_a_sixth_of_the_size_parts_words(gap: float, expected: list[str]) -> None:
    assert [w.text for w in words_from(glyphs("lead officer", gap=gap))] == expected


def test_a_printed_space_parts_words_however_narrow() -> None:
    a, b = glyphs("a"), glyphs("b", 5.0)
    narrow = [*a, *(g._replace(space=True) for g in b)]
    assert [w.text for w in words_from(narrow)] == ["a", "b"]


@pytest.mark.parametrize(
    ("second_start", "expected"),
    [(10.0, ["abcd"]), (4.0, ["ab", "cd"]), (-60.0, ["ab", "cd"])],
)
def test_a_glyph_that_steps_back_begins_a_word(second_start: float, expected: list[str]) -> None:
    printed = [*glyphs("ab"), *glyphs("cd", second_start)]
    assert [w.text for w in words_from(printed)] == expected


@pytest.mark.parametrize(
    ("raised_by", "size", "expected"),
    [
        (4.0, 6.0, ["3rd"]),  # an ordinal ending
        (-2.0, 6.0, ["3rd"]),  # a lowered one
        (0.0, 6.0, ["3rd"]),
        (12.0, 10.0, ["3", "rd"]),  # the line above
        (4.0, 10.0, ["3", "rd"]),  # as large as the number: not an ending
    ],
)
def test_a_raised_ending_belongs_to_its_number(raised_by: float, size: float, expected: list[str]) -> None:
    printed = [*glyphs("3"), *glyphs("rd", 5.0, style=GlyphStyle(100.0 - raised_by, size))]
    assert [w.text for w in words_from(printed)] == expected


def test_a_word_has_the_size_and_the_baseline_of_its_largest_glyph() -> None:
    (word,) = words_from([*glyphs("21"), *glyphs("st", 10.0, style=GlyphStyle(96.0, 6.0))])
    assert (word.size, word.baseline) == (10.0, 100.0)
    assert word.box.x1 == pytest.approx(16.0)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("of\ufb01cer", "officer"),
        ("sta\ufb00", "staff"),
        ("e\ufb03ciency", "efficiency"),
        ("wa\ufb04e", "waffle"),
        ("\ufb02oor", "floor"),
        ("co\x02", "co-"),
        ("co\ufffe", "co-"),
    ],
)
def test_ligatures_and_the_hyphen_at_a_line_end_are_spelt_out(printed: str, expected: str) -> None:
    assert [w.text for w in words_from(glyphs(printed))] == [expected]


@pytest.mark.parametrize(
    ("direction", "box"),
    [
        (Direction.RIGHT, Box(10.0, 92.4, 20.0, 102.2)),
        (Direction.UP, Box(92.4, -20.0, 102.2, -10.0)),
        (Direction.LEFT, Box(-20.0, -102.2, -10.0, -92.4)),
        (Direction.DOWN, Box(-102.2, 10.0, -92.4, 20.0)),
    ],
)
def test_the_box_lies_as_the_text_runs(direction: Direction, box: Box) -> None:
    (word,) = words_from(glyphs("ab", 10.0, style=replace(PLAIN, direction=direction)))
    assert word.direction is direction
    assert word.box == pytest.approx(box)


def test_text_that_turns_begins_a_word() -> None:
    printed = [*glyphs("ab"), *glyphs("cd", 10.0, style=replace(PLAIN, direction=Direction.UP))]
    assert [w.text for w in words_from(printed)] == ["ab", "cd"]


def test_the_letters_of_a_ligature_that_share_a_place_are_one_word() -> None:
    f, i = (g._replace(start=5.0, end=10.0) for g in glyphs("fi"))
    assert [w.text for w in words_from([*glyphs("o"), f, i, *glyphs("cer", 10.0)])] == ["oficer"]


def test_a_word_looks_as_its_largest_glyph_does() -> None:
    bold, slanted = replace(PLAIN, bold=True), replace(PLAIN, italic=True)
    words = words_from([*glyphs("big", style=bold), *glyphs("thin", 40.0), *glyphs("lean", 80.0, style=slanted)])
    assert [(w.text, w.bold, w.italic) for w in words] == [
        ("big", True, False),
        ("thin", False, False),
        ("lean", False, True),
    ]


def test_no_glyphs_are_no_words() -> None:
    assert words_from([]) == ()
