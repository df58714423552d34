"""What the table at the end of a run and the listing of one document say."""

from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from models import Deadline, Evidence, Owner, Record, Residue, Status
from planledger.listing import print_listing
from planledger.outcome import Outcome
from planledger.report import print_problems, print_report
from planledger.terminal import one_line
from tests.planledger.conftest import converted


def console(width: int = 120) -> Console:
    return Console(file=StringIO(), width=width, markup=False, emoji=False, highlight=False, soft_wrap=True)


def printed(target: Console) -> str:
    assert isinstance(target.file, StringIO)
    return target.file.getvalue()


def report(*outcomes: Outcome, width: int = 120) -> list[str]:
    target = console(width)
    print_report(outcomes, "output", target)
    return printed(target).splitlines()


@pytest.mark.parametrize(
    ("claimed", "total", "said"),
    [
        (1000, 1000, "100.0 % of 1,000"),
        (9999, 10000, "99.9 % of 10,000"),
        (0, 8, "0.0 % of 8"),
        (2, 3, "66.6 % of 3"),
        (0, 0, "-"),
    ],
)
def test_words_accounted_for_are_never_rounded_up(claimed: int, total: int, said: str) -> None:
    lines = report(Outcome("a.pdf", Status.CONVERTED, pages=2, records=3, table_words=total, claimed_words=claimed))
    assert lines[1].split() == ["a.pdf", "2", "3", *said.split(), "0", "converted"]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.ENCRYPTED, "encrypted"),
        (Status.NOT_A_PDF, "not a PDF"),
        (Status.NEEDS_OCR, "needs OCR"),
        (Status.DAMAGED, "damaged"),
        (None, "not opened"),
    ],
)
def test_what_was_not_converted_says_its_status_in_the_table_and_its_reason_below(
    status: Status | None, said: str
) -> None:
    outcome = Outcome("a.pdf", status, "because of the weather")
    assert report(outcome)[1].split() == ["a.pdf", "-", "-", "-", "-", *said.split()]
    target = console()
    print_problems([outcome, Outcome("b.pdf", Status.CONVERTED)], target)
    assert printed(target) == "planledger: a.pdf: because of the weather\n"


def test_a_document_without_a_table_gives_its_reason() -> None:
    lines = report(Outcome("a.pdf", Status.NO_PLAN_TABLE, "its two tables are budgets", pages=4))
    assert lines[:3] == ["a.pdf", "  its two tables are budgets", ""]
    assert lines[4].split() == ["a.pdf", "4", "0", "-", "0", "no", "plan", "table"]


def test_every_warning_is_shown() -> None:
    lines = report(Outcome("a.pdf", Status.CONVERTED, warnings=("page 2 is upside down", "page 3 is blank")))
    assert lines[:4] == ["a.pdf", "  page 2 is upside down", "  page 3 is blank", ""]
    assert lines[5].split()[-2:] == ["2", "converted"]


def test_a_narrow_terminal_folds_names_and_keeps_figures() -> None:
    outcome = Outcome(
        "a-plan-with-a-long-name.pdf", Status.CONVERTED, pages=2, records=3, table_words=9, claimed_words=9
    )
    lines = report(outcome, width=76)
    assert "100.0 % of 9" in lines[1]
    assert "converted" in lines[1]
    assert "".join(line.split()[0] for line in lines[1:4] if line.strip()).startswith(outcome.name)


def test_names_cannot_steer_the_terminal() -> None:
    lines = report(Outcome("a\n\x1b[2Jb.pdf", Status.CONVERTED))
    assert lines[1].startswith(r"a\n\x1b[2Jb.pdf")


@given(st.text())
def test_one_line_is_one_printable_line(text: str) -> None:
    assert one_line(text).isprintable()
    assert one_line(text) == text or not text.isprintable()


def listing(*records: Record, **extra: object) -> list[str]:
    target = console(160)
    plan = converted(b"", "plan.pdf", "file:///plan.pdf").model_copy(update={"records": records, **extra})
    print_listing(plan, target)
    return [" ".join(line.split()) for line in printed(target).splitlines()]


def record(**fields: object) -> Record:
    evidence = Evidence(field="action", page=3, bbox=(0, 0, 1, 1), text="x")
    given = {"record_id": "r", "kind": "action", "action": "Plant trees", "page": 3, "pages": (3,), "confidence": 1}
    return Record(**{**given, "evidence": (evidence,), **fields})


@pytest.mark.parametrize(
    ("deadline", "said"),
    [
        ({"due_date": date(2009, 3, 31)}, "by 31 March 2009"),
        ({"start_date": date(2008, 4, 1), "ongoing": True}, "from 1 April 2008, ongoing"),
        ({"recurrence": "yearly", "provisional": True}, "yearly, provisional"),
        ({}, "in due course"),
    ],
)
def test_a_deadline_is_said_in_words(deadline: dict, said: str) -> None:
    (when,) = (Deadline(text="in due course", rule="r", **deadline),)
    assert any(line.endswith(said) for line in listing(record(deadlines=(when,))))


def test_owners_lead_or_support_and_unread_cells_stand_as_printed() -> None:
    owners = (
        Owner(name="Head of Parks", kind="role", rule="r"),
        Owner(name="Police", kind="team", part="support", rule="r"),
    )
    lines = listing(record(ref="1.2", owners=owners), record(owner_text="see above", deadline_text="soon"))
    assert "3 action 1.2 Plant trees Head of Parks" in lines
    assert "with Police" in lines
    assert "3 action Plant trees see above soon" in lines


def test_records_stand_under_their_headings_and_residue_is_counted() -> None:
    rest = Residue(page=1, bbox=(0, 0, 1, 1), text="two words", reason="outside the grid")
    contexts = (("Aim 1", "Parks"), ("Aim 1", "Parks"), ("Aim 1", "Roads"), ("Aim 1",), ("Aim 2", "Roads"), ())
    lines = listing(*(record(context=context) for context in contexts), residue=(rest,))
    headings = [line for line in lines if line in {"Aim 1", "Aim 2", "Parks", "Roads"}]
    assert headings == ["Aim 1", "Parks", "Roads", "Aim 1", "Aim 2", "Roads"]
    assert sum(line.startswith("3 action") for line in lines) == len(contexts)
    assert any(line.startswith("2 words") for line in lines)
