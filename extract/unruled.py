"""Zones of a page to tables: what horizontal rules, shading or white space alone set out in rows and columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.geometry import Box, union
from extract.grid import fill_cells
from extract.gutters import chunks_of, column_edges, column_starts, crosses
from extract.leading import Band, drawn_rows, merged_rows, paragraph_starts, spaced_rows, spread_rows, usual_step
from extract.lines import Line, lines_of
from extract.page import Page
from extract.roles import Role, header_roles
from extract.table import Cell, Origin, Table
from extract.text import text_of
from extract.vocabulary import Lexicon
from extract.zones import Zone, body_of, zones_of

TIGHT = 0.7
"""Rows are set tight where the main column has paragraphs for less than this share of them."""


def unruled_tables(page: Page, lines: Sequence[Line], lexicon: Lexicon) -> tuple[Table, ...]:
    """The tables among a page's lines outside ruled tables and furniture, from top to bottom."""
    return tuple(_table(page, zone, _edges(zone), lexicon) for zone in zones_of(page, lines, lexicon))


def going_on(page: Page, lines: Sequence[Line], above: Table, lexicon: Lexicon) -> Table | None:
    """The rows at the top of a page that go on with the unruled table `above`, which closes the page before.

    None where the first lines do not stand in its columns.
    """
    if not lines or len(chunks_of(lines[0])) < 2 or any(crosses(lines[0], x) for x in above.xs):
        return None
    top = lines[0].box.top - 1
    header = tuple(c.words for c in above.cells if c.row == 0 and c.words)
    head = Zone(header, Box(above.xs[0], top, above.xs[-1], top), ())
    body = body_of(head, lines, page, lexicon) if header else []
    return _table(page, replace(head, body=tuple(body)), above.xs, lexicon) if body else None


def rows_between_columns(page: Page, table: Table, lexicon: Lexicon) -> Table:
    """A ruled table of one row whose lines part columns alone, with the rows that white space tells; else the table."""
    if table.rows > 1 or len(table.xs) < 4:
        return table
    words = [w for cell in table.cells for w in cell.words]
    page = replace(page, rulings=())
    zones = zones_of(page, lines_of(words), lexicon)
    if len(zones) != 1 or len(zones[0].header) != len(table.cells):
        return table
    return _table(page, zones[0], table.xs, lexicon)


def _edges(zone: Zone) -> tuple[float, ...]:
    return column_edges([union(w.box for w in words) for words in zone.header], zone.body)


def _table(page: Page, zone: Zone, xs: Sequence[float], lexicon: Lexicon) -> Table:
    """The table of a zone whose columns have those edges; without a header row where the zone's has no height."""
    words = [w for line in zone.body for w in line.words]
    box = Box(xs[0], zone.box.bottom, xs[-1], max(w.box.bottom for w in words))
    columns = [lines_of(w for w in words if a <= w.box.centre[0] < b) for a, b in pairwise(xs)]
    keys = _key_columns(zone, lexicon)
    drawn = drawn_rows(page, box)
    rows = drawn or spaced_rows(columns, keys.refs, keys.main, box)
    rows = [r for r in rows if any(r.holds(line) for line in zone.body)]
    merged = [{} for _ in columns] if drawn else _merged(rows, columns, keys)
    cells = _body_cells(rows, xs, zone.body, merged)
    ys = (*(r.top for r in rows), rows[-1].bottom)
    if zone.box.height > 0:
        cells = [replace(c, row=c.row + 1, row_end=c.row_end + 1) for c in cells]
        cells = [*(Cell(0, 0, i, i, Box(a, zone.box.top, b, ys[0])) for i, (a, b) in enumerate(pairwise(xs))), *cells]
        ys = (zone.box.top, *ys)
        words += [w for head in zone.header for w in head]
    box = Box(xs[0], ys[0], xs[-1], ys[-1])
    return fill_cells(Table(page.number, box, tuple(xs), ys, tuple(cells), Origin.UNRULED), words)


@dataclass(frozen=True, slots=True)
class _Keys:
    """The column of references, where there is one, and the column of what is promised."""

    refs: int | None
    main: int

    @property
    def governing(self) -> range:
        """The columns between them, or left of the main one: what is printed once there governs rows."""
        return range(0 if self.refs is None else self.refs + 1, self.main)


def _key_columns(zone: Zone, lexicon: Lexicon) -> _Keys:
    roles = [header_roles(text_of(words, lexicon)) for words in zone.header]
    refs = max(range(len(roles)), key=lambda i: roles[i].get(Role.REF, 0.0))
    wanted = (Role.ACTION, Role.MILESTONE, Role.RISK, Role.INDICATOR, Role.ISSUE)
    main = next(
        (max(range(len(roles)), key=lambda i: roles[i].get(r, 0.0)) for r in wanted if any(r in s for s in roles)), 0
    )
    return _Keys(refs if roles[refs].get(Role.REF, 0.0) >= 0.5 else None, main)


def _merged(rows: Sequence[Band], columns: Sequence[Sequence[Line]], keys: _Keys) -> list[dict[int, int]]:
    """For each column the rows whose cell goes on below, with the last row of each."""
    step = usual_step(columns)
    tight = len(paragraph_starts(columns[keys.main], step)) < TIGHT * len(rows)
    merged = [merged_rows(rows, lines, step, tight) for lines in columns]
    for i in keys.governing:
        merged[i] = spread_rows(rows, columns[i], merged[i])
    return merged


def _body_cells(
    rows: Sequence[Band], xs: Sequence[float], body: Sequence[Line], merged: Sequence[Mapping[int, int]]
) -> list[Cell]:
    """The cells below the header: chunks over an edge merge columns, text that runs on merges rows (`merged`)."""
    taken: set[tuple[int, int]] = set()
    cells = []
    starts = column_starts(xs, body)
    for r, row in enumerate(rows):
        inside = [line for line in body if row.holds(line)]
        c = 0
        while c < len(xs) - 1:
            end = c
            while end < len(xs) - 2 and any(crosses(line, xs[end + 1], starts[end + 1]) for line in inside):
                end += 1
            last = merged[c].get(r, r) if end == c else r
            if (r, c) not in taken:
                last = last if all((q, c) not in taken for q in range(r, last + 1)) else r
                taken |= {(q, k) for q in range(r, last + 1) for k in range(c, end + 1)}
                box = Box(xs[c], row.top, xs[end + 1], rows[last].bottom)
                cells.append(Cell(r, last, c, end, box))
            c = end + 1
    return cells
