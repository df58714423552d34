"""Pages to their furniture: running headers, footers and page numbers, told by place and repetition."""

import re
from collections import Counter
from collections.abc import Sequence

from extract.lines import Line
from extract.page import Page, Word

MARGIN = 0.12
"""Furniture stands within this share of the page height from the top or the bottom."""

MIN_REPEATS = 3
"""Running text is printed on at least so many pages (on all, where the document has fewer)."""

PAGE_NUMBER = re.compile(r"^\W*(page\s*)?\d{1,4}(\s*(of|/)\s*\d{1,4})?\W*$", re.IGNORECASE)


def furniture(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> frozenset[Word]:
    """The words of running headers, footers and page numbers. `lines` holds each page's lines outside its tables."""
    marginal = [
        [line for line in of_page if _in_margin(line, page)] for page, of_page in zip(pages, lines, strict=True)
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
