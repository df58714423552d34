"""Lines outside tables to headings: set apart by weight or size, ranked so that an outer one holds inner ones."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from extract.lines import Line
from extract.page import Direction, Page, Word
from extract.roles import header_roles

LARGER = 1.12
"""A line set this much larger than the body is a heading even where it is not bold."""

MAX_WORDS = 40
MAX_PLAIN_WORDS = 25
"""Larger print that is not bold is a heading up to so many words, and a paragraph beyond."""

SAME_SIZE = 0.8
"""Sizes no further apart than this, in points, rank as one."""

CAPTION = re.compile(r"^(?:table|figure|chart)\s+\d", re.IGNORECASE)
LABEL = re.compile(
    r"^((?:(?:strategic|key|corporate|service|development|improvement|business|council|community)\s+)?"
    r"(?:objective|priority|theme|aim|goal|section|outcome|strategy|strand|pillar|programme|pledge))"
    r"(?:\s+[\w.]{1,6})?\s*[:–-]\s",
    re.IGNORECASE,
)
"""A label that opens a heading ("Objective 1.2:", "Theme:"), also where the text after it is not set apart."""

SAME_HEADING = 1.9
"""Lines of one look no further apart than this many font sizes are one heading."""


WIDER = 1.2
"""A step of so many of a heading's own steps begins another heading."""

KNOWN = 0.7
"""A bold opening is a label where it would head a column with this score."""


@dataclass(frozen=True, slots=True)
class Governing:
    """A text that governs what follows it: a heading, a caption or a band of a table."""

    page: int
    text: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Rank:
    """How far out a heading stands: the larger, the capitalised, the labelled and the bolder first; captions last."""

    size: float
    capitals: bool
    bold: bool
    labelled: bool = False
    caption: bool = False

    def holds(self, other: "Rank") -> bool:
        """True where a heading of this rank stays in force over one of the other."""
        if self.caption or other.caption:
            return other.caption and not self.caption
        if abs(self.size - other.size) > SAME_SIZE:
            return self.size > other.size
        return (self.capitals, self.labelled, self.bold) > (other.capitals, other.labelled, other.bold)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its rank; `top` in points from the top of its page."""

    governing: Governing
    rank: Rank
    top: float
    adjoins: bool = False
    """Neither text nor a table stands between the heading before it and this one."""

    @property
    def label(self) -> str | None:
        """The label that opens it, in lower case; None for a heading without one."""
        match = LABEL.match(self.governing.text)
        return match.group(1).lower() if match else None

    def takes_in(self, other: "Heading") -> bool:
        """True where the other, next heading stands under this one whatever its looks."""
        if other.rank.caption or self.rank.caption or other.rank.size > self.rank.size + SAME_SIZE:
            return False
        return other.adjoins or bool(self.label and other.label)


COVER_WORDS = 60
"""A first page with fewer words and no table is a cover: what it says governs no row."""


def is_cover(page: Page) -> bool:
    """True for a title page."""
    return page.number == 1 and len(page.words) < COVER_WORDS


def body_size(pages: Sequence[Page]) -> float:
    """The font size in which most of the words are set, in points."""
    sizes = Counter(round(w.size * 2) / 2 for p in pages for w in p.words if not w.bold)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def headings_of(page: int, lines: Sequence[Line], body: float) -> list[Heading]:
    """The headings among a page's lines outside tables and furniture, in reading order.

    `body` is the size in points in which most of the document is set.
    """
    found: list[Heading] = []
    last: Line | None = None
    adjoins = False
    step: float | None = None  # from line to line of the heading being read
    for line in lines:
        rank = _rank(line, body)
        near = last is not None and line.box.top - last.box.top < SAME_HEADING * line.size
        if last is not None and step is not None and line.box.top - last.box.top > WIDER * step:
            near = False
        if rank is None and near and _runs_on(found[-1], line):
            rank = found[-1].rank
        if rank is None:
            last, adjoins = None, False
            continue
        if near and _same_look(found[-1], rank, line) and not _begins_heading(line):
            words = (*found[-1].governing.words, *line.words)
            text = f"{found[-1].governing.text} {line.text}"
            found[-1] = replace(found[-1], governing=Governing(page, text, words))
            step = line.box.top - last.box.top if last is not None else None
        else:
            found.append(Heading(Governing(page, line.text, line.words), rank, line.box.top, adjoins))
            step = None
        last, adjoins = line, True
    return [h for h in found if h.governing.words[0].bold or len(h.governing.words) <= MAX_PLAIN_WORDS]


@dataclass(slots=True)
class HeadingStack:
    """The headings in force while a document is read from its first page on."""

    open: list[Heading] = field(default_factory=list)

    def push(self, heading: Heading) -> None:
        """Take in the next heading: it ends those of its own rank or label and what stands under them.

        One that follows another without text between, or bears a label of its own, stands under it.
        """
        labels = [h.label for h in self.open]
        if heading.label and heading.label in labels:
            del self.open[labels.index(heading.label) :]
        elif not (self.open and self.open[-1].takes_in(heading)):
            while self.open and not self.open[-1].rank.holds(heading.rank):
                self.open.pop()
        self.open.append(heading)

    def governing(self) -> tuple[Governing, ...]:
        """The headings in force, outermost first."""
        return tuple(h.governing for h in self.open)


def _rank(line: Line, body: float) -> Rank | None:
    """The rank of a line that looks like a heading; None for body text."""
    text = line.text
    upright = line.words[0].direction is Direction.RIGHT
    if len(line.words) > MAX_WORDS or not any(c.isalpha() for c in text) or not upright:
        return None
    larger = line.size > LARGER * body
    labelled = _is_labelled(line)
    if not larger and not line.bold and not labelled:
        return None
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters) > 0.9 * len(letters)
    return Rank(line.size, capitals, line.words[0].bold, labelled, bool(CAPTION.match(text)))


def _is_labelled(line: Line) -> bool:
    """True for a line with a label in front that is set apart: of a series ("Aim 2:"), or one as heads a column."""
    first = line.words[0]
    if not (first.bold or first.italic):
        return False
    opening = tuple(takewhile(lambda w: w.bold, line.words))
    known = max(header_roles(" ".join(w.text for w in opening)).values(), default=0.0)
    return bool(LABEL.match(line.text)) or (len(opening) < len(line.words) and known >= KNOWN)


def _runs_on(heading: Heading, line: Line) -> bool:
    """True for a further line of a labelled heading, set like the end of the one before."""
    last, first = heading.governing.words[-1], line.words[0]
    return heading.rank.labelled and (last.bold, last.italic) == (first.bold, first.italic)


def _same_look(heading: Heading, rank: Rank, line: Line) -> bool:
    """True for a line set like the end of a heading, whose further line it then is."""
    above = heading.rank
    last, first = heading.governing.words[-1], line.words[0]
    style = (last.bold, last.italic) == (first.bold, first.italic)
    return abs(above.size - rank.size) <= SAME_SIZE and style and (above.capitals == rank.capitals or above.caption)


def _begins_heading(line: Line) -> bool:
    """True for a line that starts with a number or a label of its own ("2.1", "Section B:")."""
    first = line.words[0].text
    return first[0].isdigit() or first.rstrip(":").lower() in {"section", "priority", "theme", "appendix", "objective"}
