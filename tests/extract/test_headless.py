"""A block without a header is read by the plan before it, or by what its cells hold."""

import pytest

from extract.headless import roles_by_content
from tests.support.plans import actions, on_pages, read, read_tables
from tests.support.printed import TESTS, table

ACTIONS = ["Plant new trees along the main road", "Mend the swings in the park", "Put up a sign to the mill pond"]
OWNERS = ["Head of Parks", "Play Team", "Head of Highways"]
DATES = ["May 2010", "June 2010", "July 2010"]


@pytest.mark.parametrize(
    ("columns", "roles"),
    [
        ([["1", "2", "3"], ACTIONS, OWNERS, DATES], ["ref", "action", "owner", "deadline"]),
        ([ACTIONS, DATES, OWNERS], ["action", "deadline", "owner"]),
        ([["0.1", "0.2", "1.0"], DATES, OWNERS, ACTIONS], []),
        ([ACTIONS, OWNERS], []),
        ([["Council", "Planning", "Parks"], DATES, OWNERS], []),
        ([ACTIONS[:2], OWNERS[:2], DATES[:2]], []),
    ],
    ids=["numbered", "date first", "a list of versions", "no dates", "a list of meetings", "two rows"],
)
def test_what_cells_tell(columns: list[list[str]], roles: list[str]) -> None:
    assert [str(r) for r in roles_by_content(columns, TESTS).roles] == roles


def test_a_block_under_another_heading_takes_the_headers_of_the_plan_before_it() -> None:
    first = table("*Actions* | *Who* | *When*", "Plant trees | Head of Parks | May 2010")
    second = table("Mend swings | Play Team | June 2010", left=50, top=200)
    pages = on_pages(first, second)
    assert actions(read(pages)) == ["Plant trees", "Mend swings"]


def test_other_columns_take_no_headers() -> None:
    first = table("*Actions* | *Who* | *When*", "Plant trees | Head of Parks | May 2010")
    second = table("Red | Late | 3 | x", widths=(40.0, 60.0, 30.0, 30.0))
    assert actions(read_tables(first, second)) == ["Plant trees"]
