"""Pieces of printed text to evidence."""

import pytest

from extract.evidence import evidence_in_cell, evidence_of, evidence_of_rest
from extract.lines import lines_of
from extract.rows import Piece
from tests.support.printed import NO_WORDS, words


def test_each_piece_is_an_entry_with_the_box_around_its_words() -> None:
    pieces = [
        Piece(1, words("• Plant the environ-", 50, 500)),
        Piece(2, words("ment oaks\nin May", 50, 80)),
        Piece(3, ()),
    ]
    first, second = evidence_of("action", pieces, NO_WORDS)
    assert [(e.field, e.page, e.text) for e in (first, second)] == [
        ("action", 1, "Plant the environ-"),
        ("action", 2, "ment oaks in May"),
    ]
    assert second.bbox == (50.0, 72.4, 93.0, 94.2)


@pytest.mark.parametrize(
    ("cell", "lines", "texts"),
    [
        ("Plant trees\nSow grass\nin May", slice(1, 3), ["Sow grass in May"]),
        ("Plant trees\nSow grass\nPrune hedges", slice(0, 3, 2), ["Plant trees", "Prune hedges"]),
    ],
    ids=["together", "with others between"],
)
def test_no_box_holds_words_of_the_cell_that_are_not_meant(cell: str, lines: slice, texts: list[str]) -> None:
    of_cell = words(cell)
    entries = evidence_in_cell("action", 1, lines_of(of_cell)[lines], of_cell, NO_WORDS)
    assert [e.text for e in entries] == texts


def test_what_is_left_of_a_cell_has_evidence_of_its_own() -> None:
    cell = Piece(1, words("1.2 Plant trees\nin the north"))
    rest = Piece(1, cell.words[1:])
    entries = evidence_of_rest("action", rest, cell, NO_WORDS)
    assert " ".join(e.text for e in entries) == "Plant trees in the north"
    number = cell.words[0].box.centre
    assert not any(e.bbox[0] <= number[0] <= e.bbox[2] and e.bbox[1] <= number[1] <= e.bbox[3] for e in entries)
