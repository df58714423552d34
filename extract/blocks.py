"""Tables in reading order to blocks: a header with what governs it, and the rows below it, over page breaks."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.headers import header_end, is_band
from extract.headings import Governing
from extract.page import Word
from extract.table import Cell, Table
from extract.text import text_of
from extract.vocabulary import Lexicon

SERIES = re.compile(r"^([A-Za-z]+)\s+(?:[A-Z]|\d{1,2}|[IVX]{1,4})\b")
"""A label out of a series: a word with a letter or a number."""

DRIFT = 8.0
"""Column edges of one table may drift by this many points between pages."""


@dataclass(frozen=True, slots=True)
class Part:
    """Rows `first` to `last` of a table: what one page holds of a block."""

    table: Table
    first: int
    last: int

    def cells(self) -> Iterator[Cell]:
        """The cells that begin in these rows."""
        return (c for c in self.table.cells if self.first <= c.row <= self.last)


@dataclass(frozen=True, slots=True)
class Block:
    """A header row or rows, what governs them, and the body rows.

    `table` is the one in which the block begins. `headings` stand outside it, `bands` across it above the header.
    `header` is empty for a table without one.
    """

    table: Table
    headings: tuple[Governing, ...]
    bands: tuple[Governing, ...]
    header: tuple[Cell, ...]
    parts: tuple[Part, ...] = ()
    repeats: tuple[Word, ...] = ()
    """Words of the header and the bands that are printed again on later pages."""

    @property
    def page(self) -> int:
        """The page, 1-based, on which the block begins."""
        return self.table.page

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, one a page, that hold the header and the rows."""
        return (self.table, *(part.table for part in self.parts))

    def within(self, tables: Container[int]) -> "Block":
        """What of the block stands in tables of those identities."""
        parts = tuple(part for part in self.parts if id(part.table) in tables)
        if id(self.table) in tables:
            return replace(self, parts=parts)
        return replace(self, parts=parts, bands=(), header=self.header if parts else ())


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table with the headings in force above it; `opens` and `closes` say whether it is its page's first and last."""

    table: Table
    headings: tuple[Governing, ...]
    fresh_heading: bool
    opens: bool
    closes: bool


@dataclass(slots=True)
class _Reading:
    """Where the reading of a document's tables has come to."""

    lexicon: Lexicon
    blocks: list[Block] = field(default_factory=list)
    last: PlacedTable | None = None


def blocks_of(tables: Sequence[PlacedTable], lexicon: Lexicon) -> tuple[Block, ...]:
    """The blocks of a document's tables, given in reading order."""
    reading = _Reading(lexicon)
    for placed in tables:
        _read_table(placed, reading)
        reading.last = placed
    return tuple(b for b in reading.blocks if b.parts or b.header)


def _read_table(placed: PlacedTable, reading: _Reading) -> None:
    table, lexicon = placed.table, reading.lexicon
    row = 0
    pending = 0  # first of the band rows not yet given to a block
    goes_on = _goes_on(placed, reading)
    if not goes_on:
        reading.blocks.append(Block(table, placed.headings, (), ()))
    below_rows = goes_on
    while row < table.rows:
        end = header_end(table, row, lexicon, below_rows)
        if end is not None:
            printed = _governing(table, pending, row, lexicon)
            _open_block(placed, printed, tuple(_header_cells(table, row, end)), reading, goes_on)
            goes_on, below_rows = True, False
            row = pending = end + 1
        elif is_band(table, row):
            row += 1
        else:
            _extend(reading, Part(table, pending, row))
            below_rows = True
            row += 1
            pending = row
    if pending < table.rows:
        _extend(reading, Part(table, pending, table.rows - 1))


def _header_cells(table: Table, row: int, end: int) -> Iterator[Cell]:
    return (c for c in table.cells if row <= c.row <= end and c.words)


