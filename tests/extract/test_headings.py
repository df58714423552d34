"""Lines outside tables to headings."""

from collections.abc import Sequence

import pytest

from extract.headings import HeadingStack, body_size, headings_of, is_cover
from extract.lines import Line
from extract.page import Page
from tests.support.printed import HEIGHT, WIDTH, line, words

BODY = 10.0


def texts(printed: Sequence[Line]) -> list[str]:
    return [h.governing.text for h in headings_of(1, printed, BODY)]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (line("Our people", size=14), ["Our people"]),
        (line("Our people", bold=True), ["Our people"]),
        (line("Our people"), []),
        (line("Our people", size=11), []),
        (line("1.", bold=True), []),
        (line("2009-10", size=20), []),
        (line("word " * 41, bold=True), []),
    ],
    ids=["larger", "bold", "body", "hardly larger", "a number", "figures", "a paragraph"],
)
def test_a_heading_is_set_apart_by_size_or_weight(printed: Line, expected: list[str]) -> None:
    assert texts([printed]) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ([line("Our people,", 100, bold=True), line("our places", 112, bold=True)], ["Our people, our places"]),
        ([line("Our people", 100, bold=True), line("our places", 130, bold=True)], ["Our people", "our places"]),
        ([line("Our people", 100, 14), line("our places", 115, bold=True)], ["Our people", "our places"]),
        ([line("1 People", 100, bold=True), line("2 Places", 112, bold=True)], ["1 People", "2 Places"]),
        ([line("People", 100, bold=True), line("Section B", 112, bold=True)], ["People", "Section B"]),
        ([line("People", 100, bold=True), line("Prose.", 112), line("Places", 124, bold=True)], ["People", "Places"]),
    ],
    ids=["wrapped", "apart", "of another rank", "numbered", "labelled", "parted by prose"],
)
def test_near_lines_of_one_look_are_one_heading(printed: list[Line], expected: list[str]) -> None:
    assert texts(printed) == expected


@pytest.mark.parametrize(
    ("printed", "in_force"),
    [
        ([line("Plan", size=18), line("People", size=14), line("Aim", bold=True)], ["Plan", "People", "Aim"]),
        ([line("Plan", size=18), line("People", size=14), line("Places", size=14)], ["Plan", "Places"]),
        ([line("People", size=14), line("Aim", bold=True), line("Places", size=14)], ["Places"]),
        ([line("Aim", bold=True), line("PEOPLE", bold=True)], ["PEOPLE"]),
        ([line("PEOPLE", bold=True), line("Aim", bold=True)], ["PEOPLE", "Aim"]),
        ([line("People", size=14), line("Aim", size=14, bold=True)], ["Aim"]),
        ([], []),
    ],
    ids=["nested", "same rank", "outer ends inner", "capitals end", "capitals hold", "bold ends plain", "none"],
)
def test_a_heading_ends_those_of_its_rank_and_below(printed: list[Line], in_force: list[str]) -> None:
    stack = HeadingStack()
    for each in printed:
        for heading in headings_of(1, [each], BODY):
            stack.push(heading)
    assert [g.text for g in stack.governing()] == in_force


def test_the_body_is_set_in_the_size_of_most_words() -> None:
    printed = (
        *words("A Large Title", size=20),
        *words("and here is the body of the text", y=200),
        *words("note", size=8),
    )
    assert body_size([Page(1, WIDTH, HEIGHT, printed, ())]) == BODY
    assert body_size([Page(1, WIDTH, HEIGHT, (), ())]) == 0.0


@pytest.mark.parametrize(("number", "count", "cover"), [(1, 20, True), (1, 80, False), (2, 20, False)])
def test_a_first_page_of_few_words_is_a_cover(number: int, count: int, cover: bool) -> None:
    assert is_cover(Page(number, WIDTH, HEIGHT, words("word " * count), ())) is cover


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        ((100, 115, 130), ["Priority: Getting about and arriving safely"]),
        ((100, 115, 134), ["Priority: Getting about and arriving", "safely"]),
    ],
    ids=["one step", "a wider one"],
)
def test_a_wider_step_than_its_own_ends_a_heading(gaps: tuple[int, ...], expected: list[str]) -> None:
    rows = ("Priority: Getting about", "and arriving", "safely")
    assert texts([line(text, y, bold=True) for text, y in zip(rows, gaps, strict=True)]) == expected


@pytest.mark.parametrize(
    ("label", "rest", "expected"),
    [
        ("Success criteria", "All can enter", ["Success criteria All can enter"]),
        ("Our people", "Staff are our strength", []),
    ],
    ids=["a label", "a bold opening"],
)
def test_a_line_that_a_label_opens_governs(label: str, rest: str, expected: list[str]) -> None:
    opening = words(label, bold=True)
    assert texts([Line((*opening, *words(rest, opening[-1].box.x1 + 3)))]) == expected
