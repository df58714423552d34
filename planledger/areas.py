"""A document's pages to the boxes of the tables on each, as displayed."""

from collections.abc import Mapping, Sequence

from extract.geometry import Box
from extract.layout import layout_of
from extract.page import Page
from extract.turn import turn_of, turned


def table_areas(pages: Sequence[Page]) -> Mapping[int, tuple[Box, ...]]:
    """For each page, by its number, the boxes of all its tables, plans or not, in points from its top left."""
    turns = {page.number: turn_of(page) for page in pages}
    layout = layout_of([turned(page, turns[page.number]) for page in pages])
    boxes: dict[int, list[Box]] = {page.number: [] for page in pages}
    for placed in layout.tables:
        number = placed.table.page
        boxes[number].append(turns[number].back(placed.table.box))
    return {number: tuple(of_page) for number, of_page in boxes.items()}
