"""Columns set without white space between rows to the places where rows begin."""

from collections.abc import Sequence
from itertools import pairwise

from extract.lines import Line

SAME = 4.0
"""Lines that begin within this many points of one another begin together."""

SPACE = 0.25
"""The width of a space, as a share of the font size."""

WIDER = 1.2
"""A step of this many usual steps from one line to the next leaves white space, if little."""


def tight_starts(columns: Sequence[Sequence[Line]], main: int) -> list[float]:
    """The tops of the lines of the main column with which a row begins.

    Where each line has one beside it in every column, each is a row. Else a row begins where another column's text
    does, beside a line of the main one that opens like a sentence, and follows one that had room for its first word or
    some white space.
    """
    lines = columns[main]
    others = [of_column for i, of_column in enumerate(columns) if i != main and of_column]
    if len(others) > 1 and all(_as_one(lines, of_column) for of_column in others):
        return [line.box.top for line in lines]
    step = min((b.box.top - a.box.top for a, b in pairwise(lines)), default=0.0)
    edge = max((line.box.x1 for line in lines), default=0.0)
    return [
        below.box.top
        for above, below in pairwise(lines)
        if _opens(below)
        and any(_begins(below.box.top, c, step) for c in others)
        and (_had_room(above, below, edge) or below.box.top - above.box.top >= WIDER * step)
    ]


def _as_one(a: Sequence[Line], b: Sequence[Line]) -> bool:
    """True for two columns whose lines stand side by side, none alone."""
    return len(a) == len(b) and all(abs(x.box.top - y.box.top) < SAME for x, y in zip(a, b, strict=True))


def _opens(line: Line) -> bool:
    return not line.text[0].islower()


def _had_room(above: Line, below: Line, edge: float) -> bool:
    """True where the first word of a line would have fitted on the line above, so that the break is the writer's."""
    return above.box.x1 + SPACE * above.size + below.words[0].box.width < edge


def _begins(y: float, lines: Sequence[Line], step: float) -> bool:
    """True where a column has a line at a place, and white space or a line with room above it."""
    at = next((i for i, line in enumerate(lines) if abs(line.box.top - y) < SAME), None)
    if at is None or not _opens(lines[at]):
        return False
    if at == 0 or lines[at].box.top - lines[at - 1].box.top >= WIDER * step:
        return True
    return _had_room(lines[at - 1], lines[at], max(line.box.x1 for line in lines))
