"""The arithmetic of adjacency relations."""

from collections import Counter

import pytest

from bench.adjacency import GridCell, Relation, Score, Way, compared, f1, relations, score


def cells(*rows: str) -> list[GridCell]:
    return [GridCell(r, r, c, c, text.strip()) for r, row in enumerate(rows) for c, text in enumerate(row.split("|"))]


def test_neighbours_stand_to_the_right_and_below() -> None:
    assert relations(cells("a | b", "c | d")) == Counter(
        Relation(*pair, way)
        for pair, way in (
            (("A", "B"), Way.RIGHT),
            (("C", "D"), Way.RIGHT),
            (("A", "C"), Way.BELOW),
            (("B", "D"), Way.BELOW),
        )
    )


def test_blank_cells_are_looked_through() -> None:
    assert relations(cells("a | | b")) == Counter([Relation("A", "B", Way.RIGHT)])


def test_a_spanning_cell_is_a_neighbour_once_for_each_cell_beside_it() -> None:
    spanning = [GridCell(0, 0, 0, 1, "ab"), GridCell(1, 1, 0, 0, "a"), GridCell(1, 1, 1, 1, "b")]
    found = relations(spanning)
    assert found == Counter(
        [Relation("AB", "A", Way.BELOW), Relation("AB", "B", Way.BELOW), Relation("A", "B", Way.RIGHT)]
    )


@pytest.mark.parametrize(("text", "expected"), [("a b\nc", "ABC"), ("1,250", "1_250"), ("ﬁn-de", "FIN_DE"), (" ", "")])
def test_texts_are_compared_without_space_case_or_signs(text: str, expected: str) -> None:
    assert compared(text) == expected


def test_a_score_counts_pages_that_hold_no_table() -> None:
    found = score({1: [cells("a | b")]}, {1: [cells("a | b")], 2: [cells("x | y")]})
    assert found == Score(right=1, found=2, wanted=1)
    assert (found.precision, found.recall) == (0.5, 1.0)


def test_equal_relations_count_as_often_as_they_are_printed() -> None:
    twice, once = cells("0 | 0 | 0"), cells("0 | 0")
    assert score({1: [twice]}, {1: [once]}) == Score(1, 1, 2)


def test_nothing_found_scores_nothing() -> None:
    assert score({1: [cells("a | b")]}, {}).precision == 0.0
    assert f1(0.0, 0.0) == 0.0
    assert f1(0.5, 1.0) == pytest.approx(2 / 3)
