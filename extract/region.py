"""Where a table without full ruling stands on a page: its lines as chunks, and the rulings among them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.geometry import Box, overlap, union
from extract.lines import Line
from extract.page import Ruling
from extract.strips import Strip, chunks, is_typed, split_at, strips_of

WIDE = 0.85
"""A horizontal ruling over this share of a table's width marks off rows."""

EDGE = 12.0
"""A ruling that begins further than this, in points, from the table's left side heads some of its columns only."""


@dataclass(frozen=True)
class Region:
    """The lines of one table from top to bottom, with the horizontal and the vertical rulings of its place."""

    lines: tuple[Line, ...]
    rules: tuple[Ruling, ...] = ()
    walls: tuple[Ruling, ...] = ()

    @cached_property
    def box(self) -> Box:
        """The box around the words."""
        return union(line.box for line in self.lines)

    @cached_property
    def columns(self) -> tuple[Strip, ...]:
        """The columns that its lines share, from left to right."""
        return strips_of(self._loose_chunks)

    @cached_property
    def chunks(self) -> tuple[tuple[Line, ...], ...]:
        """The chunks of each line."""
        columns, typed = self.columns, self._typed
        return tuple(tuple(c for part in parts for c in split_at(part, columns, typed)) for parts in self._loose_chunks)

    @cached_property
    def _loose_chunks(self) -> tuple[tuple[Line, ...], ...]:
        """The chunks of each line, told without knowing the columns."""
        return tuple(tuple(chunks(line, self._typed, self.walls)) for line in self.lines)

    @cached_property
    def _typed(self) -> bool:
        return is_typed(self.lines)

    def wide_rules(self) -> list[float]:
        """The heights at which rulings run across the table from its left side."""
        return sorted(r.at for r in self.rules if is_wide(r, self.box))

    def ruled_between(self, index: int) -> bool:
        """True where a wide rule stands between a line and the one above it."""
        above, below = self.lines[index - 1].box.centre[1], self.lines[index].box.centre[1]
        return any(above < y < below for y in self.wide_rules())


def is_wide(rule: Ruling, box: Box) -> bool:
    """True for a horizontal ruling that spans a table."""
    common = overlap(rule.start, rule.end, box.x0, box.x1)
    return common >= WIDE * box.width and rule.start <= box.x0 + EDGE


def span_of(strip: Strip, columns: Sequence[Strip]) -> tuple[int, int]:
    """The first and last of the columns that a text lies over: all whose extent it shares, or the nearest one."""
    over = [
        i
        for i, c in enumerate(columns)
        if strip.shares(c) > 0.3 * min(c.x1 - c.x0, strip.x1 - strip.x0) or c.x0 < strip.middle < c.x1
    ]
    if over:
        return over[0], over[-1]
    nearest = min(range(len(columns)), key=lambda i: max(columns[i].x0 - strip.x1, strip.x0 - columns[i].x1))
    return nearest, nearest
