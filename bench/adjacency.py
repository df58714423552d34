"""Tables to precision and recall by the adjacency relations of their cells.

The method is that of Göbel, Hassan, Oro and Orsi, "A methodology for evaluating algorithms for table understanding in
PDF documents" (DocEng 2012), used by the ICDAR 2013 table competition: each cell with text is paired with its nearest
neighbour with text to the right and below; a pair counts where the same two texts stand in the same direction.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum


class Way(Enum):
    """Where a cell's neighbour stands."""

    RIGHT = "right"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell by its first and last row and column (from 0, inclusive), with its text."""

    row: int
    row_end: int
    column: int
    column_end: int
    text: str


@dataclass(frozen=True, slots=True)
class Relation:
    """Two neighbours, by their texts as compared."""

    first: str
    second: str
    way: Way


@dataclass(frozen=True, slots=True)
class Score:
    """How many relations are right, found and wanted."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found; 0 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 0.0


def f1(precision: float, recall: float) -> float:
    """The harmonic mean; 0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def compared(text: str) -> str:
    """A text as it is compared: capitals, no white space, an underscore for each sign that is no letter or digit."""
    bare = "".join(unicodedata.normalize("NFKC", text).split()).upper()
    return "".join(c if c.isalnum() else "_" for c in bare)


def relations(cells: Iterable[GridCell]) -> Counter[Relation]:
    """The relations of one table. Cells without text are looked through, as if they were not there."""
    filled = [(cell, text) for cell in cells if (text := compared(cell.text))]
    at: dict[tuple[int, int], int] = {}
    for index, (cell, _) in enumerate(filled):
        for row in range(cell.row, cell.row_end + 1):
            for column in range(cell.column, cell.column_end + 1):
                at.setdefault((row, column), index)
    rows = 1 + max((row for row, _ in at), default=-1)
    columns = 1 + max((column for _, column in at), default=-1)
    pairs: set[tuple[int, int, Way]] = set()
    for index, (cell, _) in enumerate(filled):
        for row in range(cell.row, cell.row_end + 1):
            beside = ((row, column) for column in range(cell.column_end + 1, columns))
            _pair(index, next((at[p] for p in beside if p in at), index), Way.RIGHT, pairs)
        for column in range(cell.column, cell.column_end + 1):
            under = ((row, column) for row in range(cell.row_end + 1, rows))
            _pair(index, next((at[p] for p in under if p in at), index), Way.BELOW, pairs)
    return Counter(Relation(filled[a][1], filled[b][1], way) for a, b, way in pairs)


def _pair(index: int, other: int, way: Way, pairs: set[tuple[int, int, Way]]) -> None:
    if other != index:
        pairs.add((index, other, way))


Tables = Mapping[int, Sequence[Sequence[GridCell]]]
"""The tables of a document by page (from 1), each as its cells."""


def score(wanted: Tables, found: Tables) -> Score:
    """A document's score; the relations of all tables of one page are taken together."""
    want = {page: _of_page(tables) for page, tables in wanted.items()}
    got = {page: _of_page(tables) for page, tables in found.items()}
    right = sum((want[page] & got[page]).total() for page in want if page in got)
    return Score(right, sum(c.total() for c in got.values()), sum(c.total() for c in want.values()))


def _of_page(tables: Sequence[Sequence[GridCell]]) -> Counter[Relation]:
    total: Counter[Relation] = Counter()
    for cells in tables:
        total += relations(cells)
    return total
