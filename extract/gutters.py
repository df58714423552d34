"""Header cells and the lines below them to column edges: where the fewest lines are crossed."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from extract.geometry import Box, union
from extract.lines import Line
from extract.page import Word

GAP = 0.6
"""A gap of this share of the font size, or more, parts two chunks of a line."""

STEP = 1.0
"""Edges are sought at this distance from one another, in points."""

AGREED = 0.2
"""Chunks that begin at one place on this share of the lines begin a column."""

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


def crosses(line: Line, x: float, start: float | None = None) -> bool:
    """True where the line's text runs through the place `x` without a gap there.

    `start` is where the texts of the column right of it begin: a word that begins there is that column's.
    """
    if any(w.box.x0 < x - 1 and w.box.x1 > x + 1 for w in line.words):
        return True
    return any(
        a.box.x1 <= x + 1 and x - 1 <= b.box.x0 and not _gap(a, b) and not _begins_at(b, start)
        for a, b in pairwise(line.words)
    )


def column_starts(xs: Sequence[float], body: Sequence[Line]) -> tuple[float | None, ...]:
    """For each column between the edges `xs` the place at which most of its texts begin; None where few agree."""
    chunks = [c.box.x0 for line in body for c in chunks_of(line)]
    starts: list[float | None] = []
    for left, right in pairwise(xs):
        own = Counter(round(x) for x in chunks if left <= x < right)
        place, count = own.most_common(1)[0] if own else (0, 0)
        starts.append(float(place) if 2 * count > own.total() else None)
    return tuple(starts)


def _begins_at(word: Word, start: float | None) -> bool:
    return start is not None and abs(word.box.x0 - start) <= 1


def _gap(left: Word, right: Word) -> bool:
    return right.box.x0 - left.box.x1 >= GAP * max(left.size, right.size)


def column_edges(header: Sequence[Box], body: Sequence[Line]) -> tuple[float, ...]:
    """The edges of the columns that `header` boxes head, left to right, for the lines of the body.

    Between two header cells the edge stands in the middle of the widest strip that the fewest chunks cross.
    """
    starts = _agreed_starts(body)
    chunks = [box for line in body for box in _parted(line, starts)]
    around = union([*header, *chunks])
    edges = [around.x0 - MARGIN]
    for left, right in pairwise(header):
        edges.append(_edge_between(left, right, chunks))
    return (*edges, around.x1 + MARGIN)


def _agreed_starts(body: Sequence[Line]) -> frozenset[int]:
    """The places, in whole points, at which many lines begin a chunk: where columns set to the left begin."""
    places = Counter(round(c.box.x0) for line in body for c in chunks_of(line))
    return frozenset(x for x, count in places.items() if count >= max(2, AGREED * len(body)))


def _parted(line: Line, starts: frozenset[int]) -> list[Box]:
    """The boxes of a line's chunks, those cut that run into a column without a gap."""
    boxes = []
    for chunk in chunks_of(line):
        cuts = [i for i, w in enumerate(chunk.words) if i and round(w.box.x0) in starts]
        bounds = pairwise([0, *cuts, len(chunk.words)])
        boxes += [union(w.box for w in chunk.words[a:b]) for a, b in bounds]
    return boxes


def _edge_between(left: Box, right: Box, chunks: Sequence[Box]) -> float:
    first, last = left.centre[0], right.centre[0]
    places = [first + i * STEP for i in range(1, max(2, int((last - first) / STEP)))]
    heads = (left, right)
    crossed = [(sum(b.x0 < x < b.x1 for b in chunks) + 2 * sum(b.x0 < x < b.x1 for b in heads), x) for x in places]
    fewest = min(count for count, _ in crossed)
    strips = [list(group) for clear, group in groupby(crossed, key=lambda c: c[0] == fewest) if clear]
    widest = max(strips, key=lambda strip: (len(strip), strip[0][1]))
    return (widest[0][1] + widest[-1][1]) / 2
