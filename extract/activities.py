"""Rows in which several activities are listed to one row for each, where owners or dates stand against them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.lines import Line, lines_of
from extract.refs import LISTED
from extract.rows import LogicalRow, Piece
from extract.text import BULLETS

SAME = 4.0
"""Lines that begin within this many points of one another begin together."""

PARAGRAPH = 1.4
"""A step of this many usual steps from one line to the next leaves white space."""

SOLID, OPEN = 1.25, 1.6
"""The step between lines, in font sizes, where no cell shows it; a wider one is no step inside a paragraph."""

Complete = Mapping[int, Callable[[str], bool]]
"""For each column of owners or dates whether a text reads as a whole owner or date."""


@dataclass(frozen=True, slots=True)
class Activities:
    """The rows, and the columns that some rows now share because they were listed in one."""

    rows: tuple[LogicalRow, ...]
    shared: frozenset[int]


def activities_apart(rows: Sequence[LogicalRow], main: int, complete: Complete) -> Activities:
    """The rows, each list of activities with owners or dates set against its items parted into rows.

    What is set against the list as a whole belongs to each of its rows. `complete` has the columns of owners and dates.
    """
    apart: list[LogicalRow] = []
    shared: set[int] = set()
    for row in rows:
        parts = _parts(row, main, complete)
        apart += parts
        if len(parts) > 1:
            shared |= {c for c in row.pieces if all(p.pieces.get(c) == row.pieces[c] for p in parts)}
    return Activities(tuple(apart), frozenset(shared))


def _parts(row: LogicalRow, main: int, complete: Complete) -> list[LogicalRow]:
    pieces = row.pieces.get(main, ())
    if len(pieces) != 1 or row.band:
        return [row]
    starts = _items(lines_of(pieces[0].words))
    if len(starts) < 2:
        return [row]
    by_item = {c: items for c, p in row.pieces.items() if (items := _by_item(p, starts, complete.get(c)))}
    if not set(by_item) & set(complete):
        return [row]
    by_item[main] = _cut(pieces[0], starts)
    parts = [{c: by_item[c][i] if c in by_item else p for c, p in row.pieces.items()} for i in range(len(starts))]
    last = len(parts) - 1
    return [
        replace(
            row,
            pieces={c: p for c, p in part.items() if p},
            opens_part=row.opens_part and i == 0,
            closes_part=row.closes_part and i == last,
        )
        for i, part in enumerate(parts)
    ]


def _items(lines: Sequence[Line]) -> list[float]:
    """The tops of the lines that begin an item: numbered, bulleted or after white space."""
    step = _step(lines)
    return [
        line.box.top
        for i, line in enumerate(lines)
        if i == 0 or _is_listed(line) or line.box.top - lines[i - 1].box.top >= PARAGRAPH * step
    ]


def _is_listed(line: Line) -> bool:
    first = line.words[0].text
    return len(line.words) > 1 and (bool(LISTED.match(first)) or first in BULLETS)


def _step(lines: Sequence[Line]) -> float:
    """The step from line to line inside a paragraph, in points."""
    size = max(line.size for line in lines)
    least = min((b.box.top - a.box.top for a, b in pairwise(lines)), default=OPEN * size)
    return least if least < OPEN * size else SOLID * size


def _by_item(
    pieces: Sequence[Piece], starts: Sequence[float], is_complete: Callable[[str], bool] | None
) -> list[tuple[Piece, ...]]:
    """What of a cell is set against each item; nothing where it is not set against several of them.

    Each text begins beside its item, with white space above it; or it is one line that says an owner or a date.
    """
    if len(pieces) != 1:
        return []
    cut = _cut(pieces[0], starts)
    filled = [(lines_of(p[0].words), start) for p, start in zip(cut, starts, strict=True) if p]
    if len(filled) < 2 or any(abs(lines[0].box.top - start) > SAME for lines, start in filled):
        return []
    step = _step([line for lines, _ in filled for line in lines])
    parted = all(b[0].box.top - a[-1].box.top >= PARAGRAPH * step for (a, _), (b, _) in pairwise(filled))
    whole = is_complete is not None and all(len(lines) == 1 and is_complete(lines[0].text) for lines, _ in filled)
    return cut if parted or whole else []


def _cut(piece: Piece, starts: Sequence[float]) -> list[tuple[Piece, ...]]:
    """A cell's words by the item that they stand beside."""
    held: list[list[Line]] = [[] for _ in starts]
    for line in lines_of(piece.words):
        at = max((i for i, start in enumerate(starts) if start - SAME <= line.box.top), default=0)
        held[at].append(line)
    words = (tuple(w for line in lines for w in line.words) for lines in held)
    return [(replace(piece, words=w),) if w else () for w in words]
