"""A line of a page to the lines that may head columns with it: on one shade, between two rules, or bold together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.geometry import Box, overlap, union
from extract.gutters import chunks_of
from extract.lines import Line
from extract.page import Fill, Page

CLOSE = 1.7
"""Lines of one header follow each other within this many font sizes."""

STAGGERED = 1.4
"""The same for lines of a cell that stand between those of the cells beside it, centred from top to bottom."""

TALLEST_HEADER = 110.0
"""A shaded or ruled area taller than this, in points, is no header row."""

SLACK = 3.0
"""Text may reach this far, in points, over the area that it stands on."""


@dataclass(frozen=True, slots=True)
class HeaderLines:
    """Lines that stand together, with the area that they take; `apart` where shade or weight sets them apart."""

    lines: tuple[Line, ...]
    box: Box
    apart: bool


def header_lines(line: Line, lines: Sequence[Line], page: Page) -> Iterator[HeaderLines]:
    """The lines that a line may stand together with, likeliest first.

    `lines` are all of the page outside tables and furniture.
    """
    fill = shade_under(line, page)
    if fill is not None:
        yield HeaderLines(tuple(o for o in lines if fill.box.holds(*o.box.centre)), Box(*fill.box), apart=True)
        return
    ruled = _between_rules(line, page)
    if ruled is not None:
        own = tuple(o for o in lines if ruled.holds(*o.box.centre))
        yield HeaderLines(own, ruled, all(o.bold for o in own))
    run = tuple(_bold_run(line, lines))
    yield HeaderLines(run, union(o.box for o in run), all(o.bold for o in run))


def shade_under(line: Line, page: Page) -> Fill | None:
    """The shaded area, no taller than a header row, that lies under a whole line."""
    under = [f for f in shaded_rows(page) if f.box.height < TALLEST_HEADER and f.box.covers(line.box, SLACK)]
    return min(under, key=lambda f: f.box.height, default=None)


def shaded_rows(page: Page) -> list[Fill]:
    """The shaded areas, those of cells side by side as one."""
    rows: dict[tuple[int, int, float], list[Box]] = {}
    for fill in page.fills:
        if fill.grey < 0.97:
            rows.setdefault((round(fill.box.top), round(fill.box.bottom), round(fill.grey, 2)), []).append(fill.box)
    return [Fill(union(boxes), grey) for (_, _, grey), boxes in rows.items()]


def _between_rules(line: Line, page: Page) -> Box | None:
    """The area between the rules above and below a line that both span it; None where one is missing or far."""
    box = line.box
    spanning = [r for r in page.rulings if not r.vertical and r.start <= box.x0 + SLACK and r.end >= box.x1 - SLACK]
    above = max((r for r in spanning if r.at <= box.top + SLACK), key=lambda r: r.at, default=None)
    below = min((r for r in spanning if r.at >= box.bottom - SLACK), key=lambda r: r.at, default=None)
    if above is None or below is None or below.at - above.at > TALLEST_HEADER:
        return None
    return Box(min(above.start, below.start), above.at, max(above.end, below.end), below.at)


def _bold_run(line: Line, lines: Sequence[Line]) -> list[Line]:
    """The line with the bold ones that adjoin it, where it is bold itself."""
    run = [line]
    if not line.bold:
        return run
    at = list(lines).index(line)
    for other in lines[at + 1 :]:
        if not _adjoins(run[-1], other, run):
            break
        run.append(other)
    for other in reversed(lines[:at]):
        if len(chunks_of(other)) > 1 or not _is_staggered(other, run[0], run):
            break
        run.insert(0, other)
    return run


def _adjoins(above: Line, below: Line, run: Sequence[Line]) -> bool:
    """True for a bold line below that has cells of its own, or more of one cell of the lines above."""
    if not below.bold or below.box.top - above.box.top > CLOSE * above.size:
        return False
    return len(chunks_of(below)) > 1 or _is_staggered(above, below, run)


def _is_staggered(above: Line, below: Line, run: Sequence[Line]) -> bool:
    """True for two bold lines so close that they are of one header, each chunk of one in a cell of the run."""
    close = below.box.top - above.box.top < STAGGERED * above.size
    other = above if below is run[0] else below
    return close and other.bold and all(_in_cell(chunk.box, run) for chunk in chunks_of(other))


def _in_cell(box: Box, run: Sequence[Line]) -> bool:
    """True where a chunk stands over or under one chunk of the lines, or to the right of their first."""
    cells = [c.box for line in run for c in chunks_of(line)]
    under = [c for c in cells if overlap(box.x0, box.x1, c.x0, c.x1) > 0]
    first = min(cells, key=lambda c: c.x0)
    return len(under) == 1 or (not under and box.x0 > first.x1)
