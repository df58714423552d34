"""Rows to records: groups, what stands under them, steps, and references between records."""

import pytest

from extract.raw import RawDocument
from models import Kind
from tests.support.plans import actions, governing, read_tables
from tests.support.printed import table

HEADER = "*Ref* | *Action* | *Lead* | *By when*"
TREES = "1.1 | Plant trees | Head of Parks | May 2010"
PROSE = "This part of the plan was written by officers with the help of many residents who came to our meetings in May"
SWINGS = "1.2 | Mend swings | Play Team | June 2010"


def under(document: RawDocument) -> dict[str, list[str]]:
    """For each action what it stands under."""
    return {r.action: governing(document, r) for r in document.records if r.kind is not Kind.GROUP}


GROUPS = {
    "numbered and bold": ("*1* | *Greener streets* | | ", "Greener streets", "1"),
    "numbered": ("1 | Greener streets | | ", "Greener streets", "1"),
    "across the columns": ("*Greener streets* | < | < | <", "Greener streets", None),
    "across the columns, not bold": ("Greener streets | < | < | <", "Greener streets", None),
    "a number beside a wide cell": ("1 | Greener streets | < | <", "Greener streets", "1"),
}


@pytest.mark.parametrize(("row", "text", "ref"), GROUPS.values(), ids=GROUPS.keys())
def test_a_heading_row_is_a_group(row: str, text: str, ref: str | None) -> None:
    found = read_tables(table(HEADER, row, TREES, SWINGS))
    group, *rows = found.records
    assert (group.kind, group.action, group.ref) == (Kind.GROUP, text, ref)
    assert [r.parent for r in rows] == [0, 0]


def test_the_next_group_ends_the_one_before() -> None:
    found = read_tables(table(HEADER, "*1* | *Greener* | | ", TREES, "*2* | *Safer* | | ", SWINGS))
    assert under(found) == {"Plant trees": ["Greener"], "Mend swings": ["Safer"]}


def test_a_group_straight_below_another_stands_under_it() -> None:
    found = read_tables(table(HEADER, "*Theme* | < | < | <", "*1* | *Greener* | | ", TREES))
    assert under(found) == {"Plant trees": ["Theme", "Greener"]}


def test_a_group_holds_over_a_page_break() -> None:
    found = read_tables(table(HEADER, "*1* | *Greener* | | ", TREES), table(HEADER, SWINGS))
    assert under(found)["Mend swings"] == ["Greener"]


@pytest.mark.parametrize(
    "row",
    [
        f"{PROSE} | < | < | <",
        "1 | Plant hedges | | May 2010",
        "1 | Plant hedges | Play Team | ",
    ],
    ids=["prose", "a date", "an owner"],
)
def test_other_rows_are_no_groups(row: str) -> None:
    found = read_tables(table(HEADER, row, TREES, widths=(40, 300, 100, 80)))
    assert Kind.GROUP not in {r.kind for r in found.records}


def test_a_heading_row_with_nothing_under_it_is_no_group() -> None:
    found = read_tables(table(HEADER, TREES, "Thank you for reading | < | < | <"))
    assert actions(found) == ["Plant trees"]
    assert [(r.text, r.reason) for r in found.residue] == [
        ("Thank you for reading", "text across the columns that heads no row")
    ]


def test_bands_and_headings_are_context() -> None:
    found = read_tables(table("*Theme A* | < | < | <", "*Aim: shade* | < | < | <", HEADER, TREES))
    assert found.records[0].context == ("Theme A", "Aim: shade")
    assert [e.text for e in found.records[0].evidence if e.field.startswith("context/")] == ["Theme A", "Aim: shade"]


STRATEGY = "*Strategy* | *Key actions* | *Lead*"


def test_sub_actions_under_years_are_steps() -> None:
    found = read_tables(
        table(
            STRATEGY,
            "Greener streets | 2004-05 / Plant trees / 2005-06 / Plant hedges | Head of Parks",
            "Safer parks | 2004-05 / Mend swings / 2005-06 | Play Team",
            widths=(120, 160, 100),
        )
    )
    rows = [(r.kind, r.action, r.end_text, r.owner_text, r.parent) for r in found.records]
    assert rows == [
        (Kind.ACTION, "Greener streets", None, "Head of Parks", None),
        (Kind.STEP, "Plant trees", "2004-05", "Head of Parks", 0),
        (Kind.STEP, "Plant hedges", "2005-06", "Head of Parks", 0),
        (Kind.ACTION, "Safer parks", None, "Play Team", None),
        (Kind.STEP, "Mend swings", "2004-05", "Play Team", 3),
    ]


def test_steps_go_on_over_a_page_break() -> None:
    found = read_tables(
        table(STRATEGY, "Greener streets | 2004-05 / Plant trees and | Head of Parks", widths=(120, 160, 100)),
        table(
            " | hedges / 2005-06 / Sow grass | ",
            "Safer parks | 2004-05 Mend swings | Play Team",
            widths=(120, 160, 100),
        ),
    )
    assert actions(found, Kind.STEP) == ["Plant trees and hedges", "Sow grass", "Mend swings"]
    assert [r.pages for r in found.records if r.kind is Kind.STEP] == [(1, 2), (2,), (2,)]


MILESTONES = "*Milestone* | < | < | *Date*"


@pytest.mark.parametrize(
    ("text", "parent"),
    [
        ("All trees planted (1.1)", "Plant trees"),
        ("Swings in use (ref. 1.2).", "Mend swings"),
        ("Gates open (9.9)", None),
        ("Gates open", None),
    ],
)
def test_a_milestone_stands_under_the_action_that_it_names(text: str, parent: str | None) -> None:
    found = read_tables(table(HEADER, TREES, SWINGS, MILESTONES, f"{text} | < | < | June 2011", widths=(60, 160)))
    milestone = found.records[-1]
    assert (milestone.kind, milestone.action) == (Kind.MILESTONE, text)
    assert governing(found, milestone) == ([parent] if parent else [])


def test_the_anchor_is_where_the_action_begins() -> None:
    found = read_tables(table(HEADER, TREES), table(SWINGS, left=50))
    assert [r.anchor[0] for r in found.records] == [1, 2]
    assert len({r.anchor for r in found.records}) == 2
    assert all(isinstance(place, int) for r in found.records for place in r.anchor)


@pytest.mark.parametrize(
    "rows",
    [
        ("*Budget line* | *2010* | *2011*", "Parks | £5,000 | £6,000"),
        ("*Post* | *Grade* | *FTE*", "Ranger | 6 | 2.0"),
        ("*Decision* | *Date*", "Budget | May 2010"),
        ("Plant trees | Head of Parks | May 2010", "Mend swings | Play Team | June 2010"),
    ],
    ids=["budget", "staffing", "decisions", "no header"],
)
def test_other_tables_yield_no_records_and_it_is_said_why(rows: tuple[str, ...]) -> None:
    found = read_tables(table(*rows))
    assert (found.records, found.residue, found.coverage.table_words) == ((), (), 0)
    (decided,) = found.tables
    assert (decided.page, decided.kind, decided.records) == (1, None, 0)
    assert decided.grounds in ("no header row", "no column says what is promised")


def test_it_is_said_what_each_column_was_taken_for() -> None:
    (decided,) = read_tables(table(HEADER, TREES)).tables
    assert (decided.kind, decided.records, decided.told_by) == (Kind.ACTION, 1, "rulings")
    assert {c.role for c in decided.columns} >= {"action", "owner", "deadline"}
    assert all(c.score > 0 for c in decided.columns if c.role != "other")
