"""Pages to their layout: the tables with the headings above them, the other lines, furniture, and the lexicon."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.blocks import PlacedTable
from extract.furniture import furniture
from extract.grid import ruled_tables
from extract.headings import Heading, HeadingStack, body_size, headings_of, is_cover
from extract.lines import Line, lines_of
from extract.page import Page, Word
from extract.page_tables import PageTables, lines_outside, tables_of_pages
from extract.raw import PrintedLine, PrintedText
from extract.table import Table
from extract.vocabulary import Lexicon, lexicon_of


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands where in a document.

    `tables` are in reading order; `lines` holds each page's lines, `outside` those that stand in no table, both with
    furniture; `running` are the words of furniture.
    """

    tables: tuple[PlacedTable, ...]
    lines: tuple[tuple[Line, ...], ...]
    outside: tuple[tuple[Line, ...], ...]
    running: frozenset[Word]
    lexicon: Lexicon

    def printed(self) -> PrintedText:
        """The document's lines as text."""
        cover = tuple(PrintedLine(line.text, line.size, line.bold) for of_page in self.lines[:1] for line in of_page)
        repeated = (line.text for of_page in self.outside for line in of_page if _is_running(line, self.running))
        body = tuple(line.text for of_page in self.lines for line in of_page)
        return PrintedText(cover, tuple(dict.fromkeys(repeated)), body)

    def running_words(self) -> int:
        """The number of words of furniture on all pages."""
        return sum(w in self.running for of_page in self.outside for line in of_page for w in line.words)


def layout_of(pages: Sequence[Page]) -> Layout:
    """The layout of a document's pages, all of which show upright text."""
    lines = tuple(lines_of(page.words) for page in pages)
    lexicon = lexicon_of(line for of_page in lines for line in of_page)
    ruled = [_ruled(page) for page in pages]
    running = furniture(pages, [found.lines for found in ruled])
    found = list(tables_of_pages(ruled, running, lexicon))
    tables, outside = [f.tables for f in found], tuple(f.lines for f in found)
    return Layout(tuple(_placed(pages, tables, outside, running)), lines, outside, running, lexicon)


def _ruled(page: Page) -> PageTables:
    tables = ruled_tables(page)
    return PageTables(page, tables, lines_outside(page, tables))


def _is_running(line: Line, running: frozenset[Word]) -> bool:
    return all(w in running for w in line.words)


def _placed(
    pages: Sequence[Page],
    tables: Sequence[Sequence[Table]],
    outside: Sequence[Sequence[Line]],
    running: frozenset[Word],
) -> Iterator[PlacedTable]:
    """Each table with the headings in force above it, in reading order."""
    body = body_size(pages)
    stack = HeadingStack()
    fresh = False
    for page, found, lines in zip(pages, tables, outside, strict=True):
        text = [line for line in lines if not _is_running(line, running)]
        headings = [] if is_cover(page) and not found else headings_of(page.number, text, body)
        for index, table in enumerate(found):
            fresh = _push([h for h in headings if h.top < table.box.top], stack, fresh)
            headings = [h for h in headings if h.top >= table.box.top]
            above = any(line.box.top < table.box.top for line in text)
            below = any(line.box.top > table.box.top for line in text)
            yield PlacedTable(
                table,
                stack.governing(),
                fresh_heading=fresh,
                opens=index == 0 and not above,
                closes=index == len(found) - 1 and not below,
            )
            fresh = False
        fresh = _push(headings, stack, fresh)


def _push(headings: Sequence[Heading], stack: HeadingStack, fresh: bool) -> bool:
    """Take in the headings that stand before a table; true where some heading stands since the last one."""
    for heading in headings:
        stack.push(heading if fresh else replace(heading, adjoins=False))
        fresh = True
    return fresh
