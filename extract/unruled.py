"""Zones of a page to tables: what horizontal rules, shading or white space alone set out in rows and columns."""

from collections.abc import Sequence
from itertools import pairwise

from extract.geometry import Box, union
from extract.grid import fill_cells
from extract.gutters import column_edges, crosses
from extract.leading import Band, drawn_rows, merged_rows, spaced_rows, usual_step
from extract.lines import Line, lines_of
from extract.page import Page, Word
from extract.roles import Role, header_roles
from extract.table import Cell, Table
from extract.text import text_of
from extract.vocabulary import Lexicon
from extract.zones import Zone, zones_of


def unruled_tables(page: Page, lines: Sequence[Line], lexicon: Lexicon) -> tuple[Table, ...]:
    """The tables among a page's lines outside ruled tables and furniture, from top to bottom."""
    return tuple(_table(page, zone, lexicon) for zone in zones_of(page, lines, lexicon))


def _table(page: Page, zone: Zone, lexicon: Lexicon) -> Table:
    header = [union(w.box for w in words) for words in zone.header]
    xs = column_edges(header, zone.body)
    words = [w for line in zone.body for w in line.words]
    box = Box(xs[0], zone.box.bottom, xs[-1], max(w.box.bottom for w in words))
    columns = [lines_of(w for w in words if a <= w.box.centre[0] < b) for a, b in pairwise(xs)]
    drawn = drawn_rows(page, box)
    rows = drawn or spaced_rows(columns, *_key_columns(zone, lexicon), box)
    rows = [r for r in rows if any(r.holds(line) for line in zone.body)]
    cells = [Cell(0, 0, i, i, Box(xs[i], zone.box.top, xs[i + 1], zone.box.bottom)) for i in range(len(xs) - 1)]
    cells += _body_cells(rows, xs, zone.body, columns, merge_down=not drawn)
    ys = (zone.box.top, *(r.top for r in rows), rows[-1].bottom)
    table = Table(page.number, Box(xs[0], zone.box.top, xs[-1], rows[-1].bottom), xs, ys, tuple(cells))
    return _with_words(table, [w for words in zone.header for w in words], words)


def _with_words(table: Table, header: Sequence[Word], body: Sequence[Word]) -> Table:
    return fill_cells(table, [*header, *body])


def _key_columns(zone: Zone, lexicon: Lexicon) -> tuple[int | None, int]:
    """The column of references, where there is one, and the column of what is promised."""
    roles = [header_roles(text_of(words, lexicon)) for words in zone.header]
    refs = max(range(len(roles)), key=lambda i: roles[i].get(Role.REF, 0.0))
    wanted = (Role.ACTION, Role.MILESTONE, Role.RISK, Role.INDICATOR, Role.ISSUE)
    main = next(
        (max(range(len(roles)), key=lambda i: roles[i].get(r, 0.0)) for r in wanted if any(r in s for s in roles)), 0
    )
    return (refs if roles[refs].get(Role.REF, 0.0) >= 0.5 else None), main


def _body_cells(
    rows: Sequence[Band], xs: Sequence[float], body: Sequence[Line], columns: Sequence[Sequence[Line]], merge_down: bool
) -> list[Cell]:
    """The cells below the header: chunks over an edge merge columns, text that runs on merges rows."""
    step = usual_step(columns)
    merged = [merged_rows(rows, lines, step) if merge_down else {} for lines in columns]
    taken: set[tuple[int, int]] = set()
    cells = []
    for r, row in enumerate(rows):
        inside = [line for line in body if row.holds(line)]
        c = 0
        while c < len(xs) - 1:
            end = c
            while end < len(xs) - 2 and any(crosses(line, xs[end + 1]) for line in inside):
                end += 1
            last = merged[c].get(r, r) if end == c else r
            if (r, c) not in taken:
                last = last if all((q, c) not in taken for q in range(r, last + 1)) else r
                taken |= {(q, k) for q in range(r, last + 1) for k in range(c, end + 1)}
                box = Box(xs[c], row.top, xs[end + 1], rows[last].bottom)
                cells.append(Cell(r + 1, last + 1, c, end, box))
            c = end + 1
    return cells
