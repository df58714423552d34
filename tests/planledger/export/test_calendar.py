"""Calendars: which day each deadline gets, how it comes round, and that the file is what RFC 5545 asks for."""

from collections import Counter
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import islice
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from models import Deadline, Kind, PlanDocument, Record
from normalise import read_deadlines
from planledger.export.calendar import SUMMARY_LENGTH, Entry, LeftOut, entries, write_calendar
from planledger.export.recurrence import parsed, round_of
from planledger.export.rows import Wanted
from tests.planledger.export.test_neutral import TEXTS
from tests.planledger.export.test_rows import DOCUMENT, due, record
from tests.strategies import plans

PERIOD = (date(2009, 4, 1), date(2012, 3, 31))
ALL = Wanted(frozenset(Kind))


def plan_of(*records: Record, **document: object) -> PlanDocument:
    return PlanDocument(document=DOCUMENT.model_copy(update=document), records=records)


def written(*plans: PlanDocument, wanted: Wanted = ALL) -> bytes:
    file = BytesIO()
    write_calendar(plans, wanted, file)
    return file.getvalue()


def events(*plans: PlanDocument, wanted: Wanted = ALL) -> list[Any]:
    return list(Calendar.from_ical(written(*plans, wanted=wanted)).walk("VEVENT"))


def event(**deadline: object) -> Any:
    (found,) = events(plan_of(record(deadlines=[due(None, **deadline)])))
    return found


def days(found: Any, count: int = 4) -> list[str]:
    """The first days on which an event falls, as calendar programs reckon them."""
    first = found["dtstart"].dt
    rule = rrulestr(found["rrule"].to_ical().decode(), dtstart=datetime(first.year, first.month, first.day))
    return [day.date().isoformat() for day in islice(rule, count)]


def read(text: str, **document: object) -> Any:
    """The event of a deadline cell, as the program reads it."""
    deadlines = read_deadlines(text, PERIOD, "uk_financial")
    (found,) = events(plan_of(record(deadlines=deadlines), **document))
    return found


def test_a_deadline_is_an_event_of_a_whole_day() -> None:
    found = event(due_date="2010-03-31", start_date="2009-04-01")
    assert found["dtstart"].dt == date(2010, 3, 31)
    assert found["dtstart"].params["value"] == "DATE"
    assert "dtend" not in found
    assert "rrule" not in found
    assert found["uid"] == "r-0@planledger"
    assert found["dtstamp"].dt == datetime(2000, 1, 1, tzinfo=UTC)
    assert found["transp"] == "TRANSPARENT"


def test_it_says_what_by_whom_and_where_it_is_printed() -> None:
    owners = [{"name": "Head of Parks", "kind": "role", "rule": "x"}]
    told = due("2010-03-31", text="by March 2010", provisional=True, condition="subject to funding")
    (found,) = events(plan_of(record(ref="1.2", owners=owners, deadlines=[told], context=("Aim 1", "Homes, roads"))))
    assert found["summary"] == "1.2 Plant trees"
    assert found["description"].splitlines() == [
        "Plant trees",
        "Lead: Head of Parks",
        "Deadline as printed: by March 2010",
        "Condition: subject to funding",
        "Headings: Aim 1 > Homes, roads",
        "Plan: Housing Plan",
        "Organisation: Elmbury Council",
        "Source: plan.pdf, page 2",
        "Link: file:///plans/plan.pdf#page=2",
    ]
    assert (found["url"], found["status"]) == ("file:///plans/plan.pdf#page=2", "TENTATIVE")
    assert found.categories == ["Elmbury Council"]


def test_only_files_and_web_pages_become_the_url() -> None:
    (found,) = events(plan_of(record(deadlines=[due("2010-03-31")]), source_uri="javascript:alert(1)"))
    assert "url" not in found
    assert found["status"] == "CONFIRMED"


