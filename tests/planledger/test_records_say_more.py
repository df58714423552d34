"""Records with what a document says of its owners and dates besides: initials written out, dates that are none."""

from datetime import date

import pytest

from extract.raw import RawRecord
from models import Evidence, Kind, Record
from normalise import DocumentFacts
from planledger.initials import write_out_initials
from planledger.records import read_records

FACTS = DocumentFacts(
    title=None,
    title_rule="",
    organisation=None,
    organisation_code=None,
    organisation_rule="",
    period_start=date(2012, 4, 1),
    period_end=date(2013, 3, 31),
    period_rule="",
    calendar="uk_financial",
    calendar_rule="",
)


def read(owner: str = "", deadline: str = "", action: str = "Mend roofs") -> Record:
    evidence = Evidence(field="action", page=1, bbox=(0, 0, 9, 9), text=action)
    raw = RawRecord(
        kind=Kind.ACTION,
        action=action,
        page=1,
        pages=(1,),
        anchor=(1, 0, 0),
        owner_lines=owner or None,
        owner_text=owner or None,
        end_text=deadline or None,
        evidence=(evidence,),
    )
    [record] = read_records([raw], "0" * 64, FACTS)
    return record


@pytest.mark.parametrize("text", ["31 June 2012", "31 June 2012 and 31 July 2012", "Q5"])
def test_an_impossible_date_is_flagged(text: str) -> None:
    record = read(deadline=text)
    assert "impossible_date" in record.flags
    assert record.confidence < 0.8
    assert all(d.due_date != date(2012, 6, 30) for d in record.deadlines)


def test_a_sound_date_is_not_flagged() -> None:
    assert read(deadline="30 June 2012").flags == ()


def test_initials_are_written_out_as_the_document_defines_them() -> None:
    record = read(owner="Head of OD")
    [said] = write_out_initials([record], ["The work of Organisational", "Development (OD) goes on."])
    assert [o.expanded for o in said.owners] == ["Head of Organisational Development"]
    assert said.model_copy(update={"owners": record.owners}) == record
    assert write_out_initials([record], ["OD goes on."]) == (record,)


def test_a_cell_that_defines_them_goes_before_the_running_text() -> None:
    records = [read(owner="Head of OD", action="Set up an Office of Design (OD)")]
    [said] = write_out_initials(records, ["Organisational Development (OD)"])
    assert said.owners[0].expanded == "Head of Office of Design"


def test_the_holder_of_a_post_is_named() -> None:
    assert [(o.kind, o.person) for o in read(owner="Head of HR (J Smith)").owners] == [("role", "J Smith")]
