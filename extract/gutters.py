"""Header cells and the lines below them to column edges: where the fewest lines are crossed."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from extract.geometry import Box, union
from extract.lines import Line
from extract.page import Word

GAP = 0.6
"""A gap of this share of the font size, or more, parts two chunks of a line."""

STEP = 1.0
"""Edges are sought at this distance from one another, in points."""

MARGIN = 2.0
"""The outer edges stand this far, in points, from the text."""


def chunks_of(line: Line) -> list[Line]:
    """The line cut at its wide gaps."""
    chunks = [[line.words[0]]]
    for last, word in pairwise(line.words):
        if _gap(last, word):
            chunks.append([])
        chunks[-1].append(word)
    return [Line(tuple(words)) for words in chunks]


def crosses(line: Line, x: float) -> bool:
    """True where the line's text runs through the place `x` without a gap there."""
    if any(w.box.x0 < x - 1 and w.box.x1 > x + 1 for w in line.words):
        return True
    return any(a.box.x1 <= x + 1 and x - 1 <= b.box.x0 and not _gap(a, b) for a, b in pairwise(line.words))


def _gap(left: Word, right: Word) -> bool:
    return right.box.x0 - left.box.x1 >= GAP * max(left.size, right.size)


def column_edges(header: Sequence[Box], body: Sequence[Line]) -> tuple[float, ...]:
    """The edges of the columns that `header` boxes head, left to right, for the lines of the body.

    Between two header cells the edge stands in the middle of the widest strip that the fewest chunks cross.
    """
    chunks = [c.box for line in body for c in chunks_of(line)]
    around = union([*header, *chunks])
    edges = [around.x0 - MARGIN]
    for left, right in pairwise(header):
        edges.append(_edge_between(left, right, chunks))
    return (*edges, around.x1 + MARGIN)


def _edge_between(left: Box, right: Box, chunks: Sequence[Box]) -> float:
    first, last = left.centre[0], right.centre[0]
    places = [first + i * STEP for i in range(1, max(2, int((last - first) / STEP)))]
    heads = (left, right)
    crossed = [(sum(b.x0 < x < b.x1 for b in chunks) + 2 * sum(b.x0 < x < b.x1 for b in heads), x) for x in places]
    fewest = min(count for count, _ in crossed)
    strips = [list(group) for clear, group in groupby(crossed, key=lambda c: c[0] == fewest) if clear]
    widest = max(strips, key=lambda strip: (len(strip), strip[0][1]))
    return (widest[0][1] + widest[-1][1]) / 2
