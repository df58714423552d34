"""The view of plans over time: the same in DuckDB and PostgreSQL, and as planledger diff where no text was reworded."""

from pathlib import Path
from typing import Any

import pytest

from models import PlanDocument, Precision
from planledger.diff.over_time import over_time
from tests.support.invented import Promise, dataset, plan
from tests.support.warehouses import ask, load

MONTH, YEAR = Precision.MONTH, Precision.FINANCIAL_YEAR
REPORT = "Report progress to the board"

FIRST = (
    Promise("Open a second waste site", "2010-03-31", owners=("Head of Waste",), ref="1.1"),
    Promise("Train all managers – in absence", "2010-03-31", MONTH, owners=("HR", "Finance"), ref="1.2"),
    Promise("Publish a tenancy handbook", "2009-12-31", ref="1.3"),
    Promise("Review the parking charges", "2009-12-31", ref="1.4"),
    Promise("Sell the depot", "2009-09-30", ref="1.5"),
    Promise("Audit the street lights", ref="1.6"),
    Promise("Plant a wood", "2010-03-31", ref="1.7"),
    Promise("Keep the register", "2010-03-31", ongoing=True, ref="1.8"),
    Promise("Agree the budget", "2010-02-28", ref="1.9"),
    Promise(REPORT, "2009-06-30", ref="2.1"),
    Promise(REPORT, "2009-07-31", ref="2.2"),
)
SECOND = (
    Promise(REPORT, "2010-07-31", ref="2.2"),
    Promise(REPORT, "2010-06-30", ref="2.1"),
    Promise("OPEN A SECOND WASTE SITE.", "2010-09-30", owners=("Head of Streets",), ref="3.1"),
    Promise("Train all managers in absence", "2010-03-12", owners=("Finance", "HR"), ref="3.2"),
    Promise("Publish a tenancy handbook", "2009-11-30", ref="3.3"),
    Promise("Review the parking charges", "2009-12-31", ref="3.4"),
    Promise("Audit the street lights", "2010-12-31", ref="3.6"),
    Promise("Plant a wood", ref="3.7"),
    Promise("Keep the register", "2011-03-31", ongoing=True, ref="3.8"),
    Promise("Agree the budget", "2010-03-31", YEAR, ref="3.9"),
    Promise("Hold four open days", ref="3.5"),
)


def view(to: str, columns: str, order: str = "1, 2") -> list[tuple[Any, ...]]:
    return ask(to, f"select {columns} from planledger.plans_over_time order by {order}")


@pytest.fixture
def years(tmp_path: Path, to: str) -> tuple[PlanDocument, PlanDocument]:
    """Two years' plans in the warehouse."""
    first = plan(*FIRST, title="Service Plan 2009/10", start=2009)
    second = plan(*SECOND, title="Service Plan 2010-11", start=2010)
    load(dataset(tmp_path / "years", [first, second]), to)
    return first, second


def test_each_promise_stands_once_with_what_became_of_it(years: tuple[PlanDocument, PlanDocument], to: str) -> None:
    found = view(to, "earlier_ref, later_ref, change, deadline, days_later, owners_changed", "coalesce(later_ref, '')")
    assert found == [
        ("1.5", None, "vanished", None, None, None),
        ("2.1", "2.1", "carried_over", "slipped", 365, False),
        ("2.2", "2.2", "carried_over", "slipped", 365, False),
        ("1.1", "3.1", "carried_over", "slipped", 183, True),
        ("1.2", "3.2", "carried_over", "more_exact", -19, False),
        ("1.3", "3.3", "carried_over", "brought_forward", -31, False),
        ("1.4", "3.4", "carried_over", "same", 0, False),
        (None, "3.5", "new", None, None, None),
        ("1.6", "3.6", "carried_over", "dated", None, False),
        ("1.7", "3.7", "carried_over", "undated", None, False),
        ("1.8", "3.8", "carried_over", "extended", 365, False),
        ("1.9", "3.9", "carried_over", "less_exact", 31, False),
    ]
    assert view(to, "distinct organisation, earlier_plan, later_plan, later_period_start", "1") == [
        ("Ambleford Borough Council", "Service Plan 2009/10", "Service Plan 2010-11", years[1].document.period_start)
    ]


def test_it_says_what_the_command_says(years: tuple[PlanDocument, PlanDocument], to: str) -> None:
    told = over_time(*years)
    found = view(to, "earlier_record_id, later_record_id, deadline", "2, 1")
    wanted = [(pair.old.record_id, pair.new.record_id, pair.deadline.move.value) for pair in told.carried]
    assert sorted(row for row in found if None not in row) == sorted(wanted)
    assert [row[0] for row in found if row[1] is None] == [entry.record_id for entry in told.vanished]
    assert [row[1] for row in found if row[0] is None] == [entry.record_id for entry in told.added]


def test_a_plan_follows_the_nearest_of_its_own_kind(tmp_path: Path, to: str) -> None:
    promise = Promise("Plant a wood")
    plans = [
        *(plan(promise, name=f"{year}.pdf", title=f"Service Plan {year}", start=year) for year in (2008, 2009, 2010)),
        plan(promise, title="Service Plan 2013", start=2013),
        plan(promise, title="People Strategy", start=2011),
        plan(promise, title="Service Plan 2011", organisation="Castlemere District Council", start=2011),
        plan(promise, title="Service Plan 2011"),
    ]
    load(dataset(tmp_path / "plans", plans), to)
    assert view(to, "earlier_plan, later_plan") == [
        ("Service Plan 2008", "Service Plan 2009"),
        ("Service Plan 2009", "Service Plan 2010"),
    ]
