"""The ten questions of docs/warehouse.md, asked of the samples, with the answers that a reader of the plans gives.

The answers were taken from the expected records in samples/, which were stated by hand, not from what the views say.
"""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.warehouses import ask as ask_for
from tests.support.warehouses import do, held, load, tables_of

DOC = Path(__file__).parents[3] / "docs" / "warehouse.md"
ALDERMARSH, CASTLEMERE, HOLLINSHIRE = "Aldermarsh Council", "Castlemere District Council", "Hollinshire County Council"
RAVENSHOLT, WEXMOOR = "Ravensholt Metropolitan Council", "Wexmoor Borough Council"

ANSWERS: list[list[tuple[Any, ...]]] = [
    [
        ("2009-06-30", "Head of Highways", "Audit dropped kerbs on routes to schools"),
        (
            "2009-06-30",
            None,
            "Re-route the mechanical sweepers so that every shopping street is swept before 8am",
        ),
        ("2009-06-30", None, "Roll out garden waste collections to all remaining rounds"),
        (
            "2009-07-31",
            None,
            "Offer the assisted bin collection to every household that has a blue badge holder, "
            "and tell them how to ask for a larger container",
        ),
        ("2009-08-31", None, "Complete the survey of unclassified roads"),
        (
            "2009-09-30",
            None,
            "Replace broken litter bins in the four town centres and record each one on the asset register",
        ),
        ("2009-10-31", None, "Commence delivery of the fly-tipping campaign"),
        (
            "2009-10-31",
            "Head of Waste & Recycling",
            "Provide the waste calendar in large print, on tape and in the three languages that residents "
            "most often ask for: Bengali Polish Urdu",
        ),
        ("2009-12-31", None, "Agree a joint inspection rota with parish councils"),
        (
            "2009-12-31",
            "Head of Finance & Procurement",
            "Ask suppliers of agency staff to sign the council's equality statement (GES)",
        ),
        ("2009-12-31", None, "Build a business case for handheld devices for inspectors."),
    ],
    [
        ("2012-10-31", "action", "3.1", "Neil Farrow"),
        ("2012-10-31", "milestone", "D", None),
        ("2012-11-30", "milestone", "A", None),
        ("2012-12-31", "action", "1.3", "Tunde Okafor"),
        ("2012-12-31", "action", "2.1", "Priya Nair"),
    ],
    [
        (CASTLEMERE, "AD (People)", 12, 0),
        (CASTLEMERE, "SM (Pay)", 11, 0),
        (CASTLEMERE, "SM (L&D)", 6, 0),
        (RAVENSHOLT, "HR", 5, 0),
    ],
    [
        (ALDERMARSH, "2011/12", 26),
        (ALDERMARSH, "2012/13", 5),
        (CASTLEMERE, "2005/06", 10),
        (CASTLEMERE, "2006/07", 12),
        (CASTLEMERE, "2007/08", 5),
        (CASTLEMERE, "2008/09", 1),
        (HOLLINSHIRE, "2012/13", 18),
        (HOLLINSHIRE, "2013/14", 3),
        (RAVENSHOLT, "2014/15", 1),
        (WEXMOOR, "2009/10", 17),
        (WEXMOOR, "2010/11", 6),
        (WEXMOOR, "2011/12", 3),
    ],
    [
        (ALDERMARSH, 28, 2, 4),
        (CASTLEMERE, 41, 3, 13),
        (HOLLINSHIRE, 25, 13, 2),
        (RAVENSHOLT, 16, 1, 15),
        (WEXMOOR, 31, 15, 5),
    ],
    [
        ("fenbridge-performance-report-2006.pdf", "converted", 3),
        ("thornley-vale-leaders-statement-2010.pdf", "no_plan_table", 0),
    ],
    [
        ("half-yearly", ALDERMARSH, "action", None, None),
        ("monthly", ALDERMARSH, "action", "2011-05-01", None),
        ("quarterly", HOLLINSHIRE, "milestone", None, None),
        ("yearly", ALDERMARSH, "action", None, "2012-01-31"),
        ("yearly", WEXMOOR, "action", "2010-01-01", None),
        ("yearly", WEXMOOR, "action", None, "2010-04-30"),
        ("yearly", WEXMOOR, "action", None, None),
    ],
    [
        (ALDERMARSH, "B4", None, None),
        (ALDERMARSH, "D4", "2012-04-30", None),
        (HOLLINSHIRE, "1.1", "2013-12-31", "Maureen Ashby"),
        (HOLLINSHIRE, "4.1", "2013-03-31", "Helen Stott"),
        (WEXMOOR, None, "2010-01-31", None),
        (WEXMOOR, None, None, "Parks and Open Spaces Manager"),
        (WEXMOOR, None, None, None),
    ],
    [
        (ALDERMARSH, "D5", "2012-04-01", "2013-03-31", "Head of ICT"),
        (HOLLINSHIRE, "5.2", "2011-04-01", None, "Maureen Ashby"),
        (HOLLINSHIRE, "1.2", "2012-01-01", "2014-03-31", "Tunde Okafor"),
        (HOLLINSHIRE, None, "2012-04-01", "2012-08-31", None),
        (HOLLINSHIRE, "3.1", "2012-04-01", "2012-10-31", "Neil Farrow"),
        (HOLLINSHIRE, "1.3", "2012-04-01", "2012-12-31", "Tunde Okafor"),
        (HOLLINSHIRE, "2.2", "2012-04-01", "2013-03-31", "Jean Cartwright-Lowe"),
        (HOLLINSHIRE, "3.2", "2012-04-01", "2013-03-31", "Neil Farrow"),
        (HOLLINSHIRE, "4.1", "2012-04-01", "2013-03-31", "Helen Stott"),
        (HOLLINSHIRE, "B", "2012-04-01", "2013-03-31", None),
        (HOLLINSHIRE, None, "2012-04-01", "2013-03-31", None),
        (HOLLINSHIRE, "4.2", "2012-05-01", "2012-08-31", "Helen Stott"),
        (WEXMOOR, None, "2008-01-01", None, "Head of Policy and Performance"),
    ],
    [
        ("action", 1, "Send each budget holder a list of staff to confirm"),
        ("deadline_text/end", 1, "Monthly from May 2011"),
        ("owner_text", 1, "J. Whitty, Payroll Manager"),
        ("progress", 1, "Nine lists sent so far"),
    ],
]


