"""Lines of a page to the places of tables that white space alone sets out: successive lines that agree on gutters."""

from collections.abc import Sequence
from itertools import pairwise

from extract.frames import SENTENCE, is_heading_or_note
from extract.lines import Line, lines_of
from extract.page import Direction, Word
from extract.region import Region
from extract.strips import LEADER, chunks, is_datum, is_typed, strip_of, strips_of

APART = 2.2
"""Lines of one table are no further apart than this many font sizes of white space."""

LEAST = 3
"""A table that white space alone sets out has at least so many lines of figures."""

BROAD = 4
"""So many columns on a line make a table even where its labels are figures and no header is at hand."""

COLUMNS, ALL_BUT, SHORT = 3, 0.75, 3.0
"""Without figures: so many columns or more, filled on this share of the lines, by so many words each on average."""

MOSTLY = 0.6
"""This share of its lines hold figures."""


def aligned_regions(words: Sequence[Word]) -> list[Region]:
    """The regions among words that no ruling has claimed, from top to bottom."""
    lines = lines_of(w for w in words if w.direction is Direction.RIGHT)
    typed = is_typed(lines)
    regions = []
    for run in _runs(lines, typed):
        region = Region(tuple(_trimmed(run, typed)))
        if region.lines and _is_table(region):
            regions.append(region)
    return regions


def _runs(lines: Sequence[Line], typed: bool) -> list[list[Line]]:
    """Lines in runs: each follows close on the one before, and its text keeps the gutters that the run has shown."""
    runs: list[list[Line]] = [[]]
    for line in lines:
        parts = _without_prose(line, typed)
        if not parts and not is_heading_or_note(line) and _is_label(line, runs[-1], typed):
            parts = [line]
        if not parts:
            runs.append([])
            continue
        short = Line(tuple(w for part in parts for w in part.words))
        if runs[-1] and not _follows(runs[-1], short, typed):
            runs.append([])
        runs[-1].append(short)
    return [run for run in runs if len(run) >= LEAST]


def _without_prose(line: Line, typed: bool) -> list[Line]:
    """The chunks of a line that are no running text; none for a caption or note."""
    if is_heading_or_note(line):
        return []
    return [c for c in chunks(line, typed) if len(c.words) < SENTENCE or any(LEADER.match(w.text) for w in c.words)]


def _is_label(line: Line, run: Sequence[Line], typed: bool) -> bool:
    """True for a long text that stands within one column of the run so far."""
    strips = strips_of([chunks(x, typed) for x in run])
    x0, x1 = line.box.x0, line.box.x1
    edges = [*(s.x0 for s in strips[1:]), *(s.x1 + 2 for s in strips[-1:])]
    return len(strips) > 1 and any(s.x0 - 2 < x0 and x1 < edge for s, edge in zip(strips, edges, strict=True))


def _follows(run: Sequence[Line], line: Line, typed: bool) -> bool:
    last = run[-1]
    if line.box.top - last.box.bottom > APART * min(last.size, line.size):
        return False
    shown = [chunks(x, typed) for x in run]
    own = chunks(line, typed)
    if max(len(parts) for parts in shown) < 2 or len(own) < 2:
        return True
    before = strips_of(shown)
    return all(sum(strip_of(c).shares(s) > 0 for s in before) <= 1 for c in own)


def _trimmed(run: Sequence[Line], typed: bool) -> list[Line]:
    """The run from its first line with a gap to its last one with figures."""
    parts = [chunks(line, typed) for line in run]
    first = next((i for i, p in enumerate(parts) if len(p) > 1), len(run))
    last = max((i for i, p in enumerate(parts) if _has_figures(p) or len(p) >= COLUMNS), default=-1)
    return list(run[first : last + 1])


def _has_figures(parts: Sequence[Line]) -> bool:
    return any(is_datum(c.text) for c in parts[1:])


def _is_table(region: Region) -> bool:
    """True where most lines hold figures, under a header or beside labels, evenly spaced."""
    if _is_grid(region):
        return True
    figures = [i for i, parts in enumerate(region.chunks) if _has_figures(parts)]
    if len(figures) < max(LEAST, MOSTLY * len(region.lines)) or len(region.columns) < 2:
        return False
    leaders = sum(any(LEADER.match(w.text) for w in line.words) for line in region.lines)
    if len(region.columns) == 2 and leaders > 0.5 * len(region.lines):
        return False  # a list of contents
    headed = figures[0] > 0
    labelled = sum(not is_datum(parts[0].text) for parts in region.chunks) > MOSTLY * len(region.lines)
    broad = sum(len(parts) >= BROAD for parts in region.chunks) > MOSTLY * len(region.lines)
    return broad or ((headed or labelled) and _evenly_spaced(region, figures))


def _is_grid(region: Region) -> bool:
    """True where nearly all lines have a short text in every one of three columns or more."""
    full = [parts for parts in region.chunks if len(parts) == len(region.columns) >= COLUMNS]
    words = sum(len(c.words) for parts in full for c in parts)
    return len(full) >= max(LEAST, ALL_BUT * len(region.lines)) and words <= SHORT * len(full) * len(region.columns)


def _evenly_spaced(region: Region, figures: Sequence[int]) -> bool:
    """True where the steps between lines of figures are alike, as those of scattered labels are not."""
    steps = sorted(region.lines[b].box.top - region.lines[a].box.top for a, b in pairwise(figures))
    return sum(abs(s - steps[len(steps) // 2]) < 0.25 * region.lines[0].size for s in steps) >= MOSTLY * len(steps)
