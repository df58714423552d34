"""Labels and what is printed around them to where each label hides least."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.geometry import Box, overlap

STEP = 0.2
"""Places that differ by less than this share of a label's area hide alike: the better one of them is taken."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A label's size, in the unit of all boxes here, and the box that it labels."""

    width: float
    height: float
    of: Box


def places(tags: Sequence[Tag], printed: Sequence[Box], width: float, height: float) -> tuple[Box, ...]:
    """A place for each label on a page of that size, beside its box where it covers least of print and other labels."""
    taken: list[Box] = []
    for tag in tags:
        on_page = [_pushed_in(place, width, height) for place in _around(tag)]
        near = [box for box in (*printed, *taken) if _area(box, _reach(tag)) > 0]
        taken.append(min(on_page, key=lambda place: _hidden(place, near)))
    return tuple(taken)


def _hidden(place: Box, near: Sequence[Box]) -> int:
    """How much a label hides, in steps; lines of print reach into one another, so that a little counts as nothing."""
    return int(sum(_area(place, box) for box in near) / (STEP * place.width * place.height))


def _around(tag: Tag) -> Iterator[Box]:
    """The places beside a box, best first: above it, right of its last and first line, below it, left of it."""
    of, width, height = tag.of, tag.width, tag.height
    for x, y in (
        (of.x0, of.top - height),
        (of.x1 - width, of.top - height),
        (of.x1 - width, of.bottom - height),
        (of.x1, min(of.top + 0.3 * height, of.centre[1] - height / 2)),
        (of.x0, of.bottom),
        (of.x1 - width, of.bottom),
        (of.x0 - width, of.top),
    ):
        yield Box(x, y, x + width, y + height)


def _pushed_in(box: Box, width: float, height: float) -> Box:
    """The box moved so that it lies on the page."""
    dx = max(0.0, -box.x0) - max(0.0, box.x1 - width)
    dy = max(0.0, -box.top) - max(0.0, box.bottom - height)
    return Box(box.x0 + dx, box.top + dy, box.x1 + dx, box.bottom + dy)


def _reach(tag: Tag) -> Box:
    """All that a label may lie on."""
    w, h = tag.width, tag.height
    return Box(tag.of.x0 - w, tag.of.top - h, tag.of.x1 + w, tag.of.bottom + h)


def _area(a: Box, b: Box) -> float:
    return overlap(a.x0, a.x1, b.x0, b.x1) * overlap(a.top, a.bottom, b.top, b.bottom)
