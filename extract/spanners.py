"""The header lines of a table to its header cells: wraps stacked, spans told by rulings and by what is centred."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.lines import Line
from extract.page import Word
from extract.region import Region, span_of
from extract.strips import Strip, strip_of

UNDERLINED = 1.5
"""A ruling under a header cell stands within so many font sizes of its text."""

CENTRED = 8.0
"""A header text is centred over columns where their middles differ by no more than this, in points ..."""

OFF_CENTRE = 0.15
"""... or by no more than this share of their width."""


@dataclass(slots=True)
class HeaderCell:
    """A header cell: its first and last column, how many cells stand above it, and its words."""

    column: int
    column_end: int
    depth: int
    words: list[Word] = field(default_factory=list)
    last_line: int = 0

    def over(self, first: int, last: int) -> bool:
        """True where it stands over any of these columns."""
        return self.column <= last and first <= self.column_end


def header_cells(region: Region, count: int, columns: Sequence[Strip]) -> list[HeaderCell]:
    """The cells that the first `count` lines of a region print over its columns, from top to bottom."""
    cells: list[HeaderCell] = []
    for index in range(count):
        spans = _spans(region, index, count, columns)
        for chunk, (first, last) in zip(region.chunks[index], spans, strict=True):
            above = [c for c in cells if c.over(first, last)]
            lowest = max(above, key=lambda c: (c.last_line, c.depth), default=None)
            if lowest is not None and _goes_on(lowest, chunk, (first, last), index, region):
                lowest.words += chunk.words
                lowest.last_line = index
                lowest.column, lowest.column_end = min(lowest.column, first), max(lowest.column_end, last)
            else:
                depth = 1 + max((c.depth for c in above), default=-1)
                cells.append(HeaderCell(first, last, depth, list(chunk.words), index))
    return cells


def _goes_on(cell: HeaderCell, chunk: Line, span: tuple[int, int], index: int, region: Region) -> bool:
    """True where a chunk is a further line of a header cell."""
    if cell.last_line == index:  # two chunks of one line over the same column
        return True
    top, bottom = max(w.box.bottom for w in cell.words) - 2, chunk.box.centre[1]
    if any(top < r.at < bottom and r.start < chunk.box.centre[0] < r.end for r in region.rules):
        return False
    return (cell.column, cell.column_end) == span


def _spans(region: Region, index: int, count: int, columns: Sequence[Strip]) -> list[tuple[int, int]]:
    """For each chunk of a header line, the columns that it heads."""
    line = region.chunks[index]
    spans = [span_of(strip_of(chunk), columns) for chunk in line]
    if index + 1 == count:
        return spans
    for i, chunk in enumerate(line):
        walled = _walled(region, chunk, line, columns)
        if walled is not None:
            spans[i] = walled
    named = {k for parts in region.chunks[index + 1 : count] for c in parts for k in _single(c, columns)}
    underlined = _underlined(region, index, columns)
    for first, last in underlined or _unruled(region, count, columns):
        inside = [i for i, chunk in enumerate(line) if spans[i][0] <= last and first <= spans[i][1]]
        shared = _shared_out([strip_of(line[i]) for i in inside], first, last, columns)
        if not inside or shared is None or not set(range(first, last + 1)) <= named:
            continue
        if underlined or all(a < b for a, b in shared):
            for i, span in zip(inside, shared, strict=True):
                spans[i] = span
    return spans


def _single(chunk: Line, columns: Sequence[Strip]) -> set[int]:
    """The column that a chunk stands over, where it is one."""
    first, last = span_of(strip_of(chunk), columns)
    return {first} if first == last else set()


def _unruled(region: Region, count: int, columns: Sequence[Strip]) -> list[tuple[int, int]]:
    """All columns but that of the labels, where no ruling in the header says which of them belong together."""
    bottom = region.lines[count - 1].box.bottom
    wide = set(region.wide_rules())
    if any(region.box.top < r.at < bottom and r.at not in wide for r in region.rules) or region.walls:
        return []
    return [(1, len(columns) - 1)]


def _shared_out(
    strips: Sequence[Strip], first: int, last: int, columns: Sequence[Strip]
) -> list[tuple[int, int]] | None:
    """Columns `first` to `last` shared out among header texts, each centred over its own; None where they are not."""
    spans: list[tuple[int, int]] = []
    start = first
    for position, strip in enumerate(strips):
        left = len(strips) - position - 1
        ends = range(start, last - left + 1) if left else range(last, last + 1)
        end = min(ends, key=lambda e: abs(_middle(columns, (start, e)) - strip.middle), default=None)
        if end is None or end < start:
            return None
        width = columns[end].x1 - columns[start].x0
        if abs(_middle(columns, (start, end)) - strip.middle) > max(OFF_CENTRE * width, CENTRED):
            return None
        spans.append((start, end))
        start = end + 1
    return spans


def _walled(region: Region, chunk: Line, line: Sequence[Line], columns: Sequence[Strip]) -> tuple[int, int] | None:
    """The columns between the vertical rulings on both sides of a chunk that stands alone there."""
    x, y = chunk.box.centre
    walls = [w.at for w in region.walls if w.start <= y <= w.end]
    left, right = max((w for w in walls if w < x), default=None), min((w for w in walls if w > x), default=None)
    if left is None and right is None:
        return None
    left, right = left or float("-inf"), right or float("inf")
    if sum(left < other.box.centre[0] < right for other in line) > 1:
        return None
    inside = [i for i, c in enumerate(columns) if left < c.middle < right]
    return (inside[0], inside[-1]) if inside else None


def _underlined(region: Region, index: int, columns: Sequence[Strip]) -> list[tuple[int, int]]:
    """The spans of columns that rulings straight under a header line run over; not those across the table."""
    line = region.lines[index]
    wide = set(region.wide_rules())
    found = []
    for rule in region.rules:
        near = -3 < rule.at - line.box.bottom < UNDERLINED * line.size
        inside = [i for i, c in enumerate(columns) if rule.start - 2 < c.middle < rule.end + 2]
        if near and rule.at not in wide and inside:
            found.append((inside[0], inside[-1]))
    return found


def _middle(columns: Sequence[Strip], span: tuple[int, int]) -> float:
    return (columns[span[0]].x0 + columns[span[1]].x1) / 2
