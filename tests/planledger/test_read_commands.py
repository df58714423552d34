"""read-date and read-owners: value, rule and other readings of one text."""

import json

import pytest
from typer.testing import CliRunner, Result

from planledger.cli import app
from planledger.errors import Exit


def planledger(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def test_a_date_is_shown_with_its_rule() -> None:
    result = planledger("read-date", "Ongoing to March 2012", "--plan-period", "2009-04-01/2012-03-31")
    assert result.exit_code == 0
    assert [line.split(maxsplit=1) for line in result.stdout.splitlines()[1:]] == [
        ["due", "2012-03-31"],
        ["precision", "month"],
        ["edtf", "../2012-03"],
        ["ongoing", "yes"],
        ["rule", "up_to+month_year+ongoing"],
    ]


def test_other_readings_are_shown() -> None:
    result = planledger("read-date", "FY10")
    assert "or          start 2010-04-01, due 2011-03-31  (year_beginning)" in result.stdout


def test_the_calendar_decides_the_quarter() -> None:
    due = [
        json.loads(planledger("read-date", "Q2/2019", "--json", "--calendar", calendar).stdout)["deadlines"][0][
            "due_date"
        ]
        for calendar in ("uk_financial", "calendar")
    ]
    assert due == ["2019-09-30", "2019-06-30"]


@pytest.mark.parametrize(
    ("text", "line"),
    [("as resources permit", "no deadline"), ("31 June 2012", "a date that does not exist is left out")],
)
def test_a_text_without_a_date_says_so(text: str, line: str) -> None:
    assert planledger("read-date", text).stdout.strip() == line


@pytest.mark.parametrize("period", ["2009", "2009-04-01", "2012-03-31/2009-04-01", "April/May", "2009-04-01/2010/2011"])
def test_a_period_that_is_none_is_a_usage_error(period: str) -> None:
    result = planledger("read-date", "Q4", "--plan-period", period)
    assert result.exit_code == Exit.USAGE
    assert result.stderr.startswith("planledger: --plan-period")


def test_owners_are_shown_with_their_kind_and_rule() -> None:
    result = planledger("read-owners", "Head of Finance (Ann Reed) with Payroll Team")
    assert result.exit_code == 0
    lines = [line.split(maxsplit=1) for line in result.stdout.splitlines()]
    assert ["person", "Ann Reed"] in lines
    assert ["kind", "team"] in lines
    assert ["part", "support"] in lines
    assert sum(line[0] == "rule" for line in lines) == 2


def test_owners_as_json() -> None:
    said = json.loads(planledger("read-owners", "Head of Finance", "--json").stdout)
    assert [(o["name"], o["kind"]) for o in said["owners"]] == [("Head of Finance", "role")]


@pytest.mark.parametrize(("text", "line"), [("TBC", "no owner"), ("Ditto", "the owners of the row above")])
def test_a_text_that_names_nobody_says_so(text: str, line: str) -> None:
    assert planledger("read-owners", text).stdout.strip() == line
