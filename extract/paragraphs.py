"""The lines outside tables to paragraphs: columns apart, list items each their own, over page breaks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.headings import Governing, HeadingStack, body_size, headings_of, is_cover
from extract.layout import Layout
from extract.lines import Line
from extract.page import Direction, Page, Word
from extract.text import BULLETS, DASHES

GUTTER = 2.0
"""Words of one line further apart than so many font sizes stand in different columns of text."""

LOOSE = 1.3
"""Lines further apart than so many times the page's usual leading belong to two paragraphs."""

WIDEST = 1.9
"""Font sizes; lines further apart are no lines of one paragraph."""

NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|\(?[a-z]{1,3}\)|[a-z]\.)$")
"""A paragraph's number, set before its text."""

FULL_STOPS = (".", "!", "?", ":", ";")


@dataclass(slots=True)
class Paragraph:
    """Lines of running text that belong together. `context` are the headings above it, outermost first.

    `pages` holds each line's page number. `listed` is true for the item of a list, told by its bullet or number.
    """

    lines: list[Line]
    pages: list[int]
    context: tuple[Governing, ...]
    listed: bool = False

    @property
    def text(self) -> str:
        """The lines' words as printed."""
        return " ".join(line.text for line in self.lines)

    @property
    def is_open(self) -> bool:
        """True where no full stop ends it."""
        return not self.text.endswith(FULL_STOPS)


def paragraphs_of(pages: Sequence[Page], layout: Layout) -> list[Paragraph]:
    """The paragraphs of a document's running text, in reading order; headings, furniture and tables are left out."""
    body = body_size(pages)
    stack = HeadingStack()
    found: list[Paragraph] = []
    for page, lines in zip(pages, layout.outside, strict=True):
        text = [line for line in lines if not all(word in layout.running for word in line.words)]
        of_page = [] if is_cover(page) else list(_of_page(page.number, text, body, stack))
        if found and of_page and _goes_on(found[-1], of_page[0], page.number):
            first = of_page.pop(0)
            found[-1].lines += first.lines
            found[-1].pages += first.pages
        found += of_page
    return found


def _of_page(number: int, lines: Sequence[Line], body: float, stack: HeadingStack) -> Iterator[Paragraph]:
    """The paragraphs of one page between its headings, which are taken in on the way."""
    headings = headings_of(number, lines, body)
    in_heading = {id(word) for heading in headings for word in heading.governing.words}
    section: list[Line] = []
    for line in lines:
        if id(line.words[0]) not in in_heading:
            section.append(line)
            continue
        yield from _in_section(number, section, stack)
        section = []
        while headings and headings[0].governing.words[0].box.top <= line.box.top:
            stack.push(headings.pop(0))
    yield from _in_section(number, section, stack)


def _in_section(number: int, lines: Sequence[Line], stack: HeadingStack) -> list[Paragraph]:
    context = stack.governing()
    segments = [segment for line in lines for segment in _segments(line)]
    leading = _leading(segments)
    found: list[Paragraph] = []
    for segment in segments:
        listed = _is_item(segment)
        above = None if listed else next((p for p in reversed(found) if _follows(p, segment, leading)), None)
        if above is None:
            found.append(Paragraph([_without_number(segment)], [number], context, listed))
        else:
            above.lines.append(segment)
            above.pages.append(number)
    return found


def _segments(line: Line) -> Iterator[Line]:
    """The parts of a line that stand in columns of their own; a bullet or number stays with its text."""
    words: list[Word] = [word for word in line.words if word.direction is Direction.RIGHT]
    if not words:
        return
    start = 0
    for n, (left, right) in enumerate(pairwise(words), 1):
        if right.box.x0 - left.box.x1 > GUTTER * line.size and not (n - start == 1 and _is_mark(left)):
            yield Line(tuple(words[start:n]))
            start = n
    yield Line(tuple(words[start:]))


def _is_mark(word: Word) -> bool:
    return word.text in BULLETS or word.text in DASHES or bool(NUMBER.match(word.text))


def _is_item(line: Line) -> bool:
    first = line.words[0].text
    return len(line.words) > 1 and (first in BULLETS or first in DASHES or _numbered(line))


def _numbered(line: Line) -> bool:
    """True for a number set off from the text behind it by more than a space."""
    if len(line.words) < 2 or not NUMBER.match(line.words[0].text):
        return False
    return line.words[1].box.x0 - line.words[0].box.x1 > 0.6 * line.size


def _without_number(line: Line) -> Line:
    first = line.words[0].text
    marked = len(line.words) > 1 and (first in BULLETS or first in DASHES or _numbered(line))
    return Line(line.words[1:]) if marked else line


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance from line to line, in points."""
    steps = Counter(
        round(b.box.top - a.box.top) for a, b in pairwise(lines) if 2 < b.box.top - a.box.top < WIDEST * a.size
    )
    return float(min(steps, key=lambda step: (-steps[step], step))) if steps else 0.0


def _follows(paragraph: Paragraph, line: Line, leading: float) -> bool:
    """True for the next line of a paragraph: right under its last one, beside no other column, no smaller."""
    last = paragraph.lines[-1]
    step = line.box.top - last.box.top
    beside = min(last.box.x1, line.box.x1) - max(last.box.x0, line.box.x0)
    near = 0 < step <= LOOSE * max(leading, line.size)
    return near and beside > 0 and abs(last.size - line.size) < 1


def _goes_on(paragraph: Paragraph, first: Paragraph, page: int) -> bool:
    """True where a page begins with the rest of the paragraph that ends the page before."""
    alike = abs(paragraph.lines[-1].size - first.lines[0].size) < 1
    return (
        paragraph.pages[-1] == page - 1 and paragraph.is_open and not first.listed and alike
    ) and paragraph.context == first.context
