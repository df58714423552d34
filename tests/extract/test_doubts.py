"""Rows to the flags that make their reading less sure."""

from dataclasses import replace

import pytest

from extract.page import Page, Word
from tests.support.plans import on_pages, read, read_tables
from tests.support.printed import table

HEADER = "*Ref* | *Action* | *Lead* | *By when*"
TREES = "1 | Plant trees along the ring road | Head of Parks | May 2010"
SWINGS = "2 | Mend the swings in the | Play Team | June 2010"


def test_a_plain_row_raises_no_doubt() -> None:
    assert [r.flags for r in read_tables(table(HEADER, TREES)).records] == [()]


def test_a_row_over_a_page_break_is_marked() -> None:
    found = read_tables(table(HEADER, TREES, SWINGS), table(" | slides | | ", "3 | Sow grass | Play Team | July 2010"))
    assert [r.flags for r in found.records] == [(), ("cut_row",), ()]


def test_a_word_over_a_rule_is_marked() -> None:
    (page,) = on_pages(table(HEADER, TREES, SWINGS))
    found = read([_with_overhang(page, "Plant")])
    assert [r.flags for r in found.records] == [("straddling_word",), ()]


def _with_overhang(page: Page, text: str) -> Page:
    """The page with a word pushed over the rule on its left, its middle still in its cell."""

    def pushed(word: Word) -> Word:
        return replace(word, box=word.box._replace(x0=word.box.x0 - 8)) if word.text == text else word

    return replace(page, words=tuple(map(pushed, page.words)))


def test_a_column_of_which_little_is_known_is_marked() -> None:
    header = "*Ref* | *Things that each group has in hand by way of action* | *Lead* | *By when*"
    (record,) = read_tables(table(header, TREES)).records
    assert record.flags == ("weak_role",)


@pytest.mark.parametrize("empty", ["1 | | | ", " | | | "])
def test_an_empty_row_is_no_record(empty: str) -> None:
    assert len(read_tables(table(HEADER, empty, TREES)).records) == 1
