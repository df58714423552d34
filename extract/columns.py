"""A block to its columns: the edges that its rows agree on, with the header printed over each."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.blocks import DRIFT, Block, Part
from extract.geometry import Box, overlap
from extract.headers import is_band
from extract.page import Word
from extract.table import Cell, Origin, Table
from extract.text import text_of
from extract.vocabulary import Lexicon

TITLE = "Action"
"""The header of a form's title: it stands under no label, and is what the form promises."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a block, `x0` to `x1` in points from the left side of its table; `header` is the text over it."""

    index: int
    x0: float
    x1: float
    header: str
    header_words: tuple[Word, ...]

    @property
    def middle(self) -> float:
        """The middle of the column, in points from the left side of its table."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a block, left to right.

    `edges` holds, by a table's identity, that table's own column edges where they stand apart from the block's: the
    columns of one table drift between pages, or each page is set anew.
    """

    items: tuple[Column, ...]
    edges: Mapping[int, tuple[float, ...]]

    def span(self, cell: Cell, table: Table) -> range:
        """The indexes of the columns that a cell covers (their middles lie in it, or it lies in one of them)."""
        x0, x1 = (self._to_block(x - table.xs[0], table) for x in (cell.box.x0, cell.box.x1))
        covered = [c.index for c in self.items if x0 <= c.middle <= x1]
        if covered:
            return range(covered[0], covered[-1] + 1)
        nearest = max(self.items, key=lambda c: overlap(c.x0, c.x1, x0, x1))
        return range(nearest.index, nearest.index + 1)

    def _to_block(self, x: float, table: Table) -> float:
        """A place in a table, in points from its left side, as a place in the block."""
        own = self.edges.get(id(table))
        if own is None:
            return x
        block = (*(c.x0 for c in self.items), self.items[-1].x1)
        i = min(max(bisect_right(own, x) - 1, 0), len(own) - 2)
        share = (x - own[i]) / (own[i + 1] - own[i])
        return block[i] + share * (block[i + 1] - block[i])


def columns_of(block: Block, lexicon: Lexicon) -> Columns:
    """The columns of a block; none where it has no rows."""
    by_part = [(part, _edges_of(part)) for part in block.parts]
    edges = max((e for _, e in by_part), key=len, default=())
    own = {id(p.table): e for p, e in by_part if len(e) == len(edges) and e is not edges}
    for part, others in by_part:
        if id(part.table) not in own:
            edges = _with(edges, others)
    own = {key: e for key, e in own.items() if len(e) == len(edges)}
    columns = []
    for index, (x0, x1) in enumerate(pairwise(edges)):
        over = [c for c in block.header if _stands_over(c, block, x0, x1)]
        header = " ".join(text_of(c.words, lexicon) for c in sorted(over, key=lambda c: c.row))
        if not header and block.table.origin is Origin.FORM:
            header = TITLE
        columns.append(Column(index, x0, x1, header, tuple(w for c in over for w in c.words)))
    return Columns(tuple(columns), own)


def name_blank_headers(columns: Columns, earlier: Sequence[Columns]) -> Columns:
    """The columns, a blank header named as in the last of `earlier` that agrees in number and in the other headers."""
    for known in reversed(earlier):
        pairs = list(zip(columns.items, known.items, strict=False))
        if len(known.items) == len(columns.items) and all(c.header in ("", k.header) for c, k in pairs):
            return replace(columns, items=tuple(replace(c, header=k.header) for c, k in pairs))
    return columns


def _edges_of(part: Part) -> tuple[float, ...]:
    """The edges that a part's rows use, bands apart, in points from the table's left side."""
    left = part.table.xs[0]
    bands = {r for r in range(part.first, part.last + 1) if is_band(part.table, r)}
    plain = [c.box for c in part.cells() if c.row not in bands] or [c.box for c in part.cells()]
    return tuple(sorted({b.x0 - left for b in plain} | {b.x1 - left for b in plain}))


def _with(edges: Sequence[float], others: Sequence[float]) -> tuple[float, ...]:
    """The edges, with those of `others` that none of them lies near."""
    return tuple(sorted([*edges, *(x for x in others if all(abs(x - known) > DRIFT for known in edges))]))


def _stands_over(cell: Cell, block: Block, x0: float, x1: float) -> bool:
    """True where a header cell covers the middle of the span x0..x1 of the block's columns."""
    left = block.parts[0].table.xs[0] if block.parts else 0.0
    box = Box(cell.box.x0 - left, cell.box.top, cell.box.x1 - left, cell.box.bottom)
    return box.x0 <= (x0 + x1) / 2 <= box.x1
