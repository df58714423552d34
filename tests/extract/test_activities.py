"""Activities listed in one row are rows of their own where owners or dates stand against them."""

import pytest

from extract.activities import activities_apart
from extract.rows import LogicalRow, Piece
from tests.support.printed import TESTS, words

COMPLETE = {2: TESTS.is_owner, 3: TESTS.is_deadline}


def row(*cells: str) -> LogicalRow:
    """A row whose cells begin at one height; a line break is a line, and an empty line white space."""
    pieces = {i: (Piece(1, words(text, 50.0 + 150 * i)),) for i, text in enumerate(cells) if text}
    return LogicalRow(1, pieces)


def texts(of: LogicalRow) -> tuple[str, ...]:
    return tuple(" ".join(w.text for p in of.pieces.get(c, ()) for w in p.words) for c in range(4))


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        (
            ("Paths", "1. Survey\n2. Repair", "Clerk", "May 2013\nJune 2013"),
            [("Paths", "1. Survey", "Clerk", "May 2013"), ("Paths", "2. Repair", "Clerk", "June 2013")],
        ),
        (
            ("Paths", "Survey the\npaths\n\nRepair", "", "May 2013\n\n\nJune 2013"),
            [("Paths", "Survey the paths", "", "May 2013"), ("Paths", "Repair", "", "June 2013")],
        ),
        (
            ("Paths", "• Survey\n• Repair", "Clerk", "By the end\nof May 2013"),
            [("Paths", "• Survey • Repair", "Clerk", "By the end of May 2013")],
        ),
        (("Paths", "• Survey\n• Repair", "Clerk", ""), [("Paths", "• Survey • Repair", "Clerk", "")]),
        (
            ("Paths", "Survey the paths\nand repair them", "", "May 2013\nJune 2013"),
            [("Paths", "Survey the paths and repair them", "", "May 2013 June 2013")],
        ),
    ],
    ids=["numbers", "white space", "a date of two lines", "one owner for a list", "one sentence, two dates"],
)
def test_rows_of_a_list(cells: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    found = activities_apart([row(*cells)], 1, COMPLETE)
    assert [texts(r) for r in found.rows] == rows


def test_what_is_set_against_the_list_is_shared() -> None:
    found = activities_apart([row("Paths", "1. Survey\n2. Repair", "Clerk", "May 2013\nJune 2013")], 1, COMPLETE)
    assert found.shared == {0, 2}
