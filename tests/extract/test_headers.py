"""Rows of a table to headers and bands."""

import pytest

from extract.headers import header_end, is_band
from tests.support.printed import NO_WORDS, table

HEADERS = {
    "bold": (("*Action* | *Lead* | *By when*", "Plant trees | Head of Parks | May 2010"), 0),
    "plain, three known columns": (("Action | Lead | By when", "Plant trees | Head of Parks | May 2010"), 0),
    "plain, two sure columns": (("Action | By when", "Plant trees | May 2010"), 0),
    "two drawn rows": (
        ("*Action* | *Lead* | *Target* | <", "^ | ^ | *2010* | *2011*", "Plant trees | Head of Parks | 10 | 20"),
        1,
    ),
    "a second row under a span": (
        ("*Risk* | *Mitigation* | *Scores* | <", "*Likelihood* | *Impact* | *Gross* | *Net*", "Fire | Alarms | 4 | 2"),
        0,
    ),
    "bold, hardly known, plain rows below": (
        ("*Action* | *Borough* | *Ward* | *Colour*", "Plant trees | Ashmo | North | Green"),
        0,
    ),
    "a body row": (("Plant trees | Head of Parks | May 2010", "Mend swings | Play Team | June 2010"), None),
    "a numbered body row": (("1 | Lead | By when", "2 | Action | Who"), None),
    "a band": (("*Priority 1: Action on litter* | < | <", "*Action* | *Lead* | *By when*"), None),
    "an empty row": ((" | | ", "Plant trees | Head of Parks | May 2010"), None),
    "unknown and plain": (("Colour | Shape | Size", "Red | Round | Small"), None),
    "one bold cell of a known word": (("*Actions* | ", "Plant trees | x"), 0),
    "one plain cell of a known word": (("Actions | ", "Plant trees | x"), None),
}


@pytest.mark.parametrize(("rows", "end"), HEADERS.values(), ids=HEADERS.keys())
def test_wording_and_weight_make_a_header(rows: tuple[str, ...], end: int | None) -> None:
    assert header_end(table(*rows), 0, NO_WORDS) == end


@pytest.mark.parametrize(
    ("header", "end"),
    [
        ("*Action* | *Lead* | *By when*", 1),
        ("Action | Lead | By when", 1),
        ("Action points | Lead the team | Date", None),
    ],
)
def test_a_header_among_rows_must_be_set_apart_or_leave_no_doubt(header: str, end: int | None) -> None:
    rows = table("Plant trees | Head of Parks | May 2010", header, "Mend swings | Play Team | June 2010")
    assert header_end(rows, 1, NO_WORDS, below_rows=True) == end


BANDS = {
    "all columns": ("Theme: our parks | < | <", True),
    "all but a reference": ("1.2 | Our parks | <", True),
    "words beside it": ("Parks team | Our parks | <", False),
    "not to the edge": ("Our parks | < | ", False),
    "a plain row": ("Plant trees | Head of Parks | May 2010", False),
    "one cell filled": ("Our parks | | ", False),
    "empty": (" | < | <", False),
    "bold, beside a sum": ("*Our parks* | < | £40,000", True),
}


@pytest.mark.parametrize(("row", "expected"), BANDS.values(), ids=BANDS.keys())
def test_a_band_stands_across_the_columns(row: str, expected: bool) -> None:
    assert is_band(table("a | b | c", row), 1) is expected


def test_a_cell_merged_down_into_the_row_makes_no_band() -> None:
    assert not is_band(table("a | b | c", "^ | wide | <"), 1)
