"""Label and value rows are one row; so are lines that begin with labels."""

import pytest

from extract.labels import labelled_forms
from tests.support.plans import read_tables
from tests.support.printed import NO_WORDS, lines, table

FORM = (
    "*Finding* | Keys were lent",
    "*Agreed action* | Keep a register",
    "*Owner* | Clerk",
    "*Target date* | May 2010",
)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (FORM, [("Keep a register", "Clerk", "May 2010")]),
        (FORM[1:], [("Keep a register", "Clerk", "May 2010")]),
        (("*Keep a register* | <", "Lead | Clerk", "Deadline | May 2010"), [("Keep a register", "Clerk", "May 2010")]),
        (("Name | Ada Lowe", "Telephone | 01632 960001", "Office | The old school"), []),
        (("Lead | Clerk", "Deadline | May 2010"), []),
    ],
    ids=["a form", "without a finding", "under a title", "a card", "no promise"],
)
def test_forms(rows: tuple[str, ...], expected: list[tuple[str, str, str]]) -> None:
    found = read_tables(table(*rows, widths=(150.0, 300.0))).records
    assert [(r.action, r.owner_text, r.deadline_text) for r in found] == expected


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Action: Keep a register\nOwner: Clerk\nDeadline: May 2010", [["Action:", "Owner:", "Deadline:"]]),
        ("Action: Keep a register\nof all keys\nOwner: Clerk\nDeadline: May", [["Action:", "Owner:", "Deadline:"]]),
        ("Present: Cllr Dawes\nIn the chair: Cllr Orme\nDate: May 2010", []),
        ("Action: Keep a register\nOwner: Clerk", []),
    ],
    ids=["three labels", "a value of two lines", "minutes", "two labels"],
)
def test_lines_that_begin_with_labels(text: str, labels: list[list[str]]) -> None:
    found = labelled_forms(1, lines(text), NO_WORDS)
    assert [[" ".join(w.text for w in c.words) for c in t.cells if c.column == 0] for t in found] == labels
