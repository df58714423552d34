"""Columns with sample cells to roles."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.assignment import LEAST, UNIQUE, assign_roles, content_of, year_label
from extract.columns import Column
from extract.roles import Role, header_roles
from tests.support.printed import TESTS

LONG = [
    "Plant two hundred street trees in the north of the borough",
    "Open the depot gates an hour earlier in winter months",
    "Ask residents which play areas should be mended first",
]
DATES = ["May 2010", "June 2011", "Ongoing"]
OWNERS = ["Head of Parks", "Director of Housing", "Play Team"]
LEVELS = ["High", "Medium", "Low"]


def columns(headers: Sequence[str]) -> list[Column]:
    return [Column(i, 100.0 * i, 100.0 * (i + 1), header, ()) for i, header in enumerate(headers)]


def roles(table: dict[str, Sequence[str]]) -> list[Role]:
    return list(assign_roles(columns(list(table)), list(table.values()), TESTS).roles)


TABLES: dict[str, tuple[dict[str, Sequence[str]], list[Role]]] = {
    "plain": (
        {"Ref": ["1", "2", "3"], "Action": LONG, "Lead": OWNERS, "By when": DATES},
        [Role.REF, Role.ACTION, Role.OWNER, Role.DEADLINE],
    ),
    "a When over priorities": (
        {"Action": LONG, "Who": OWNERS, "Priority When?": LEVELS},
        [Role.ACTION, Role.OWNER, Role.PRIORITY],
    ),
    "a When over dates": (
        {"Action": LONG, "Who": OWNERS, "Priority When?": DATES},
        [Role.ACTION, Role.OWNER, Role.DEADLINE],
    ),
    "an Action column that holds the owners": (
        {"What we will do": LONG, "Action": OWNERS, "Date": DATES},
        [Role.ACTION, Role.OWNER, Role.DEADLINE],
    ),
    "a timeline of priorities": (
        {"Action": LONG, "Timeline": ["Priority 1", "Priority 2", "Priority 1"]},
        [Role.ACTION, Role.OTHER],
    ),
    "partners beside a lead": (
        {"Task": LONG, "Partners": ["Ashmo Trust", "Parish councils", "Police"], "Lead": OWNERS},
        [Role.ACTION, Role.SUPPORT, Role.OWNER],
    ),
    "partners without a lead": (
        {"Task": LONG, "Partners": ["Ashmo Trust", "Play Team", "Head of Parks"], "By when": DATES},
        [Role.ACTION, Role.OWNER, Role.DEADLINE],
    ),
    "texts under a strange header beside owners and dates": (
        {"What the street asked us for": LONG, "Lead": OWNERS, "By when": DATES},
        [Role.ACTION, Role.OWNER, Role.DEADLINE],
    ),
    "labels under a strange header beside owners and dates": (
        {"Grade": ["A", "B", "B"], "Lead": OWNERS, "By when": DATES},
        [Role.OTHER, Role.OWNER, Role.DEADLINE],
    ),
    "start and finish": (
        {"Task": LONG, "Start": DATES, "Finish": DATES},
        [Role.ACTION, Role.START, Role.DEADLINE],
    ),
    "lists under years": (
        {"Strategy": LONG, "Key actions": ["2004-05 Agree the rules", "2005-06 Apply the rules"], "Lead": OWNERS},
        [Role.ACTION, Role.STEPS, Role.OWNER],
    ),
    "marks under quarters": (
        {"Task": LONG, "Q1": ["X", "X"], "Q2": [], "Q3": ["X"]},
        [Role.ACTION, Role.MARK, Role.MARK, Role.MARK],
    ),
    "a column without a header": (
        {"Ref": ["1", "2", "3"], "": LONG, "Lead": OWNERS},
        [Role.REF, Role.ACTION, Role.OWNER],
    ),
    "numbers without a header": (
        {"": ["1.1", "1.2", "1.3"], "Action": LONG},
        [Role.REF, Role.ACTION],
    ),
    "several targets": (
        {"Indicator": LONG, "Target 2010": ["90%", "80%"], "Target 2011": ["95%", "85%"]},
        [Role.INDICATOR, Role.TARGET, Role.TARGET],
    ),
    "nothing known": ({"Colour": ["Red", "Green"], "Shape": ["Round", "Square"]}, [Role.OTHER, Role.OTHER]),
    "no columns": ({}, []),
}


@pytest.mark.parametrize(("table", "expected"), TABLES.values(), ids=TABLES.keys())
def test_headers_and_cells_together_say_what_columns_hold(
    table: dict[str, Sequence[str]], expected: list[Role]
) -> None:
    assert roles(table) == expected


def test_the_best_of_all_assignments_is_taken() -> None:
    """The header Lead is surest of the owner; the less sure column gives way rather than take the role first."""
    first = {"Officers responsible for support": ["Park wardens", "Play leaders"], "Lead": OWNERS}
    assert roles(first)[1] is Role.OWNER
    assert (
        roles({"Lead": OWNERS, "Officers responsible for support": ["Park wardens", "Play leaders"]})[0] is Role.OWNER
    )


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2004-05 Agree the rules", "2004-05"),
        ("2004/05", "2004/05"),
        ("2004 - 2005 Agree", "2004 - 2005"),
        ("• 2004–05: agree", "• 2004–05"),
        ("FY 2009/10 agree", "FY 2009/10"),
        ("1999-00 agree", "1999-00"),
        ("2004-06 Agree the rules", None),
        ("2004", None),
        ("May 2004-05", None),
        ("2004-051", None),
        ("", None),
    ],
)
def test_a_year_label_is_a_financial_year(text: str, label: str | None) -> None:
    assert year_label(text) == label


def test_the_look_of_a_column_counts_its_filled_cells() -> None:
    look = content_of(["May 2010", "", "Head of Parks", "1.2"], TESTS)
    assert look.filled == 3
    assert (look.deadlines, look.owners, look.refs) == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    assert look.words == pytest.approx(2)
    assert content_of([], TESTS).filled == 0


PHRASES = [
    "Action", "Key actions", "Lead", "Lead officer", "Who", "By whom", "When", "By when", "Date", "Start date",
    "Outcome", "Target", "Progress", "Priority", "Ref", "Risk", "Mitigating actions", "Issue", "Support", "Milestone",
    "Cost", "Lead and support", "Action and date", "Target date", "Priority actions", "Progress and outcome", "Colour",
    "",
]  # fmt: skip
HEADER_ROWS = st.lists(st.sampled_from(PHRASES), max_size=7)


def options(header: str) -> dict[Role, float]:
    """What a header alone says of a column without cells."""
    return {r: s for r, s in header_roles(header).items() if s >= LEAST and r is not Role.OTHER}


def first_match(headers: Sequence[str]) -> float:
    """The sum of scores where each column in turn takes its best free role."""
    total, used = 0.0, set[Role]()
    for header in headers:
        free = {r: s for r, s in options(header).items() if r not in used}
        if free:
            best = max(free, key=lambda r: free[r])
            total += free[best]
            used |= {best} & UNIQUE
    return total


@settings(deadline=None, max_examples=150)
@given(HEADER_ROWS)
def test_unique_roles_are_given_once_and_no_first_match_does_better(headers: list[str]) -> None:
    assigned = assign_roles(columns(headers), [[] for _ in headers], TESTS)
    unique = [r for r in assigned.roles if r in UNIQUE]
    assert len(unique) == len(set(unique))
    for header, role, score in zip(headers, assigned.roles, assigned.scores, strict=True):
        assert role is Role.OTHER or options(header)[role] == pytest.approx(score)
    assert sum(assigned.scores) >= first_match(headers) - 1e-9


@settings(deadline=None, max_examples=60)
@given(HEADER_ROWS.flatmap(lambda headers: st.tuples(st.just(headers), st.permutations(headers))))
def test_the_order_of_columns_changes_no_sum(orders: tuple[list[str], list[str]]) -> None:
    sums = [sum(assign_roles(columns(headers), [[] for _ in headers], TESTS).scores) for headers in orders]
    assert sums[0] == pytest.approx(sums[1])
