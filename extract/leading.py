"""Columns of lines to rows: ruled off, shaded in turn, or told by white space and by what begins together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extract.geometry import Box, overlap
from extract.lines import Line
from extract.page import Page
from extract.tight import tight_starts

SAME = 4.0
"""Lines that begin within this many points of one another begin together."""

PARAGRAPH = 1.4
"""A step of this many usual steps from one line to the next begins a new paragraph."""

OPEN = 1.6
"""Lines of one cell follow each other within this many font sizes."""

SOLID = 1.25
"""The step between lines, in font sizes, where no cell has two of them."""

ACROSS = 0.55
"""A ruling or a shaded area marks rows where it spans this share of the table's width."""


@dataclass(frozen=True, slots=True)
class Band:
    """The vertical extent of a row, in points."""

    top: float
    bottom: float

    def holds(self, line: Line) -> bool:
        """True where the middle of the line lies in the row."""
        return self.top <= line.box.centre[1] < self.bottom


def drawn_rows(page: Page, box: Box) -> list[Band]:
    """The rows that rulings or shading mark inside a table's box; none where fewer than two marks do."""
    marks = [
        r.at
        for r in page.rulings
        if not r.vertical
        and box.top - SAME < r.at < box.bottom + SAME
        and overlap(r.start, r.end, box.x0, box.x1) > ACROSS * box.width
    ]
    for fill in page.fills:
        if overlap(fill.box.x0, fill.box.x1, box.x0, box.x1) > ACROSS * box.width:
            marks += [y for y in (fill.box.top, fill.box.bottom) if box.top - SAME < y < box.bottom + SAME]
    inner = _merged([y for y in marks if box.top + SAME < y < box.bottom - SAME])
    if len(inner) < 2 and len(_merged(marks)) < 2:
        return []
    ys = [box.top, *inner, box.bottom + SAME]
    return [Band(a, b) for a, b in pairwise(ys)]


def spaced_rows(columns: Sequence[Sequence[Line]], refs: int | None, main: int, box: Box) -> list[Band]:
    """The rows that white space tells apart: where the main column begins a paragraph, or a reference stands.

    `columns` holds each column's lines; `refs` and `main` are the columns of references and of what is promised.
    """
    step = usual_step(columns)
    starts = [line.box.top for line in columns[refs]] if refs is not None else []
    if len(starts) < 2:
        starts = paragraph_starts(columns[main], step)
        starts += tight_starts(columns, main) if len(starts) < 2 else []
        others = [y for i, lines in enumerate(columns) if i != main for y in paragraph_starts(lines, step)]
        lines = [line.box.top for line in columns[main]]
        starts += [y for y in set(others) if _together(y, others) > 1 and any(abs(y - top) < SAME for top in lines)]
    ys = _merged(starts)
    ys = [y - SAME / 2 for y in ys]
    if not ys:
        return [Band(box.top, box.bottom + SAME)]
    if any(line.box.centre[1] < ys[0] for lines in columns for line in lines):
        ys = [box.top - SAME, *ys]
    return [Band(a, b) for a, b in zip(ys, [*ys[1:], box.bottom + SAME], strict=True)]


def usual_step(columns: Sequence[Sequence[Line]]) -> float:
    """The usual distance in points from one line to the next inside a cell."""
    steps = [
        b.box.top - a.box.top
        for lines in columns
        for a, b in pairwise(lines)
        if 0 < b.box.top - a.box.top < OPEN * a.size
    ]
    sizes = [line.size for lines in columns for line in lines]
    return median(steps) if steps else SOLID * median(sizes or [11.0])


def merged_rows(rows: Sequence[Band], lines: Sequence[Line], step: float, tight: bool = False) -> dict[int, int]:
    """For each row in which a column's text begins and runs on into others, the last of them.

    Text set in the middle of several rows whose cells are otherwise empty spans them all. Where rows are set `tight`,
    a line at the top of a row begins a text.
    """
    filled = [any(row.holds(line) for line in lines) for row in rows]
    merged: dict[int, int] = {}
    first = 0
    while first < len(rows):
        last = first
        while last < len(rows) - 1 and _flows(lines, rows[last + 1].top, step, tight):
            last += 1
        if last > first:
            begin, end = _centred(first, last, rows, filled, lines, step)
            merged[begin] = end
        first = last + 1
    return merged


def spread_rows(rows: Sequence[Band], lines: Sequence[Line], merged: Mapping[int, int]) -> dict[int, int]:
    """As merged_rows, each text spread down over the empty rows below it: what is printed once governs them."""
    filled = [any(row.holds(line) for line in lines) for row in rows]
    spread: dict[int, int] = {}
    covered = {r for first, last in merged.items() for r in range(first, last + 1)}
    for first in sorted({*merged, *(r for r, text in enumerate(filled) if text and r not in covered)}):
        last = merged.get(first, first)
        while last + 1 < len(rows) and not filled[last + 1] and last + 1 not in covered:
            last += 1
        if last > first:
            spread[first] = last
    return spread


def _centred(
    first: int, last: int, rows: Sequence[Band], filled: Sequence[bool], lines: Sequence[Line], step: float
) -> tuple[int, int]:
    """The rows that a text printed in rows `first` to `last` spans where it is set in the middle of more rows."""
    own = [line.box for line in lines if rows[first].top <= line.box.centre[1] < rows[last].bottom]
    middle = (own[0].top + own[-1].bottom) / 2
    if own[0].top - rows[first].top < step:
        return first, last
    begin, end = first, last
    while begin > 0 and not filled[begin - 1]:
        begin -= 1
    while end < len(rows) - 1 and not filled[end + 1]:
        end += 1
    spans = [(a, b) for a in range(begin, first + 1) for b in range(last, end + 1)]
    fitting = [s for s in spans if abs((rows[s[0]].top + rows[s[1]].bottom) / 2 - middle) < step]
    return max(fitting, key=lambda s: s[1] - s[0], default=(first, last))


def _flows(lines: Sequence[Line], y: float, step: float, tight: bool) -> bool:
    """True where a column's text runs on through the place `y` without a break."""
    above = [line for line in lines if line.box.centre[1] < y]
    below = [line for line in lines if line.box.centre[1] >= y]
    if tight and below and below[0].box.top - y < SAME:
        return False
    return bool(above and below) and below[0].box.top - above[-1].box.top < PARAGRAPH * step


def paragraph_starts(lines: Sequence[Line], step: float) -> list[float]:
    """The tops of the lines that begin a paragraph."""
    return [
        line.box.top
        for i, line in enumerate(lines)
        if i == 0 or line.box.top - lines[i - 1].box.top >= PARAGRAPH * step
    ]


def _together(y: float, places: Sequence[float]) -> int:
    return sum(abs(y - other) < SAME for other in places)


def _merged(places: Sequence[float]) -> list[float]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > SAME:
            kept.append(place)
    return kept
