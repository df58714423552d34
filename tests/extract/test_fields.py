"""A row's cells to the fields of its record."""

import pytest

from extract.raw import RawRecord
from models import Kind
from tests.support.plans import read_tables
from tests.support.printed import table


def only(*rows: str) -> RawRecord:
    (record,) = read_tables(table(*rows)).records
    return record


def test_each_role_fills_its_field() -> None:
    record = only(
        "*Ref* | *Action* | *Lead* | *Start* | *Finish* | *Success criteria* | *Progress* | *Cost*",
        "1.1. | Plant trees | Head of Parks | May 2010 | June 2011 | More shade | Half done | £500",
    )
    assert (record.kind, record.ref, record.action) == (Kind.ACTION, "1.1", "Plant trees")
    assert (record.owner_text, record.owner_lines) == ("Head of Parks", "Head of Parks")
    assert (record.start_text, record.end_text, record.deadline_text) == (
        "May 2010",
        "June 2011",
        "May 2010 | June 2011",
    )
    assert (record.outcome, record.progress, dict(record.other)) == ("More shade", "Half done", {"Cost": "£500"})
    assert sorted(e.field for e in record.evidence) == [
        "action", "deadline_text/end", "deadline_text/start", "other/Cost", "outcome", "owner_text", "progress", "ref",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("owners", "lines"),
    [
        ("Head of Parks / Play Team", "Head of Parks\nPlay Team"),
        ("Head of the Street Cleansing Department", "Head of the Street Cleansing Department"),
        ("• Head of Parks / • Play Team", "Head of Parks\nPlay Team"),
    ],
    ids=["the writer's break", "the column's break", "bullets"],
)
def test_owners_keep_the_writer_s_line_breaks(owners: str, lines: str) -> None:
    """The other cell's text is as wide as the column."""
    other = "Mend swings | Director of Culture and Sport | May 2010"
    found = read_tables(
        table("*Action* | *Lead* | *By when*", f"Plant trees | {owners} | May 2010", other, widths=(90, 120))
    )
    record = found.records[0]
    assert record.owner_lines == lines
    assert record.owner_text == lines.replace("\n", " ")


@pytest.mark.parametrize(
    ("header", "row", "text"),
    [
        ("*Action* | *Start* | *Finish*", "Plant trees | May 2010 | ", "May 2010"),
        ("*Action* | *Start* | *Finish*", "Plant trees | | June 2011", "June 2011"),
        ("*Action* | *Target date* | *Revised date*", "Plant trees | May 2010 | June 2011", "June 2011"),
        ("*Action* | *Target date* | *Revised date*", "Plant trees | May 2010 | N/A", "May 2010"),
        ("*Action* | *Target date* | *Revised date*", "Plant trees | May 2010 | ", "May 2010"),
    ],
)
def test_the_deadline_is_the_latest_word_of_the_date_columns(header: str, row: str, text: str) -> None:
    assert only(header, row).deadline_text == text


@pytest.mark.parametrize(
    ("header", "row", "other"),
    [
        ("*Action* | *Lead* | *Cost* | *Cost*", "Plant trees | Play Team | £5 | £7", {"Cost": "£5", "Cost (2)": "£7"}),
        ("*Action* | *Lead* | *Progress*", "Plant trees | Play Team | -", {"Progress": "-"}),
        ("*Action* | *Lead* | *Partners*", "Plant trees | Play Team | Ashmo Trust", {"Partners": "Ashmo Trust"}),
        ("*Action* | *Lead* | *Colour*", "Plant trees | Play Team | Green", {"Colour": "Green"}),
        ("*Action* | *Lead* | *Colour*", "Plant trees | Play Team | ", {}),
    ],
)
def test_no_column_is_dropped(header: str, row: str, other: dict[str, str]) -> None:
    assert dict(only(header, row).other) == other


@pytest.mark.parametrize(
    ("row", "action", "flags"),
    [
        ("Bare streets | Plant trees | Play Team", "Plant trees", ()),
        ("Bare streets | | Play Team", "Bare streets", ("action_from_issue",)),
        ("Bare streets | N/A | Play Team", "Bare streets", ("action_from_issue",)),
    ],
)
def test_an_empty_action_falls_back_on_the_issue(row: str, action: str, flags: tuple[str, ...]) -> None:
    record = only("*Issue* | *Action* | *Lead*", row)
    assert (record.action, record.flags) == (action, flags)


@pytest.mark.parametrize(
    ("row", "ref", "action"),
    [
        ("1.2 Plant trees | Play Team | May 2010", "1.2", "Plant trees"),
        ("4) Plant trees | Play Team | May 2010", "4", "Plant trees"),
        ("Plant trees | Play Team | May 2010", None, "Plant trees"),
    ],
)
def test_a_number_that_opens_the_action_is_the_ref(row: str, ref: str | None, action: str) -> None:
    record = only("*Action* | *Lead* | *By when*", row)
    assert (record.ref, record.action) == (ref, action)


def test_marks_under_quarters_are_dates() -> None:
    record = only("*Action* | *Lead* | *Q1* | *Q2* | *Q3* | *Q4*", "Plant trees | Play Team | X | | X | ")
    assert record.marked == ("Q1", "Q3")
    assert record.deadline_text == "X | X"
    assert [e.text for e in record.evidence if e.field.startswith("deadline_text/")] == ["X", "X"]


@pytest.mark.parametrize(
    ("header", "row", "kind", "outcome"),
    [
        ("*Risk* | *Mitigation* | *Owner*", "Fire | Test the alarms | Play Team", Kind.RISK, "Test the alarms"),
        ("*Performance indicator* | *Baseline* | *Target*", "Trees alive | 80% | 90%", Kind.INDICATOR, "90%"),
        ("*Milestone* | *Lead* | *Date*", "Trees planted | Play Team | May 2010", Kind.MILESTONE, None),
    ],
)
def test_each_kind_has_its_outcome(header: str, row: str, kind: Kind, outcome: str | None) -> None:
    record = only(header, row)
    assert (record.kind, record.outcome) == (kind, outcome)


@pytest.mark.parametrize(
    ("row", "outcome", "other"),
    [
        ("Trees alive | 90% | ", "90%", {}),
        ("Trees alive | 90% | 95%", None, {"Target 2010": "90%", "Target 2011": "95%"}),
    ],
)
def test_only_a_sole_target_is_the_outcome(row: str, outcome: str | None, other: dict[str, str]) -> None:
    record = only("*Indicator* | *Target 2010* | *Target 2011*", row)
    assert (record.outcome, dict(record.other)) == (outcome, other)


@pytest.mark.parametrize(
    ("header", "row", "texts"),
    [
        (
            "*Issue* | *Action* | *Lead*",
            "Bare by May 2010 | Plant by June | Play Team",
            ["Plant by June", "Bare by May 2010"],
        ),
        ("*Action* | *Lead* | *By when*", "Plant by June 2010 | Play Team | ", []),
    ],
)
def test_a_date_may_stand_in_the_text_only_where_no_column_holds_it(header: str, row: str, texts: list[str]) -> None:
    assert [loose.text for loose in only(header, row).loose_dates] == texts
