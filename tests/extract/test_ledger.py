"""Each word of a plan table is claimed, a header's, or residue; random tables too."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.accounted import account_of, stated_account
from tests.support.any_tables import any_tables
from tests.support.plans import on_pages, read, read_tables
from tests.support.printed import table

HEADER = "*Ref* | *Action* | *Lead* | *By when* | *Cost*"


def test_the_words_of_a_row_are_claimed() -> None:
    found = read_tables(table(HEADER, "1 | Plant trees | Head of Parks | May 2010 | £500"))
    assert (found.coverage.table_words, found.coverage.claimed_words, found.coverage.header_words) == (9, 9, 6)
    assert found.residue == ()


def test_a_row_without_an_action_is_left_over() -> None:
    found = read_tables(table(HEADER, "1 | Plant trees | Play Team | May 2010 | £500", "Total | | | | £500"))
    assert {(r.text, r.reason) for r in found.residue} == {
        ("Total", "row without an action"),
        ("£500", "row without an action"),
    }
    assert found.coverage.table_words - found.coverage.claimed_words == 2


def test_a_repeated_header_is_counted_each_time() -> None:
    row = "1 | Plant trees | Head of Parks | May 2010 | £500"
    found = read_tables(table(HEADER, row), table(HEADER, row.replace("1", "2", 1)))
    assert found.coverage.header_words == 12


def test_a_table_is_counted_as_a_whole_or_not_at_all() -> None:
    """On the first page a list under years makes no plan; the block that it is part of reaches into the second."""
    years = " | • 2004-05 / Agree rules / 2005-06 / Apply rules | | | "
    row = "9 | Prune hedges | Play Team | July 2011 | £7"
    theme = "Theme: our parks | < | < | < | <"
    pages = on_pages(
        table(HEADER, " | 1 | | | ", years, theme, theme, HEADER, row), table(HEADER, years, theme, HEADER, row)
    )
    found = read(pages)
    evidence = [e for r in found.records for e in r.evidence]
    assert account_of(evidence, found.residue, pages) == stated_account(found.coverage)


@settings(deadline=None, max_examples=60)
@given(st.lists(any_tables(), min_size=1, max_size=2))
def test_the_sums_hold_for_any_table(drawn: list[tuple[str, ...]]) -> None:
    pages = on_pages(*(table(*rows) for rows in drawn))
    found = read(pages)
    evidence = [e for r in found.records for e in r.evidence]
    assert account_of(evidence, found.residue, pages) == stated_account(found.coverage)
