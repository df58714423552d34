"""A table of one page: cells with their spans, and the words printed in them."""

from dataclasses import dataclass
from enum import StrEnum

from extract.geometry import Box
from extract.page import Word


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; rows and columns count from 0, ends are inclusive; `box` is bounded by the rulings around it."""

    row: int
    row_end: int
    column: int
    column_end: int
    box: Box
    words: tuple[Word, ...] = ()
    page: int | None = None
    """The page of the words, 1-based, where a table is put together from several pages; else the table's."""


class Origin(StrEnum):
    """What tells a table's rows and columns."""

    RULED = "rulings"
    UNRULED = "horizontal rules, shading or white space"
    FORM = "labels and values"


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it stands on one page: cells sorted by row, then column, none overlapping another.

    `xs` and `ys` are the places of the column and row boundaries in points.
    """

    page: int
    box: Box
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Cell, ...]
    origin: Origin = Origin.RULED

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(self.ys) - 1

    def row(self, index: int) -> tuple[Cell, ...]:
        """The cells that begin in a row or span it, left to right."""
        return tuple(c for c in self.cells if c.row <= index <= c.row_end)
