"""A place on a page to a yes or no: whether it is in a figure, told by the caption beside it or a chart's grid."""

import re
from collections.abc import Iterable, Sequence

from extract.geometry import Box, overlap
from extract.lines import Line, lines_of
from extract.page import Word

NUMBERED = r"\s*[A-Z]?[\d.\-–]*\d[a-z]?\s*([.:–—|(]|$|[A-Z])"
"""What follows in a caption, not in a sentence ("Figure 3 shows ...")."""

FIGURE = re.compile(r"^(?i:figure|fig\.|chart|graph|map|plate)" + NUMBERED)
TABLE = re.compile(r"^(?i:table|exhibit|annex|appendix|box)" + NUMBERED)

ABOVE = 35
"""A caption stands over the foot of a figure within so many of its own font sizes."""

BELOW = 2.5
"""A caption stands under a figure within so many of its own font sizes."""

SIDE = 72.0
"""A caption begins no further than this, in points, to the left of what stands in the figure."""

AXIS = 30.0
"""What stands within so many points of a chart's grid is written on its axes."""


def in_figure(box: Box, charts: Sequence[Box], words: Iterable[Word]) -> bool:
    """True where what stands in the box belongs to a figure; `charts` are the grids behind charts on its page."""
    for chart in charts:
        x0, top, x1, bottom = chart
        if overlap(x0 - AXIS, x1 + AXIS, box.x0, box.x1) > 0 and overlap(
            top - AXIS, bottom + AXIS, box.top, box.bottom
        ):
            return True
    captions = [line for line in _openings(words, box) if FIGURE.match(line.text) or TABLE.match(line.text)]
    above = [c for c in captions if c.box.bottom <= box.top + c.size]
    below = [c for c in captions if 0 <= c.box.top - box.bottom < BELOW * c.size]
    nearest = max(above, key=lambda c: c.box.bottom, default=None)
    if nearest is not None and box.top - nearest.box.bottom < ABOVE * nearest.size:
        return bool(FIGURE.match(nearest.text))
    return any(FIGURE.match(c.text) for c in below)


def _openings(words: Iterable[Word], box: Box) -> tuple[Line, ...]:
    """The lines of the words that stand over, in or under a box."""
    return lines_of(w for w in words if box.x0 - SIDE < w.box.centre[0] < box.x1 + SIDE)