def questions() -> list[str]:
    return re.findall(r"^```sql\n(.*?)```$", DOC.read_text(), re.DOTALL | re.MULTILINE)


def answers(to: str, sql: str) -> list[tuple[Any, ...]]:
    """The rows, dates as their ISO texts."""
    rows = ask_for(to, f"set search_path = 'planledger'; {sql}")
    return [tuple(cell.isoformat() if hasattr(cell, "isoformat") else cell for cell in row) for row in rows]


@pytest.fixture(params=["duckdb", "postgres"], scope="module")
def loaded(request: pytest.FixtureRequest, samples: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("questions")
    to = str(folder / "plans.duckdb") if request.param == "duckdb" else str(request.getfixturevalue("server"))
    load(samples, to)
    return to


def test_there_are_ten() -> None:
    assert len(questions()) == len(ANSWERS) == 10


@pytest.mark.parametrize("number", range(1, 11))
def test_the_answer_is_known(loaded: str, number: int) -> None:
    assert answers(loaded, questions()[number - 1]) == ANSWERS[number - 1]


def test_overdue_is_reckoned_from_today(loaded: str) -> None:
    """The samples lie in the past: all is overdue that has a date and does not go on."""
    sql = "select count(*) from actions_due where overdue <> (latest_due is not null and not ongoing)"
    assert answers(loaded, sql) == [(0,)]
    # By the samples' expected records: 13 times somebody leads a Hollinshire action that has a due date and ends.
    counted = f"select sum(overdue) from owner_workload where organisation = '{HOLLINSHIRE}'"
    assert answers(loaded, counted) == [(13,)]


def test_one_row_per_promise_and_per_document(loaded: str) -> None:
    assert answers(loaded, "select kind, count(*) from actions_due group by kind order by kind") == [
        ("action", 105),
        ("milestone", 8),
        ("step", 28),
    ]
    same = "select count(*), count(distinct document_id) from plan_coverage"
    assert answers(loaded, same) == [(7, 7)]
    assert answers(loaded, "select count(*) from plan_coverage where claimed_share between 0.9 and 1") == [(6,)]


def test_owners_from_the_row_above_lead_and_those_who_support_do_not(loaded: str) -> None:
    sql = "select owner, leads, supports, undated from owner_workload where organisation = '{}' and owner = '{}'"
    assert answers(loaded, sql.format(ALDERMARSH, "Leisure Contracts Manager")) == [
        ("Leisure Contracts Manager", 3, 0, 0)
    ]
    assert answers(loaded, sql.format(ALDERMARSH, "Treasury Team")) == [("Treasury Team", 0, 1, 0)]
    assert answers(loaded, sql.format(RAVENSHOLT, "T&D")) == [("T&D", 4, 0, 4)]


def test_quarters_add_up(loaded: str) -> None:
    sql = "select count(*) from deadlines_by_financial_year where q1 + q2 + q3 + q4 <> deadlines"
    assert answers(loaded, sql) == [(0,)]
    wexmoor = "select q1, q2, q3, q4, provisional, ongoing from deadlines_by_financial_year "
    assert answers(loaded, f"{wexmoor} where organisation = '{WEXMOOR}' and financial_year = '2009/10'") == [
        (3, 4, 5, 5, 1, 0)
    ]


def test_a_reader_may_be_let_in(loaded: str) -> None:
    """The grants of the documentation are SQL, and enough."""
    if "://" not in loaded:
        pytest.skip("DuckDB knows no roles")
    do(loaded, "create role council_reader", "grant usage on schema planledger to council_reader")
    do(loaded, "grant select on all tables in schema planledger to council_reader")
    assert ask_for(loaded, "set role council_reader; select count(*) from planledger.actions_due") == [(141,)]
    assert held(loaded)["records"]
    assert "actions_due" in tables_of(loaded)
