"""Plans to rows: which records, what their owners and deadlines come to, and the link to the page."""

from datetime import date

import pytest

from models import Deadline, Document, Kind, Owner, PlanDocument, Record
from planledger.export.links import clickable, page_link
from planledger.export.rows import ActionRow, Wanted, action_rows

DOCUMENT = Document(
    document_id="0" * 64,
    source_name="plan.pdf",
    source_uri="file:///plans/plan.pdf",
    source_bytes=1,
    status="converted",
    title="Housing Plan",
    organisation="Elmbury Council",
    period_start=date(2009, 4, 1),
    period_end=date(2012, 3, 31),
    page_count=3,
    reader_version="1",
)


def record(name: str = "r", **told: object) -> Record:
    given = {"kind": "action", "action": "Plant trees", "page": 2, "pages": (2,), "confidence": 1, "evidence": ()}
    return Record.model_validate({"record_id": name, **given, **told})


def rows(*records: Record, wanted: Wanted | None = None) -> list[ActionRow]:
    return list(action_rows(PlanDocument(document=DOCUMENT, records=records), wanted or Wanted()))


def due(day: str | None, **told: object) -> dict[str, object]:
    return {"text": "x", "due_date": day, "rule": "x", **told}


def test_a_row_tells_plan_action_page_and_link() -> None:
    (row,) = rows(record(ref="1.2", context=("Aim 1", "Homes"), outcome="More trees", flags=("a", "b"), confidence=0.5))
    assert (row.plan, row.organisation, row.period_start) == ("Housing Plan", "Elmbury Council", date(2009, 4, 1))
    assert (row.headings, row.ref, row.action, row.outcome) == ("Aim 1 > Homes", "1.2", "Plant trees", "More trees")
    assert (row.flags, row.confidence, row.page, row.source) == ("a; b", 0.5, 2, "plan.pdf")
    assert row.link == "file:///plans/plan.pdf#page=2"


def test_what_somebody_is_to_do_is_exported_and_other_kinds_where_asked_for() -> None:
    records = [record(kind.value, kind=kind) for kind in Kind]
    assert [row.kind for row in rows(*records)] == ["action", "step", "milestone", "commitment"]
    assert [row.kind for row in rows(*records, wanted=Wanted(frozenset({Kind.RISK})))] == ["risk"]


def test_a_step_names_the_action_that_it_is_part_of() -> None:
    step = record("s", kind="step", parent_id="r", action="Dig holes")
    assert [row.part_of for row in rows(record(), step)] == [None, "Plant trees"]


def test_owners_stand_by_their_part() -> None:
    owners = [
        Owner(name="Head of Parks", person="Ann Reed", kind="role", rule="x"),
        Owner(name="Parks Team", kind="team", rule="x"),
        Owner(name="Friends of the Park", kind="organisation", part="support", rule="x"),
    ]
    (row,) = rows(record(owners=owners, owner_text="HoP (Ann Reed), Parks Team with Friends"))
    assert row.lead == "Head of Parks (Ann Reed); Parks Team"
    assert row.support == "Friends of the Park"
    assert row.owner_printed == "HoP (Ann Reed), Parks Team with Friends"


def test_of_several_deadlines_the_earliest_start_and_the_latest_due_day_stand() -> None:
    deadlines = [
        due("2010-03-31", start_date="2009-06-01", precision="month", recurrence="yearly", rrule="FREQ=YEARLY"),
        due("2011-06-30", precision="quarter", ongoing=True),
        due(None, start_date="2009-05-01", precision="day", recurrence="monthly", provisional=True),
    ]
    (row,) = rows(record(deadlines=deadlines, deadline_text="as printed"))
    assert (row.earliest_start, row.latest_due, row.precision) == (date(2009, 5, 1), date(2011, 6, 30), "quarter")
    assert (row.ongoing, row.provisional, row.recurrence) == (True, True, "yearly; monthly")
    assert row.deadline_printed == "as printed"


def test_without_a_due_day_the_precision_is_that_of_the_start() -> None:
    (row,) = rows(record(deadlines=[due(None, start_date="2009-05-01", precision="month")]))
    assert (row.latest_due, row.precision) == (None, "month")


@pytest.mark.parametrize(
    ("first", "last", "kept"),
    [
        (None, None, True),
        (date(2010, 3, 31), date(2010, 3, 31), True),
        (date(2010, 4, 1), None, False),
        (None, date(2010, 3, 30), False),
    ],
)
def test_days_choose_by_the_latest_due_day(first: date | None, last: date | None, kept: bool) -> None:
    dated = record(deadlines=[Deadline.model_validate(due("2010-03-31", start_date="2009-01-01"))])
    undated = record("undated")
    found = [row.record_id for row in rows(dated, undated, wanted=Wanted(first=first, last=last))]
    assert ("r" in found) == kept
    assert ("undated" in found) == (first is None and last is None)


@pytest.mark.parametrize(
    ("uri", "link"),
    [
        ("file:///plans/a%20b.pdf", "file:///plans/a%20b.pdf#page=3"),
        ("https://elmbury.example/plan.pdf?v=2#top", "https://elmbury.example/plan.pdf?v=2#page=3"),
        ("s3://archive/plan.pdf", "s3://archive/plan.pdf"),
        ("zip://plan.pdf::file:///plans.zip", "zip://plan.pdf::file:///plans.zip"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_a_link_opens_the_source_at_the_page_where_a_viewer_can(uri: str, link: str) -> None:
    assert page_link(uri, 3) == link


@pytest.mark.parametrize("uri", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "\\\\host\\share", "x", ""])
def test_nothing_that_runs_can_be_clicked(uri: str) -> None:
    assert not clickable(uri)
