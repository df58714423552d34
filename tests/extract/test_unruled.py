"""Tables that rules across, shading or white space alone set out."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.lines import lines_of
from extract.page import Fill, Page
from extract.raw import RawDocument
from extract.unruled import unruled_tables
from tests.support.plans import read
from tests.support.printed import NO_WORDS, page, table, words

Look = Callable[[Page], Page]
HEADER = "*Ref* | *Action* | *Lead* | *By when*"
WIDTHS = (40.0, 170.0, 120.0, 90.0)
PLAN = table(
    HEADER,
    "1 | Plant two hundred street trees in the north of the borough | Head of Parks | May 2010",
    "2 | Mend the swings and ask residents which play areas should be next | Play Team | June 2010",
    "3 | Sow grass | Head of Parks and Housing Officer | July 2011",
    widths=WIDTHS,
)
RULED = page(PLAN)


def bare(of: Page) -> Page:
    """The page without its rulings."""
    return replace(of, rulings=())


def across(of: Page) -> Page:
    """The page with its horizontal rulings only."""
    return replace(of, rulings=tuple(r for r in of.rulings if not r.vertical))


def shaded(of: Page) -> Page:
    """The page with a grey ground under the first row in the place of its rulings."""
    (first, second) = sorted({r.at for r in of.rulings if not r.vertical})[:2]
    ground = PLAN.box._replace(top=first, bottom=second)
    return replace(of, rulings=(), fills=(Fill(ground, 0.8),))


def rows(document: RawDocument) -> list[tuple[str | None, ...]]:
    return [(r.ref, r.action, r.owner_text, r.end_text) for r in document.records]


@pytest.mark.parametrize("look", [bare, across, shaded])
def test_a_plan_without_uprights_is_read_as_one_with_them(look: Look) -> None:
    found = read([look(RULED)])
    assert rows(found) == rows(read([RULED]))
    assert len(found.records) == 3
    assert found.coverage.claimed_words == found.coverage.table_words


@pytest.mark.parametrize(
    "text",
    [
        "The council has agreed what it will do and by when it will be done.\nWho is to lead is said below.",
        "Action on litter\nLead in paint\nBy when the trees are planted",
        "",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    printed = words(text, 50, 100)
    assert unruled_tables(Page(1, 842, 595, printed, ()), lines_of(printed), NO_WORDS) == ()


LONG = "Plant two hundred trees in the north"
ACTIONS = st.sampled_from([LONG, "Ask residents what they think of it all"])
OWNERS = st.sampled_from(["Head of Parks", "Play Team", "Housing Officer"])
DATES = st.sampled_from(["May 2010", "June 2011", "Ongoing"])


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(ACTIONS, OWNERS, DATES), min_size=2, max_size=6), st.sampled_from([bare, across]))
def test_numbered_rows_are_told_apart_by_white_space(entries: list[tuple[str, str, str]], look: Look) -> None:
    """Texts of two lines and more show how close the lines of one row stand."""
    said = [f"{number} | {' | '.join(entry)}" for number, entry in enumerate(entries, start=1)]
    found = read([look(page(table(HEADER, *said, widths=WIDTHS)))])
    assert rows(found) == [(str(number), *entry) for number, entry in enumerate(entries, start=1)]


def test_numbered_rows_of_one_line_each_are_told_apart() -> None:
    entries = ("1 | Sow grass | Play Team | May 2010", "2 | Mend swings | Play Team | June 2010")
    assert len(read([bare(page(table(HEADER, *entries, widths=WIDTHS)))]).records) == 2
