"""Turns a PDF into all its tables, plans or not: page, box, and cells with rows, columns, text and box."""

from collections.abc import Iterable
from functools import reduce

from pydantic import BaseModel, ConfigDict

from extract.anytable import tables_of
from extract.geometry import Box
from extract.lines import lines_of
from extract.page import Page, Word
from extract.reading import Reader, read_pdf
from extract.text import join_wrap
from extract.turn import turn_of, turned
from extract.vocabulary import Lexicon, lexicon_of

Place = tuple[float, float, float, float]
"""x0, top, x1, bottom in points from the top left of the page as displayed."""


class FoundCell(BaseModel):
    """A cell: rows and columns count from 0, ends are inclusive."""

    model_config = ConfigDict(frozen=True)

    row: int
    row_end: int
    column: int
    column_end: int
    text: str
    bbox: Place


class FoundTable(BaseModel):
    """A table on one page (from 1)."""

    model_config = ConfigDict(frozen=True)

    page: int
    bbox: Place
    cells: tuple[FoundCell, ...]


class FoundTables(BaseModel):
    """The tables of a document in reading order."""

    model_config = ConfigDict(frozen=True)

    tables: tuple[FoundTable, ...]


def tables_of_pdf(data: bytes, reader: Reader = "pdfium") -> FoundTables:
    """Every table of a PDF. Raises UnreadablePdf where its text cannot be read."""
    pages = read_pdf(data, reader).pages
    lexicon = lexicon_of(line for page in pages for line in lines_of(page.words))
    return FoundTables(tables=tuple(table for page in pages for table in _of_page(page, lexicon)))


def _of_page(page: Page, lexicon: Lexicon) -> list[FoundTable]:
    """The tables of a page, found on it upright, their boxes on it as displayed."""
    turn = turn_of(page)

    def place(box: Box) -> Place:
        x0, top, x1, bottom = turn.back(box).rounded()
        return x0, top, x1, bottom

    found = []
    for table in tables_of(turned(page, turn), lexicon):
        cells = tuple(
            FoundCell(
                row=cell.row,
                row_end=cell.row_end,
                column=cell.column,
                column_end=cell.column_end,
                text=_printed(cell.words, lexicon),
                bbox=place(cell.box),
            )
            for cell in table.cells
        )
        found.append(FoundTable(page=table.page, bbox=place(table.box), cells=cells))
    return found


def _printed(words: Iterable[Word], lexicon: Lexicon) -> str:
    """The text of a cell as printed, bullets and all, in one line."""
    lines = [line.text for line in lines_of(words)]
    return reduce(lambda above, below: join_wrap(above, below, lexicon), lines, "")
