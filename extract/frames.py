"""Horizontal rulings of one width, and the lines between them, to the places of tables without full ruling."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.geometry import Box
from extract.lines import Line, lines_of
from extract.page import Direction, Page, Ruling, Word
from extract.region import Region
from extract.rulings import merge_rulings
from extract.strips import chunks, is_datum, is_typed

ALIKE = 6.0
"""Rulings whose ends lie within this many points of each other frame one table."""

SENTENCE = 6
"""A line of so many words or more without a wide gap, over most of the width, is running text."""

FILLS = 0.6
"""Running text fills this share of the width."""

SHADED = 0.97
"""A fill of this grey or darker is shading."""

TALLEST = 60.0
"""A shaded area no taller than this, in points, is a row."""

PIECES, BREAK = 3, 12.0
"""A ruling may be drawn in so many pieces or more, one over each column, no further apart than this, in points."""

LOFTY = 1.2
"""A lone heading that stands so many font sizes below a ruling, or more, is no part of the table that ends there."""

MUCH = 0.25
"""Single lines of running text between rulings are a table's own where they are fewer than this share of the lines."""

CAPTION = re.compile(r"^((table|figure|fig\.|exhibit|chart|box|annex|appendix|map)\s*\S*\d|(table|figure)[.:])", re.I)
NOTE = re.compile(r"^\W*(notes?|sources?|key|abbreviations?|footnotes?)\b\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Strip:
    """The lines between two rulings of a frame; `table` says whether they are part of a table."""

    top: float
    bottom: float
    lines: tuple[Line, ...]
    table: bool


def framed_regions(page: Page, words: Sequence[Word]) -> list[Region]:
    """The regions that horizontal rulings frame among the words given, from top to bottom."""
    regions = []
    drawn = [*page.rulings, *_shade_edges(page)]
    page = replace(page, rulings=tuple(merge_rulings([*drawn, *_broken_rules(drawn)])))
    for frame in _frames(page.rulings):
        x0, x1 = min(r.start for r in frame), max(r.end for r in frame)
        own = [w for w in words if x0 - 2 < w.box.centre[0] < x1 + 2 and w.direction is Direction.RIGHT]
        strips = [_strip(own, a.at, b.at, x1 - x0) for a, b in pairwise(frame)]
        strips.insert(0, _strip_above(own, frame[0].at, page.rulings))
        strips.append(_strip_below(own, frame[-1].at, page.height))
        for group in _groups(strips):
            region = _region(group, page, Box(x0, group[0].top, x1, group[-1].bottom))
            if region is not None:
                regions.append(region)
    return _apart(regions)


def _apart(regions: Sequence[Region]) -> list[Region]:
    """The regions from top to bottom; of those that share words, the widest, or the one with most lines."""
    kept: list[Region] = []
    for region in sorted(regions, key=lambda r: (-round(r.box.width / ALIKE), -len(r.lines))):
        words = {w for line in region.lines for w in line.words}
        if not any(w in words for other in kept for line in other.lines for w in line.words):
            kept.append(region)
    return sorted(kept, key=lambda r: (r.box.top, r.box.x0))


def _shade_edges(page: Page) -> list[Ruling]:
    """The upper and lower edges of shaded rows, which mark off rows as rulings do."""
    shades = (f.box for f in page.fills if f.grey < SHADED and f.box.height < TALLEST)
    return [Ruling(False, y, box.x0, box.x1) for box in shades for y in (box.top, box.bottom)]


def _broken_rules(rulings: Sequence[Ruling]) -> list[Ruling]:
    """The rulings that are drawn in pieces, one over each column."""
    level: dict[int, list[Ruling]] = {}
    for ruling in sorted((r for r in rulings if not r.vertical), key=lambda r: r.start):
        level.setdefault(round(ruling.at), []).append(ruling)
    whole = []
    for pieces in level.values():
        close = all(b.start - a.end <= BREAK for a, b in pairwise(pieces))
        if len(pieces) >= PIECES and close:
            whole.append(Ruling(False, pieces[0].at, pieces[0].start, max(p.end for p in pieces)))
    return whole


def _frames(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    """Horizontal rulings in groups of like ends, each from top to bottom."""
    frames: list[list[Ruling]] = []
    for ruling in sorted((r for r in rulings if not r.vertical), key=lambda r: r.at):
        own = next((f for f in frames if _alike(f[0], ruling)), None)
        if own is None:
            frames.append([ruling])
        else:
            own.append(ruling)
    return [f for f in frames if len(f) > 1]


def _alike(a: Ruling, b: Ruling) -> bool:
    return abs(a.start - b.start) <= ALIKE and abs(a.end - b.end) <= ALIKE


def _strip(words: Sequence[Word], top: float, bottom: float, width: float) -> _Strip:
    lines = lines_of(w for w in words if top < w.box.centre[1] < bottom)
    lofty = bool(lines) and lines[0].box.top - top > LOFTY * lines[0].size
    typed = is_typed(lines)
    alone = all(len(chunks(line, typed)) == 1 for line in lines)
    return _Strip(top, bottom, lines, not (_is_foreign(lines, width) or (lofty and alone)))


def _strip_above(words: Sequence[Word], bottom: float, rulings: Sequence[Ruling]) -> _Strip:
    """Header lines straight above the first ruling: those with gaps, and one that a shorter ruling sets over them."""
    lines = lines_of(w for w in words if w.box.centre[1] < bottom)
    typed = is_typed(lines)
    kept: list[Line] = []
    for line in reversed(lines):
        below = kept[0].box.top if kept else bottom
        underlined = any(not r.vertical and line.box.centre[1] < r.at < below for r in rulings)
        if is_heading_or_note(line) or below - line.box.bottom > line.size:
            break
        if len(chunks(line, typed)) < 2 and not (kept and underlined):
            break
        kept.insert(0, line)
    return _Strip(kept[0].box.top if kept else bottom, bottom, tuple(kept), bool(kept))


def _strip_below(words: Sequence[Word], top: float, bottom: float) -> _Strip:
    """What goes on below the last ruling: lines of figures, up to the first that is none."""
    lines = lines_of(w for w in words if top < w.box.centre[1] < bottom)
    typed = is_typed(lines)
    kept: list[Line] = []
    for line in lines:
        parts = chunks(line, typed)
        last = kept[-1].box.bottom if kept else top
        if len(parts) < 2 or line.box.top - last > 2 * line.size or not any(is_datum(c.text) for c in parts[1:]):
            break
        if is_heading_or_note(line):
            break
        kept.append(line)
    return _Strip(top, kept[-1].box.bottom if kept else top, tuple(kept), bool(kept))


def _is_foreign(lines: Sequence[Line], width: float) -> bool:
    """True where a caption, a note or running text stands among lines: they are no part of a table."""
    if any(is_heading_or_note(line) for line in lines):
        return True
    typed = is_typed(lines)
    prose = [is_prose(line, width, typed) for line in lines]
    return any(a and b for a, b in pairwise(prose)) or sum(prose) > MUCH * len(lines)


def is_heading_or_note(line: Line) -> bool:
    """True for what stands above or below a table and says so: "Table 3", "Source:", "Note:"."""
    return bool(CAPTION.match(line.text) or NOTE.match(line.text))


def is_prose(line: Line, width: float, typed: bool) -> bool:
    """True for a line of running text in a column so many points wide."""
    return len(line.words) >= SENTENCE and line.box.width > FILLS * width and len(chunks(line, typed)) == 1


def _groups(strips: Sequence[_Strip]) -> list[list[_Strip]]:
    """Runs of strips that are part of one table."""
    groups: list[list[_Strip]] = [[]]
    for strip in strips:
        if strip.table:
            groups[-1].append(strip)
        elif groups[-1]:
            groups.append([])
    return [g for g in groups if g]


def _region(group: Sequence[_Strip], page: Page, box: Box) -> Region | None:
    lines = tuple(line for strip in group for line in strip.lines)
    if len(lines) < 2:
        return None
    inside = [r for r in page.rulings if box.top - 3 <= (r.start if r.vertical else r.at) <= box.bottom + 3]
    rules = tuple(r for r in inside if not r.vertical and r.start < box.x1 and r.end > box.x0)
    walls = tuple(r for r in inside if r.vertical and box.x0 < r.at < box.x1)
    region = Region(lines, rules, walls)
    tabular = sum(len(parts) > 1 for parts in region.chunks)
    return region if tabular >= max(2, 0.4 * len(lines)) else None
