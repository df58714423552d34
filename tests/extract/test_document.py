"""Pages to raw records: the stages together."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.page import Page, Word
from extract.raw import RawDocument
from tests.support.plans import actions, on_pages, read
from tests.support.printed import HEIGHT, page, table, words

HEADER = "*Action* | *Lead* | *By when*"
TREES = "Plant trees. | Head of Parks | May 2010"
SWINGS = "Mend swings. | Play Team | June 2010"
PROSE = words("This plan says what the council means to do for its parks and squares this year", 50, 60)


def contexts(document: RawDocument) -> dict[str, tuple[str, ...]]:
    return {r.action: r.context for r in document.records}


def large(text: str, y: float) -> tuple[Word, ...]:
    return words(text, 50, y, 16, bold=True)


def bold(text: str, y: float) -> tuple[Word, ...]:
    return words(text, 50, y, bold=True)


def test_headings_above_a_table_are_its_context_outermost_first() -> None:
    found = read([page(table(HEADER, TREES, top=120), text=(*large("Our parks", 40), *PROSE, *bold("Aim: shade", 80)))])
    assert contexts(found) == {"Plant trees.": ("Our parks", "Aim: shade")}


def test_a_heading_governs_later_pages_until_another_ends_it() -> None:
    found = read(
        [
            page(table(HEADER, TREES, top=120), text=(*large("Our parks", 40), *PROSE, *bold("Aim: shade", 80))),
            page(table(HEADER, SWINGS, page=2, top=120), text=bold("Aim: play", 80), number=2),
            page(
                table(HEADER, "Sweep. | Street Team | May 2010", page=3, top=120), text=large("Our roads", 40), number=3
            ),
        ]
    )
    assert contexts(found) == {
        "Plant trees.": ("Our parks", "Aim: shade"),
        "Mend swings.": ("Our parks", "Aim: play"),
        "Sweep.": ("Our roads",),
    }


def test_a_heading_between_two_tables_parts_them() -> None:
    upper = table(HEADER, TREES, top=120)
    lower = table(HEADER, SWINGS, top=300)
    found = read([page(upper, lower, text=(*bold("Shade", 100), *PROSE, *bold("Play", 280)))])
    assert contexts(found) == {"Plant trees.": ("Shade",), "Mend swings.": ("Play",)}


def test_a_cover_and_running_lines_govern_nothing() -> None:
    cover = Page(1, 842, HEIGHT, (*large("The Big Plan", 200), *bold("Ashmo Council", 300)), ())
    held = [
        page(
            table(HEADER, row, page=n, top=120),
            text=(*bold("The Big Plan", 20), *words(f"Page {n}", 400, HEIGHT - 10)),
            number=n,
        )
        for n, row in ((2, TREES), (3, SWINGS), (4, "Sweep. | Street Team | May 2010"))
    ]
    found = read([cover, *held])
    assert set(contexts(found).values()) == {()}
    assert found.coverage.furniture_words == 3 * (3 + 2)
    assert [line.text for line in found.text.cover] == ["The Big Plan", "Ashmo Council"]
    assert found.text.running == ("The Big Plan", "Page 2", "Page 3", "Page 4")


def test_a_blank_header_is_read_as_in_the_plan_table_before() -> None:
    blank = table("*Action* | | *By when*", "Sweep. | Cabinet | July 2011", page=2, top=120)
    found = read([page(table(HEADER, TREES, SWINGS, top=120)), page(blank, text=bold("Roads", 80), number=2)])
    assert [r.owner_text for r in found.records] == ["Head of Parks", "Play Team", "Cabinet"]


@pytest.mark.parametrize("pages", [[], [Page(1, 595, 842, (), ())], [Page(1, 595, 842, PROSE, ())]])
def test_without_a_table_there_is_nothing(pages: Sequence[Page]) -> None:
    found = read(pages)
    assert (found.records, found.residue, found.tables, found.coverage.table_words) == ((), (), (), 0)


def test_reading_twice_gives_the_same() -> None:
    pages = on_pages(table(HEADER, TREES), table(SWINGS))
    assert read(pages) == read(pages)


VERBS = ("Plant", "Mend", "Sweep", "Paint", "Open", "Close")
THINGS = ("the trees", "all swings in the north of the borough", "a street", "libraries, halls and the depot")


@st.composite
def plans(draw: st.DrawFn) -> tuple[list[str], list[list[str]]]:
    """Actions that are whole sentences, and the pages that their rows are set on, with or without headers."""
    count = draw(st.integers(1, 8))
    texts = [f"{draw(st.sampled_from(VERBS))} {draw(st.sampled_from(THINGS))}." for _ in range(count)]
    pages: list[list[str]] = [[HEADER]]
    for text in texts:
        if len(pages[-1]) > 1 and draw(st.booleans()):
            pages.append([HEADER] if draw(st.booleans()) else [])
        owner, date = (
            draw(st.sampled_from(["Head of Parks", "Play Team"])),
            draw(st.sampled_from(["May 2010", "Ongoing"])),
        )
        pages[-1].append(f"{text} | {owner} | {date}")
    return texts, pages


@settings(deadline=None, max_examples=60)
@given(plans())
def test_wherever_pages_break_each_row_is_a_record(plan: tuple[list[str], list[list[str]]]) -> None:
    texts, pages = plan
    found = read(on_pages(*(table(*rows) for rows in pages)))
    assert actions(found) == texts
    assert [r.page for r in found.records] == [n for n, rows in enumerate(pages, 1) for row in rows if row != HEADER]
    assert all(r.owner_text and r.end_text for r in found.records)
    assert found.residue == ()
