"""Lines outside ruled tables to zones: a header row told by its wording, and the lines that it heads."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.geometry import Box, overlap
from extract.gutters import chunks_of
from extract.header_lines import HeaderLines, header_lines, shade_under, shaded_rows
from extract.lines import Line, lines_of
from extract.page import Fill, Page, Word
from extract.roles import Role, header_roles
from extract.text import text_of
from extract.vocabulary import Lexicon

KNOWN = 0.5
"""A header cell's wording is known where some role scores this."""

SURE = 0.7
"""A header that neither shade nor weight sets apart has three cells or more, each of which scores this."""

MEAN = 0.5
"""The mean score of a header's cells is at least this."""

PARTED = 4.5
"""White space of so many font sizes over the table's width ends it."""

HEADED = frozenset({Role.ACTION, Role.MILESTONE, Role.INDICATOR, Role.RISK, Role.ISSUE})
"""A table without rulings is read where one of these columns is headed."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A header's cells, left to right, each with its words, and the lines below it up to the table's end."""

    header: tuple[tuple[Word, ...], ...]
    box: Box
    body: tuple[Line, ...]


def zones_of(page: Page, lines: Sequence[Line], lexicon: Lexicon) -> list[Zone]:
    """The zones of a page, given its lines outside ruled tables and furniture, from top to bottom."""
    zones = []
    rest = list(lines)
    while rest:
        found = next((h for line in rest if (h := _header_at(line, rest, page, lexicon))), None)
        if found is None:
            break
        below = [line for line in rest if line.box.top >= found.box.bottom - 1]
        body = body_of(found, below, page, lexicon)
        if body:
            zones.append(Zone(found.header, found.box, tuple(body)))
        rest = below[len(body) :]
    return zones


def _header_at(line: Line, lines: Sequence[Line], page: Page, lexicon: Lexicon) -> Zone | None:
    """The header that a line is part of; None where it is part of none."""
    if len(chunks_of(line)) < 2:
        return None
    together = (h for h in header_lines(line, lines, page) if h.lines)
    return next((zone for own in together if (zone := _header_of(own, lexicon))), None)


def _header_of(own: HeaderLines, lexicon: Lexicon) -> Zone | None:
    """The header that lines make up; None where their wordings head no columns."""
    cells = _cells(own.lines)
    scores = [header_roles(text_of(words, lexicon)) for words in cells]
    best = [max(s.values(), default=0.0) for s in scores]
    known = sum(b >= KNOWN for b in best)
    apart = own.apart or (len(best) > 2 and min(best) >= SURE)
    if known < 2 or sum(best) < MEAN * len(best) or not apart or not any(HEADED & set(s) for s in scores):
        return None
    return Zone(tuple(cells), own.box, ())


def _cells(lines: Sequence[Line]) -> list[tuple[Word, ...]]:
    """Header words in cells: chunks that overlap from line to line are one cell's."""
    groups: list[tuple[float, float, list[Word]]] = []
    for chunk in sorted((c for line in lines for c in chunks_of(line)), key=lambda c: c.box.x0):
        box = chunk.box
        if groups and overlap(groups[-1][0], groups[-1][1], box.x0, box.x1) > 0:
            x0, x1, words = groups[-1]
            groups[-1] = (x0, max(x1, box.x1), [*words, *chunk.words])
        else:
            groups.append((box.x0, box.x1, list(chunk.words)))
    return [tuple(w for line in lines_of(words) for w in line.words) for _, _, words in groups]


def body_of(header: Zone, below: Sequence[Line], page: Page, lexicon: Lexicon) -> list[Line]:
    """The lines that a header heads: up to the next header, a heading, running text or wide white space."""
    body: list[Line] = []
    bottom = header.box.bottom
    starts = [min(w.box.x0 for w in words) for words in header.header]
    for index, line in enumerate(below):
        size = line.size
        if line.box.top - bottom > PARTED * size and not _ruled_off(bottom, line.box.top, header.box, page):
            break
        if _header_at(line, below[index:], page, lexicon) or _runs_across(line, starts, header.box):
            break
        if _like_header(line, header, page) or (body and _parts(line, body, header.box)):
            break
        body.append(line)
        bottom = max(bottom, line.box.bottom)
    while body and _is_caption(body[-1], header.box):
        body.pop()
    return body


def _like_header(line: Line, header: Zone, page: Page) -> bool:
    """True for a line set bold on the header's own shade: the header of another table."""
    own, shade = _shade_of(header.box, page), shade_under(line, page)
    return line.bold and own is not None and shade is not None and abs(own.grey - shade.grey) < 0.01


def _shade_of(box: Box, page: Page) -> Fill | None:
    return next((f for f in shaded_rows(page) if f.box.covers(box, 3.0) and f.box.height < 1.5 * box.height), None)


def _parts(line: Line, body: Sequence[Line], box: Box) -> bool:
    """True for a heading between tables: bold below lines that are not, in one chunk, from the left, after a gap."""
    plain = not any(w.bold for w in body[-1].words)
    return _is_caption(line, box) and plain and line.box.top - body[-1].box.bottom > 0.8 * line.size


def _ruled_off(top: float, bottom: float, box: Box, page: Page) -> bool:
    """True where a horizontal ruling, or a shaded row, bridges white space inside a table."""
    across = any(
        not r.vertical and top <= r.at <= bottom and overlap(r.start, r.end, box.x0, box.x1) > 0.5 * box.width
        for r in page.rulings
    )
    return across or any(
        f.box.top <= bottom and f.box.bottom >= top and f.box.width > 0.5 * box.width for f in page.fills
    )


def _runs_across(line: Line, starts: Sequence[float], box: Box) -> bool:
    """True for a line of running text: one chunk over more than two columns, or a line outside the table."""
    first = line.words[0].box.x0
    if line.box.x1 < box.x0 or line.box.x0 > box.x1:
        return True
    widest = max((c.box for c in chunks_of(line)), key=lambda b: b.width)
    covered = sum(widest.x0 < x - 1 < widest.x1 - 4 for x in starts)
    return covered >= min(2, len(starts) - 1) and first <= starts[0] + 12


def _is_caption(line: Line, box: Box) -> bool:
    """True for a heading left at a table's end: bold, in one chunk, from the table's left side."""
    return line.bold and len(chunks_of(line)) == 1 and line.box.x0 < box.x0 + 12
