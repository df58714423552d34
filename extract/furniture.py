"""Pages to their furniture: running headers, footers and page numbers, told by place and repetition."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extract.headings import LABEL
from extract.lines import Line
from extract.page import Page, Word

MARGIN = 0.12
"""Furniture stands within this share of the page height from the top or the bottom."""

MIN_REPEATS = 3
"""Running text is printed on at least so many pages (on all, where the document has fewer)."""

STEP = 1.5
"""The lines of one text follow each other within this many font sizes."""

PAGE_NUMBER = re.compile(r"^\W*(page\s*)?\d{1,4}(\s*(of|/)\s*\d{1,4})?\W*$", re.IGNORECASE)


def furniture(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> frozenset[Word]:
    """The words of running headers, footers and page numbers. `lines` holds each page's lines outside its tables.

    A theme or priority that several pages name at their top governs what they hold, and is no furniture.
    """
    marginal = [
        [line for line in _unlabelled(of_page) if _in_margin(line, page)]
        for page, of_page in zip(pages, lines, strict=True)
    ]
    count = Counter(text for of_page in marginal for text in {masked(line.text) for line in of_page})
    least = min(MIN_REPEATS, max(2, len(pages)))
    return frozenset(
        word
        for of_page in marginal
        for line in of_page
        if count[masked(line.text)] >= least or PAGE_NUMBER.match(line.text)
        for word in line.words
    )


def masked(text: str) -> str:
    """The text with each number as one mark, so that pages differ in nothing."""
    return re.sub(r"\d+", "#", text.lower())


def _in_margin(line: Line, page: Page) -> bool:
    top, bottom = line.box.top, line.box.bottom
    return bottom < MARGIN * page.height or top > (1 - MARGIN) * page.height


def _unlabelled(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines without those that a label opens, and the further lines of such a text."""
    last: Line | None = None
    for line in lines:
        further = last is not None and line.size == last.size and 0 < line.box.top - last.box.top < STEP * line.size
        if LABEL.match(line.text) or further:
            last = line
        else:
            last = None
            yield line
