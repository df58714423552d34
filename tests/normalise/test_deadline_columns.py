"""Start and end columns to one deadline, and running text to the dates that it promises."""

from datetime import date

import pytest

from normalise import deadlines_in_prose, join_deadlines
from tests.normalise.test_deadlines import PLAN, THREE_YEARS, written


@pytest.mark.parametrize(
    ("start", "end", "reading"),
    [
        ("April 2010", "March 2011", "2010-04-01..2011-03-31"),
        ("1/6/10", "30/9/10", "2010-06-01..2010-09-30"),
        ("2010/11", "2010/11", "2010-04-01..2011-03-31"),
        ("2010", "2011", "2010-01-01..2011-12-31"),
        ("May 2010", "Ongoing to March 2012", "2010-05-01..2012-03-31 ongoing"),
        ("May 2010", "Ongoing", "2010-05-01.. ongoing"),
        ("May 2010 (phase 1)", "Continuing into 2011", "2010-05-01.. ongoing"),
        ("May 2010", "March 2011 and onwards", "2010-05-01..2011-03-31 ongoing"),
        ("May 2010", "March 2011 onwards", "2010-05-01..2011-03-31 ongoing"),
        ("May 2010", "Quarterly", "2010-05-01.. quarterly"),
        ("May 2010", "TBC", "2010-05-01.. provisional"),
        ("May 2010 (subject to funding)", "March 2011", "2010-05-01..2011-03-31 provisional"),
        ("To be agreed with partners", "2011", "..2011-12-31 provisional"),
        ("TBC", "2010/11", "..2011-03-31 provisional"),
        ("In place", "Ongoing", ".. ongoing"),
        ("Autumn Term 2010", "Summer Term 2011", "2010-09-01..2011-07-31"),
        ("Sept 2011", "March 2011", "..2011-03-31"),
        ("May 2010", None, "2010-05-01.."),
        (None, "March 2011", "..2011-03-31"),
        ("April to June 2010", "", "2010-04-01..2010-06-30"),
        ("As required", "n/a", ""),
        (None, None, ""),
    ],
)
def test_two_columns_make_one_deadline(start: str | None, end: str | None, reading: str) -> None:
    assert written(join_deadlines(start, end, THREE_YEARS)) == reading


def test_the_joined_deadline_keeps_both_cells_words_and_rules() -> None:
    [deadline] = join_deadlines("From May 2010", "by 31 March 2011", PLAN)
    assert deadline.text == "From May 2010 | by 31 March 2011"
    assert deadline.edtf == "2010-05/2011-03-31"
    assert deadline.rule == "start_and_end+from+month_year+by+day_month_year"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Reach the bronze standard by January 2011", [date(2011, 1, 31)]),
        ("Open the new depot before 1 June 2010", [date(2010, 5, 31)]),
        ("Keep the service going until the end of March 2011", [date(2011, 3, 31)]),
        ("Pay all invoices within 30 days by Q4", [date(2011, 3, 31)]),
        ("Publish at the end of September", [date(2010, 9, 30)]),
        ("Refresh the strategy dated 2008 to 2012", []),
        ("Follow up the March 2010 report", []),
        ("Work led by Cllr May in 2010", []),
        ("Have a policy in place before assessment", []),
        ("Deliver the 2010/11 programme", []),
    ],
)
def test_prose_promises_by_before_until_and_end_of(text: str, due: list[date]) -> None:
    assert [d.due_date for d in deadlines_in_prose(text, PLAN)] == due