def _open_block(
    placed: PlacedTable, printed: tuple[Governing, ...], header: tuple[Cell, ...], reading: _Reading, goes_on: bool
) -> None:
    """Begin a block under a header, or go on with the last one where its header repeats.

    `printed` are the bands straight above the header; a further header of a table that `goes_on` stands under the
    bands of the first.
    """
    last = next((b for b in reversed(reading.blocks) if b.header), None)
    if (
        last is not None
        and last.parts
        and not placed.fresh_heading
        and _repeats(last, printed, header, reading.lexicon)
    ):
        again = [w for cell in header for w in cell.words] + [w for band in printed for w in band.words]
        reading.blocks.remove(last)
        reading.blocks.append(replace(last, repeats=(*last.repeats, *again)))
        return
    bands = reading.blocks[-1].bands if goes_on and not printed else printed
    reading.blocks.append(Block(placed.table, _still_open(placed.headings, bands), bands, header))


def _repeats(block: Block, printed: Sequence[Governing], header: Sequence[Cell], lexicon: Lexicon) -> bool:
    """True where a header, and the bands above it if any, read as those of a block."""
    if printed and [b.text for b in printed] != [b.text for b in block.bands]:
        return False
    return [text_of(c.words, lexicon) for c in header] == [text_of(c.words, lexicon) for c in block.header]


def _still_open(headings: tuple[Governing, ...], bands: tuple[Governing, ...]) -> tuple[Governing, ...]:
    """The headings that bands leave in force: "Section G" as a band ends "Section F" and what stands under it."""
    series = {m.group(1).lower() for b in bands if (m := SERIES.match(b.text))}
    for index, heading in enumerate(headings):
        match = SERIES.match(heading.text)
        if match and match.group(1).lower() in series:
            return headings[:index]
    return headings


def _extend(reading: _Reading, part: Part) -> None:
    """Give rows to the last block, as one part where they adjoin the rows that it has of the same table."""
    block = reading.blocks[-1]
    if block.parts and block.parts[-1].table is part.table and block.parts[-1].last + 1 == part.first:
        part = Part(part.table, block.parts[-1].first, part.last)
        reading.blocks[-1] = replace(block, parts=(*block.parts[:-1], part))
    else:
        reading.blocks[-1] = replace(block, parts=(*block.parts, part))


def _goes_on(placed: PlacedTable, reading: _Reading) -> bool:
    """True where a table may go on with the last block: next page, nothing between, the same columns."""
    last = reading.last
    if last is None or not reading.blocks or placed.fresh_heading:
        return False
    follows = placed.table.page == last.table.page + 1 and placed.opens and last.closes
    return follows and _same_columns(last.table, placed.table)


def _same_columns(a: Table, b: Table) -> bool:
    """True where the column edges of one table, seen from its left side, are among those of the other.

    As many columns on either page may drift further, or be as wide as another page size makes them.
    """
    if len(a.xs) == len(b.xs) > 3 and _drifts(a, b):
        return True
    few, many = sorted(([x - t.xs[0] for x in t.xs] for t in (a, b)), key=len)
    if abs(few[-1] - many[-1]) > 2 * DRIFT:
        return False
    return all(any(abs(x - y) <= DRIFT for y in many) for x in few)


def _drifts(a: Table, b: Table) -> bool:
    """True where the edges of two tables with as many columns lie near one another, as drawn or to scale."""
    scale = (a.xs[-1] - a.xs[0]) / (b.xs[-1] - b.xs[0])
    edges = [(x - a.xs[0], y - b.xs[0]) for x, y in zip(a.xs, b.xs, strict=True)]
    return any(all(abs(x - by * y) <= 2 * DRIFT for x, y in edges) for by in (1.0, scale))


def _governing(table: Table, first: int, end: int, lexicon: Lexicon) -> tuple[Governing, ...]:
    cells = (c for c in table.cells if first <= c.row < end and c.words)
    return tuple(Governing(table.page, text_of(c.words, lexicon), c.words) for c in cells)
