"""Drawn shapes to rulings."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.geometry import Box
from extract.page import Ruling
from extract.rulings import merge_rulings, rulings_of_box, rulings_of_polyline


def across(y: float, x0: float, x1: float) -> Ruling:
    return Ruling(False, y, x0, x1)


def down(x: float, y0: float, y1: float) -> Ruling:
    return Ruling(True, x, y0, y1)


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        (Box(10, 20, 110, 20.5), [across(20.25, 10, 110)]),
        (Box(10, 20, 110, 23), [across(21.5, 10, 110)]),
        (Box(10, 20, 10.5, 90), [down(10.25, 20, 90)]),
        (Box(10, 20, 110, 20), [across(20, 10, 110)]),
        (Box(10, 20, 110, 50), [across(20, 10, 110), across(50, 10, 110), down(10, 20, 50), down(110, 20, 50)]),
    ],
    ids=["thin", "thickest", "upright", "flat", "box"],
)
def test_a_rectangle_is_a_line_or_four_sides(box: Box, expected: list[Ruling]) -> None:
    assert rulings_of_box(box) == expected


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([(0, 0), (50, 0)], [across(0, 0, 50)]),
        ([(50, 0), (0, 0)], [across(0, 0, 50)]),
        ([(0, 0), (50, 0.8)], [across(0.4, 0, 50)]),
        ([(0, 0), (50, 8)], []),
        ([(0, 0), (50, 0), (50, 30)], [across(0, 0, 50), down(50, 0, 30)]),
        ([(5, 5)], []),
        ([(5, 5), (5, 5)], []),
    ],
    ids=["right", "left", "drifting", "slanted", "bent", "point", "still"],
)
def test_a_polyline_gives_its_straight_pieces(points: list[tuple[float, float]], expected: list[Ruling]) -> None:
    assert rulings_of_polyline(points) == expected


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ([across(10, 0, 50), across(10, 50, 90)], [across(10, 0, 90)]),
        ([across(10, i * 4, i * 4 + 2) for i in range(20)], [across(10, 0, 78)]),
        ([across(10, 0, 50), across(10, 60, 90)], [across(10, 0, 50), across(10, 60, 90)]),
        ([across(10, 0, 50), across(12, 0, 50)], [across(11, 0, 50)]),
        ([across(10, 0, 50), across(13, 0, 50)], [across(10, 0, 50), across(13, 0, 50)]),
        ([across(10, 0, 3)], []),
        ([down(5, 0, 50), across(10, 0, 50)], [across(10, 0, 50), down(5, 0, 50)]),
        ([across(10, 0, 90), across(10, 20, 40)], [across(10, 0, 90)]),
        ([], []),
    ],
    ids=["joined", "dashes", "apart", "double", "two", "speck", "both ways", "within", "none"],
)
def test_lines_that_touch_are_one(drawn: list[Ruling], expected: list[Ruling]) -> None:
    assert merge_rulings(drawn) == expected


SPANS = st.tuples(st.booleans(), st.integers(0, 60), st.integers(0, 300), st.integers(1, 80))


@settings(deadline=None, max_examples=60)
@given(st.lists(SPANS, max_size=25))
def test_merging_keeps_what_was_drawn_and_settles(drawn: list[tuple[bool, int, int, int]]) -> None:
    rulings = [Ruling(vertical, at * 10.0, start, start + length) for vertical, at, start, length in drawn]
    merged = merge_rulings(rulings)
    assert merge_rulings(merged) == merged
    for ruling in rulings:
        if ruling.length >= 4:
            assert any(
                m.vertical is ruling.vertical and m.at == ruling.at and m.start <= ruling.start and m.end >= ruling.end
                for m in merged
            )
    for a, b in pairwise(sorted(merged, key=lambda r: (r.vertical, r.at, r.start))):
        assert (a.vertical, a.at) != (b.vertical, b.at) or b.start - a.end > 3
