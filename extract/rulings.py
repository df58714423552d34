"""Drawn shapes to rulings: straight strokes, the sides of rectangles, and rectangles as thin as a line."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from extract.geometry import Box
from extract.page import Ruling

THIN = 3.0
"""A filled rectangle no thicker than this, in points, is a line."""

STRAIGHT = 1.0
"""A stroke that drifts no more than this, in points, is horizontal or vertical."""

SNAP = 2.5
"""Lines no further apart than this, in points, are one (double borders, both sides of a thin rectangle)."""

JOIN = 3.0
"""Collinear lines with no larger gap than this, in points, are one (dashes, cell borders drawn one by one)."""

SHORT = 4.0
"""Lines shorter than this once joined, in points, are no rulings."""


def rulings_of_box(box: Box) -> list[Ruling]:
    """The rulings that a drawn rectangle stands for: one where it is thin, else its four sides."""
    if box.height <= THIN and box.width > box.height:
        return [Ruling(False, (box.top + box.bottom) / 2, box.x0, box.x1)]
    if box.width <= THIN:
        return [Ruling(True, (box.x0 + box.x1) / 2, box.top, box.bottom)]
    return [
        Ruling(False, box.top, box.x0, box.x1),
        Ruling(False, box.bottom, box.x0, box.x1),
        Ruling(True, box.x0, box.top, box.bottom),
        Ruling(True, box.x1, box.top, box.bottom),
    ]


def rulings_of_polyline(points: Sequence[tuple[float, float]]) -> list[Ruling]:
    """The horizontal and vertical pieces of a polyline; slanted pieces are left out."""
    found = []
    for (x0, y0), (x1, y1) in pairwise(points):
        if abs(y1 - y0) <= STRAIGHT and x0 != x1:
            found.append(Ruling(False, (y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= STRAIGHT and y0 != y1:
            found.append(Ruling(True, (x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    return found


def merge_rulings(rulings: Sequence[Ruling]) -> list[Ruling]:
    """One ruling for all that lie on the same line and touch; short remains dropped; sorted by place."""
    merged: list[Ruling] = []
    for vertical in (False, True):
        same_way = sorted((r for r in rulings if r.vertical is vertical), key=lambda r: r.at)
        for group in _grouped(same_way):
            at = sum(r.at * r.length for r in group) / (sum(r.length for r in group) or 1)
            merged += [Ruling(vertical, at, start, end) for start, end in _joined(group) if end - start >= SHORT]
    return merged


def _grouped(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    """Rulings of one way, sorted by place, in groups that lie within SNAP of the group's first."""
    groups: list[list[Ruling]] = []
    for ruling in rulings:
        if groups and ruling.at - groups[-1][0].at <= SNAP:
            groups[-1].append(ruling)
        else:
            groups.append([ruling])
    return groups


def _joined(group: Iterable[Ruling]) -> list[tuple[float, float]]:
    spans: list[tuple[float, float]] = []
    for ruling in sorted(group, key=lambda r: r.start):
        if spans and ruling.start - spans[-1][1] <= JOIN:
            spans[-1] = (spans[-1][0], max(spans[-1][1], ruling.end))
        else:
            spans.append((ruling.start, ruling.end))
    return spans
