"""Boxes."""

import pytest

from extract.geometry import Box, overlap, union

A = Box(10, 20, 110, 60)


def test_a_box_has_sides_and_a_middle() -> None:
    assert (A.width, A.height, A.centre) == (100, 40, (60, 40))
    assert Box(1.004, 2.006, 3, 4).rounded() == Box(1.0, 2.01, 3, 4)


@pytest.mark.parametrize(
    ("x", "y", "held"),
    [(60, 40, True), (10, 20, True), (110, 60, True), (9.9, 40, False), (60, 60.1, False)],
)
def test_a_box_holds_the_points_in_it_and_on_its_edge(x: float, y: float, held: bool) -> None:
    assert A.holds(x, y) is held


@pytest.mark.parametrize(
    ("other", "covered"),
    [(A, True), (Box(9.6, 19.6, 110.4, 60.4), True), (Box(9, 20, 110, 60), False), (Box(20, 30, 40, 90), False)],
)
def test_a_box_covers_what_lies_in_it_half_a_point_allowed(other: Box, covered: bool) -> None:
    assert A.covers(other) is covered


def test_the_union_is_the_smallest_box_around_all() -> None:
    assert union([A, Box(0, 30, 20, 90), Box(50, 50, 51, 51)]) == Box(0, 20, 110, 90)
    with pytest.raises(ValueError, match="unpack"):
        union([])


@pytest.mark.parametrize(
    ("spans", "expected"),
    [((0, 10, 5, 20), 5), ((0, 10, 2, 3), 1), ((0, 10, 10, 20), 0), ((0, 10, 30, 40), 0)],
)
def test_overlap_is_the_length_in_common(spans: tuple[float, float, float, float], expected: float) -> None:
    assert overlap(*spans) == expected