def test_a_long_action_is_shortened_in_the_title_alone() -> None:
    action = "Plant trees in every street " * 20
    (found,) = events(plan_of(record(action=action, deadlines=[due("2010-03-31")])))
    assert len(found["summary"]) <= SUMMARY_LENGTH
    assert found["summary"].endswith("…")
    assert action.strip() in found["description"]


def test_what_only_begins_says_so() -> None:
    found = event(start_date="2010-04-01", ongoing=True)
    assert (found["dtstart"].dt, found["summary"]) == (date(2010, 4, 1), "Begins: Plant trees")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Monthly from May 2011", ["2011-05-01", "2011-06-01", "2011-07-01", "2011-08-01"]),
        ("Annually from January 2010", ["2010-01-01", "2011-01-01", "2012-01-01", "2013-01-01"]),
        ("April 2010 and annually thereafter", ["2010-04-30", "2011-04-30", "2012-04-30", "2013-04-30"]),
        ("Monthly, January 2011", ["2011-01-31", "2011-02-28", "2011-03-31", "2011-04-30"]),
        ("Six-monthly, first by 30 June 2010", ["2010-06-30", "2010-12-30", "2011-06-30", "2011-12-30"]),
        ("Quarterly from 31 March 2011 to March 2012", ["2011-03-31", "2011-06-30", "2011-09-30", "2011-12-31"]),
        ("Quarterly until December 2009", ["2009-04-01", "2009-07-01", "2009-10-01"]),
        ("Annually by 31 March", ["2010-03-31", "2011-03-31", "2012-03-31"]),
        ("Annually (April)", ["2009-04-30", "2010-04-30", "2011-04-30"]),
        ("Half-yearly", ["2009-04-01", "2009-10-01", "2010-04-01", "2010-10-01"]),
    ],
)
def test_a_recurrence_comes_round_from_the_day_stated_or_with_the_plan(text: str, first: list[str]) -> None:
    assert days(read(text)) == first


def test_an_end_column_ends_the_recurrence_unless_it_is_ongoing() -> None:
    told = {"start_date": "2011-01-15", "due_date": "2011-03-31", "recurrence": "monthly", "rrule": "FREQ=MONTHLY"}
    assert days(event(**told), 9) == ["2011-01-15", "2011-02-15", "2011-03-15"]
    assert len(days(event(**told, ongoing=True), 9)) == 9


def test_a_leap_day_comes_every_year() -> None:
    found = event(due_date="2012-02-29", precision="month", recurrence="yearly", rrule="FREQ=YEARLY")
    assert days(found) == ["2012-02-29", "2013-02-28", "2014-02-28", "2015-02-28"]


@pytest.mark.parametrize(
    ("deadline", "why"),
    [
        (due(None, ongoing=True), LeftOut.ONGOING),
        (due(None, ongoing=True, recurrence="termly"), LeftOut.RECURRING),
        (due(None, recurrence="monthly", rrule="FREQ=MONTHLY"), LeftOut.RECURRING),
        (due(None, provisional=True), LeftOut.UNDATED),
    ],
)
def test_what_names_no_day_is_left_out_and_counted(deadline: dict[str, object], why: LeftOut) -> None:
    plan = plan_of(record(deadlines=[deadline, due("2010-03-31")]), period_start=None, period_end=None)
    left = write_calendar([plan], ALL, BytesIO())
    assert left == Counter([why])
    assert [found["uid"] for found in events(plan)] == ["r-1@planledger"]


def test_a_recurrence_that_ends_before_it_begins_is_its_last_day_alone() -> None:
    told = due("2009-01-31", recurrence="monthly", rrule="FREQ=MONTHLY;UNTIL=20090131")
    (found,) = events(plan_of(record(deadlines=[told])))
    assert found["dtstart"].dt == date(2009, 1, 31)
    assert "rrule" not in found


