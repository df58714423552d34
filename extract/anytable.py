"""A page to all its tables, whether they are a plan's or not: ruled, ruled in part, or set out by white space alone."""

from collections.abc import Iterable

from extract.aligned import aligned_table
from extract.figures import in_figure
from extract.frames import framed_regions
from extract.geometry import Box
from extract.lines import lines_of
from extract.page import Page, Word
from extract.partial import drawn_tables
from extract.runs import aligned_regions
from extract.table import Table
from extract.unruled import unruled_tables
from extract.vocabulary import Lexicon


def tables_of(page: Page, lexicon: Lexicon) -> tuple[Table, ...]:
    """The tables of an upright page, from top to bottom; `lexicon` holds the words that its document prints whole."""
    drawn = drawn_tables(page)
    words = _outside(page.words, [*(t.box for t in drawn.tables), *drawn.charts])
    plans = unruled_tables(page, lines_of(words), lexicon)
    words = _outside(words, [t.box for t in plans])
    framed = framed_regions(page, words)
    words = _outside(words, [region.box for region in framed])
    regions = [r for r in (*framed, *aligned_regions(words)) if not in_figure(r.box, drawn.charts, page.words)]
    aligned = (aligned_table(region, page.number) for region in regions)
    found = (*drawn.tables, *plans, *(t for t in aligned if t))
    return tuple(sorted(found, key=lambda t: (t.box.top, t.box.x0)))


def _outside(words: Iterable[Word], boxes: Iterable[Box]) -> list[Word]:
    """The words whose middles lie in none of the boxes."""
    taken = list(boxes)
    return [w for w in words if not any(box.holds(*w.box.centre) for box in taken)]
