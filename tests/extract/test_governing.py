"""Cells of earlier columns that span rows govern them, over page breaks too."""

import pytest

from tests.support.plans import governing, read_tables
from tests.support.printed import table

HEADER = "*Objective* | *Action* | *Lead* | *By when*"
FIRST = "Greener streets | Plant trees | Head of Parks | May 2010"
SECOND = "^ | Sow grass | Head of Parks | June 2010"
OTHER = "Safer parks | Mend swings | Play Team | July 2010"


def under(*tables: tuple[str, ...]) -> list[list[str]]:
    found = read_tables(*(table(*rows) for rows in tables))
    return [governing(found, r) for r in found.records]


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ([(HEADER, FIRST, SECOND, OTHER)], [["Greener streets"], ["Greener streets"], ["Safer parks"]]),
        (
            [(HEADER, FIRST, SECOND), (HEADER, " | Plant hedges | Head of Parks | July 2010", OTHER)],
            [["Greener streets"], ["Greener streets"], ["Greener streets"], ["Safer parks"]],
        ),
        (
            [
                (HEADER, "Greener streets and | Plant trees | Head of Parks | May 2010", SECOND),
                (HEADER, "squares | Plant hedges | Head of Parks | July 2010", OTHER),
            ],
            [["Greener streets and squares"]] * 3 + [["Safer parks"]],
        ),
        (
            [(HEADER, FIRST, SECOND), (HEADER, OTHER)],
            [["Greener streets"], ["Greener streets"], ["Safer parks"]],
        ),
    ],
    ids=["merged down", "blank on the next page", "cut by the page break", "ended by the page break"],
)
def test_each_row_names_what_governs_it(tables: list[tuple[str, ...]], expected: list[list[str]]) -> None:
    assert under(*tables) == expected


def test_a_column_of_single_cells_governs_nothing() -> None:
    found = read_tables(table(HEADER, FIRST, OTHER))
    assert [r.context for r in found.records] == [(), ()]
    assert [dict(r.other) for r in found.records] == [{"Objective": "Greener streets"}, {"Objective": "Safer parks"}]


def test_what_governs_a_row_has_its_evidence_on_its_own_page() -> None:
    found = read_tables(
        table(HEADER, FIRST, SECOND), table(HEADER, " | Plant hedges | Head of Parks | July 2010", OTHER)
    )
    carried = found.records[2]
    assert [(e.page, e.text) for e in carried.evidence if e.field == "context/0"] == [(1, "Greener streets")]
    assert carried.pages == (2,)
