"""Pages whose text is printed sideways to upright pages, and boxes on them back to the page as displayed."""

from collections import Counter
from dataclasses import dataclass, replace

from extract.geometry import Box
from extract.page import Direction, Fill, Page, Ruling, Word

MOSTLY = 0.6
"""A page is turned where this share of its words, or more, runs the same way sideways."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Quarter turns clockwise that make a page's text upright; `width` and `height` are the displayed page's."""

    quarters: int
    width: float
    height: float

    def box(self, box: Box) -> Box:
        """A box of the displayed page on the turned one."""
        return _turned_box(box, self.quarters, self.width, self.height)

    def back(self, box: Box) -> Box:
        """A box of the turned page on the displayed one."""
        width, height = (self.height, self.width) if self.quarters % 2 else (self.width, self.height)
        return _turned_box(box, -self.quarters % 4, width, height)


def turn_of(page: Page) -> Turn:
    """The turn that makes most of a page's words upright; no turn for a page that is mostly so already."""
    ways = Counter(w.direction for w in page.words)
    way, count = ways.most_common(1)[0] if ways else (Direction.RIGHT, 0)
    quarters = int(way) if count >= MOSTLY * len(page.words) else 0
    return Turn(quarters, page.width, page.height)


def turned(page: Page, turn: Turn) -> Page:
    """The page seen after the turn."""
    if not turn.quarters:
        return page
    odd = turn.quarters % 2 == 1
    return replace(
        page,
        width=page.height if odd else page.width,
        height=page.width if odd else page.height,
        words=tuple(_word(w, turn) for w in page.words),
        rulings=tuple(_ruling(r, turn) for r in page.rulings),
        fills=tuple(Fill(turn.box(f.box), f.grey) for f in page.fills),
    )


def _turned_box(box: Box, quarters: int, width: float, height: float) -> Box:
    """A box after quarter turns clockwise of a page of that size."""
    for _ in range(quarters):
        box = Box(height - box.bottom, box.x0, height - box.top, box.x1)
        width, height = height, width
    return box


def _word(word: Word, turn: Turn) -> Word:
    box = turn.box(word.box)
    direction = Direction((word.direction - turn.quarters) % 4)
    return replace(word, box=box, direction=direction, baseline=box.top + 0.78 * (box.bottom - box.top))


def _ruling(ruling: Ruling, turn: Turn) -> Ruling:
    if ruling.vertical:
        box = turn.box(Box(ruling.at, ruling.start, ruling.at, ruling.end))
    else:
        box = turn.box(Box(ruling.start, ruling.at, ruling.end, ruling.at))
    if box.width < box.height:
        return Ruling(True, box.x0, box.top, box.bottom)
    return Ruling(False, box.top, box.x0, box.x1)