@pytest.mark.parametrize(
    "text",
    [
        *("", "FREQ=SECONDLY", "FREQ=DAILY;COUNT=3", "FREQ=DAILY;X=1", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY\nX:1"),
        *("FREQ=YEARLY;BYMONTH=13", "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=MONTHLY;BYMONTHDAY=-2"),
        "FREQ=DAILY;UNTIL=20091332",
    ],
)
def test_a_rule_that_is_not_ours_is_none(text: str) -> None:
    assert parsed(text) is None


def test_a_rule_that_names_no_day_of_any_year_ends() -> None:
    deadline = Deadline.model_validate(due("2010-01-01", rrule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))
    assert round_of(deadline, DOCUMENT) is None


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [(None, None, 2), ("2010-04-01", None, 1), (None, "2009-12-31", 0), ("2013-01-01", "2013-12-31", 1)],
)
def test_days_choose_events_and_rounds_that_touch_them(first: str | None, last: str | None, count: int) -> None:
    monthly = due("2010-03-31", recurrence="monthly", rrule="FREQ=MONTHLY")
    plan = plan_of(record(deadlines=[due("2010-03-31"), monthly]))
    span = [day and date.fromisoformat(day) for day in (first, last)]
    assert len(events(plan, wanted=Wanted(first=span[0], last=span[1]))) == count


def test_the_file_has_what_a_calendar_must_have() -> None:
    data = written(plan_of(record(deadlines=[due("2010-03-31")])))
    assert data.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert data.endswith(b"END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert "method" not in Calendar.from_ical(data)
    assert written() == written()


@st.composite
def nasty_plans(draw: st.DrawFn) -> PlanDocument:
    """A plan whose texts would break lines and parameters if they could."""
    plan = draw(plans())
    records = tuple(
        r.model_copy(update={"action": draw(TEXTS), "record_id": f"r{place}"}) for place, r in enumerate(plan.records)
    )
    return plan.model_copy(update={"records": records})


RULES = st.sampled_from(
    ["FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=2", "FREQ=DAILY"]
) | st.builds(
    "FREQ=YEARLY;BYMONTH={}{}".format,
    st.lists(st.integers(1, 12), min_size=1, max_size=3, unique=True).map(lambda m: ",".join(map(str, sorted(m)))),
    st.sampled_from(["", ";BYMONTHDAY=30", ";BYMONTHDAY=1", ";BYMONTHDAY=-1"]),
)


@given(nasty_plans())
def test_it_parses_back_to_the_same_days_and_texts(plan: PlanDocument) -> None:
    data = written(plan)
    wanted = [entry for entry in entries(plan, ALL) if isinstance(entry, Entry)]
    found = list(Calendar.from_ical(data).walk("VEVENT"))
    assert [(f["uid"], f["dtstart"].dt, str(f["summary"])) for f in found] == [(e.uid, e.day, e.title) for e in wanted]
    assert [str(f["description"]) for f in found] == [e.description for e in wanted]
    assert len({f["uid"] for f in found}) == len(found)
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(byte < 0x20 and byte != 9 for line in lines for byte in line)


@given(RULES, st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_a_rounds_first_day_is_one_of_its_rule(rule: str, start: date | None, ends: date) -> None:
    if start and ends < start:
        start, ends = ends, start
    deadline = Deadline(text="x", start_date=start, due_date=ends, recurrence="monthly", rrule=rule, rule="x")
    coming = round_of(deadline, DOCUMENT)
    if coming is None:
        return
    found = read_event(deadline)
    assert found["dtstart"].dt == coming.first
    assert days(found, 1) == [coming.first.isoformat()]
    if start:
        assert coming.rule.until == ends
        until = found["rrule"]["until"][0]
        assert (type(until), until) == (date, ends)
        assert all(start.isoformat() <= day <= ends.isoformat() for day in days(found, 50))


def read_event(deadline: Deadline) -> Any:
    (found,) = events(plan_of(record(deadlines=[deadline])))
    return found
