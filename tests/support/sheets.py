"""Rows of text placed by hand to words and lines of a page without rulings, as white space alone sets out a table."""

from collections.abc import Sequence

from extract.lines import Line, lines_of
from extract.page import Page, Ruling, Word
from extract.region import Region
from extract.table import Table
from tests.support.printed import HEIGHT, LETTER, SPACE, WIDTH, words

STEP = 14.0
"""From one line to the next, in points."""


def sheet(*rows: str, places: Sequence[float], top: float = 100.0) -> tuple[Word, ...]:
    """The words of rows whose cells are parted by "|"; each is placed at one of `places` as `placed` does."""
    found: list[Word] = []
    for number, row in enumerate(rows):
        for cell, place in zip(row.split("|"), places, strict=False):
            found += placed(cell.strip(), place, top + number * STEP)
    return tuple(found)


def placed(text: str, place: float, y: float) -> tuple[Word, ...]:
    """The words of one text that begins at `place`, ends there (">") or is centred there ("=")."""
    plain = text.lstrip(">=")
    share = {">": 1.0, "=": 0.5}.get(text[:1], 0.0)
    letters = sum(len(part) for part in plain.split())
    width = 10 * (LETTER * letters + SPACE * max(0, len(plain.split()) - 1))
    return words(plain, place - share * width, y)


def rule(y: float, x0: float = 50.0, x1: float = 450.0) -> Ruling:
    """A horizontal ruling."""
    return Ruling(False, y, x0, x1)


def wall(x: float, top: float = 80.0, bottom: float = 300.0) -> Ruling:
    """A vertical ruling."""
    return Ruling(True, x, top, bottom)


def region(printed: Sequence[Word], *rulings: Ruling) -> Region:
    """The words as a region with these rulings."""
    across, down = (tuple(r for r in rulings if r.vertical is way) for way in (False, True))
    return Region(lines_of(printed), across, down)


def sheet_page(printed: Sequence[Word], *rulings: Ruling) -> Page:
    """A page that prints the words and the rulings."""
    return Page(1, WIDTH, HEIGHT, tuple(printed), tuple(rulings))


def said(table: Table) -> list[str]:
    """A table as rows of cells parted by "|": "<" goes on with the cell to the left, "^" with the one above."""
    shown = []
    for row in range(table.rows):
        cells = []
        for column in range(len(table.xs) - 1):
            cell = next(c for c in table.row(row) if c.column <= column <= c.column_end)
            text = " ".join(line.text for line in lines_of(cell.words))
            cells.append("<" if cell.column < column else "^" if cell.row < row else text)
        shown.append(" | ".join(cells))
    return shown


def texts(found: Sequence[Line]) -> list[str]:
    """The texts of lines."""
    return [line.text for line in found]
