"""Drawn rows to logical rows: one promise, one record."""

import pytest

from tests.support.plans import actions, read_tables
from tests.support.printed import table

HEADER = "*Action* | *Lead* | *By when* | *Outcome*"

TABLES: dict[str, tuple[tuple[str, ...], list[str], list[tuple[str | None, str | None, str | None]]]] = {
    "one row each": (
        ("Plant trees | Head of Parks | May 2010 | Shade", "Mend swings | Play Team | June 2010 | Joy"),
        ["Plant trees", "Mend swings"],
        [("Head of Parks", "May 2010", "Shade"), ("Play Team", "June 2010", "Joy")],
    ),
    "a cell merged down belongs to every row": (
        ("Plant trees | Head of Parks | May 2010 | Shade", "Mend swings | ^ | June 2010 | ^"),
        ["Plant trees", "Mend swings"],
        [("Head of Parks", "May 2010", "Shade"), ("Head of Parks", "June 2010", "Shade")],
    ),
    "a cell left empty stays empty": (
        ("Plant trees | Head of Parks | May 2010 | Shade", "Mend swings | | June 2010 | "),
        ["Plant trees", "Mend swings"],
        [("Head of Parks", "May 2010", "Shade"), (None, "June 2010", None)],
    ),
    "a row drawn in two": (
        ("Plant trees in the north | Head of Parks | May 2010 | Shade", "^ | ^ | ^ | Birds"),
        ["Plant trees in the north"],
        [("Head of Parks", "May 2010", "Shade Birds")],
    ),
    "activities set beside several owners": (
        ("Plant trees and mend swings | Head of Parks | May 2010 | Joy", "^ | Play Team | June 2010 | ^"),
        ["Plant trees and mend swings", "Plant trees and mend swings"],
        [("Head of Parks", "May 2010", "Joy"), ("Play Team", "June 2010", "Joy")],
    ),
    "empty and template rows": (
        ("Plant trees | Head of Parks | May 2010 | Shade", " | | | ", "N/A | | | ", "- | - | - | -"),
        ["Plant trees"],
        [("Head of Parks", "May 2010", "Shade")],
    ),
}


@pytest.mark.parametrize(("rows", "expected", "beside"), TABLES.values(), ids=TABLES.keys())
def test_each_promise_is_one_record(
    rows: tuple[str, ...], expected: list[str], beside: list[tuple[str | None, str | None, str | None]]
) -> None:
    found = read_tables(table(HEADER, *rows))
    assert actions(found) == expected
    assert [(r.owner_text, r.end_text, r.outcome) for r in found.records] == beside


def test_every_row_of_a_merged_cell_has_it_as_evidence() -> None:
    found = read_tables(
        table(HEADER, "Plant trees | Head of Parks | May 2010 | Shade", "Mend swings | ^ | June 2010 | ^")
    )
    first, second = ({e.field: e.bbox for e in r.evidence} for r in found.records)
    assert first["owner_text"] == second["owner_text"]
    assert first["action"] != second["action"]
