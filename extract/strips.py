"""Lines to the strips of text that they share: columns told by the white space that successive lines agree on."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.geometry import overlap
from extract.lines import Line
from extract.page import Ruling, Word
from extract.text import BULLETS

GAP = 0.6
"""A gap of this share of the font size, or more, parts two chunks of a line."""

GAP_BETWEEN_FIGURES = 0.2
"""Likewise between two figures that are whole in themselves: "1,250 3,400", but not "1 250"."""

TYPED_GAP = 0.95
"""Likewise in a typewriter face, where a plain space is as wide as a letter."""

GAP_AT_GUTTER = 0.4
"""Likewise where the columns are known and the gap stands between two of them."""

TYPED = 0.6
"""The width of every letter of the usual typewriter faces, as a share of the font size."""

FULL = 0.5
"""A line shows the columns where it has this share of the chunks of the fullest lines."""

CROSSED = 12
"""Of so many lines, one may cross a gutter."""

CURRENCIES = frozenset("$£€")
LEADER = re.compile(r"^[.…·_]+$")
FIGURE = re.compile(r"^[^\w]*(\d[\d.,’' ]*)[^\w]*\w?[^\w]*$")
AMOUNT = re.compile(r"^\W*[$£€]\s?\d[\d.,]*\W{0,3}([^\W\d]+( [^\W\d]+)?)?$")
WHOLE_FIGURE = re.compile(r"^\W*\d+([.,]\d+)+\W*$|^\W*\d{4,}\W*$")
MARK = re.compile(r"^(n\.?/?a\.?|\(?x\)?|yes|no|nil|[-–—−.…:*†‡§#✓✔×]{1,6})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Strip:
    """The sideways extent of a column's text, in points."""

    x0: float
    x1: float

    @property
    def middle(self) -> float:
        """The middle, in points."""
        return (self.x0 + self.x1) / 2

    def shares(self, other: "Strip") -> float:
        """How much of the two extents is common, in points."""
        return overlap(self.x0, self.x1, other.x0, other.x1)


def strip_of(line: Line) -> Strip:
    """The sideways extent of a line."""
    return Strip(line.words[0].box.x0, max(w.box.x1 for w in line.words))


def is_datum(text: str) -> bool:
    """True for what fills a cell of a table of figures: a number with its unit or footnote mark, a dash, "n/a"."""
    return any(form.match(text) for form in (FIGURE, AMOUNT, MARK)) or _mostly_digits(text)


def _mostly_digits(text: str) -> bool:
    digits, letters = sum(c.isdigit() for c in text), sum(c.isalpha() for c in text)
    return digits > 0 and digits >= 2 * letters


def is_typed(lines: Iterable[Line]) -> bool:
    """True where nearly all words are set in a face whose letters are all equally wide."""
    words = [w for line in lines for w in line.words if len(w.text) > 1]
    equal = sum(abs(w.box.width / len(w.text) / w.size - TYPED) < 0.02 for w in words)
    return equal > 0.8 * len(words)


def chunks(line: Line, typed: bool, walls: Sequence[Ruling] = ()) -> list[Line]:
    """The line cut at its wide gaps, after its dot leaders, and at the vertical rulings that pass through it."""
    parts = [[line.words[0]]]
    for left, right in pairwise(line.words):
        if _parted(left, right, typed) or any(_stands_between(wall, left, right) for wall in walls):
            parts.append([])
        parts[-1].append(right)
    return [Line(tuple(words)) for words in parts]


def _at_gutter(left: Word, right: Word, columns: Sequence["Strip"]) -> bool:
    """True where one word ends and the next begins about where one column ends and the next begins."""
    return any(
        left.box.x1 <= b.x0 + 2 and a.x1 - 2 <= right.box.x0
        for a, b in pairwise(columns)
        if left.box.centre[0] < b.x0 and a.x1 < right.box.centre[0]
    )


def _parted(left: Word, right: Word, typed: bool) -> bool:
    if _belong_together(left, right):
        return False
    leads = bool(LEADER.match(right.text))
    if LEADER.match(left.text) or leads:
        return not leads and len(left.text) + len(right.text) > 2
    figures = WHOLE_FIGURE.match(left.text) and WHOLE_FIGURE.match(right.text)
    least = GAP_BETWEEN_FIGURES if figures else TYPED_GAP if typed else GAP
    return right.box.x0 - left.box.x1 >= least * max(left.size, right.size)


def split_at(chunk: Line, columns: Sequence["Strip"], typed: bool) -> list[Line]:
    """A chunk cut at the gaps that stand between two columns, where they are wider than a space need be."""
    parts = [[chunk.words[0]]]
    for left, right in pairwise(chunk.words):
        gap = right.box.x0 - left.box.x1
        least = TYPED_GAP if typed else GAP_AT_GUTTER
        wide = gap >= least * max(left.size, right.size) and not _belong_together(left, right)
        if wide and _at_gutter(left, right, columns):
            parts.append([])
        parts[-1].append(right)
    return [Line(tuple(words)) for words in parts]


def _belong_together(left: Word, right: Word) -> bool:
    """True for a bullet and its text, a currency sign set at the left of a column of figures, a sign set after one."""
    signed = left.text in CURRENCIES and FIGURE.match(right.text)
    counted = right.text == "%" and FIGURE.match(left.text)
    return left.text in BULLETS or bool(signed or counted)


def _stands_between(wall: Ruling, left: Word, right: Word) -> bool:
    between = left.box.centre[0] < wall.at < right.box.centre[0]
    return between and wall.start <= left.box.centre[1] <= wall.end


def strips_of(lines: Sequence[Sequence[Line]]) -> tuple[Strip, ...]:
    """The columns of lines, each given as its chunks: what is left between the gutters that hardly any line crosses."""
    most = max((len(line) for line in lines), default=0)
    full = [line for line in lines if len(line) >= max(2, FULL * most)]
    ends = sorted((x, step) for line in full for c in line for x, step in ((c.box.x0, 1), (c.box.x1, -1)))
    allowed = len(full) // CROSSED
    found: list[Strip] = []
    depth, start = 0, 0.0
    for x, step in ends:
        depth += step
        if step > 0 and depth == allowed + 1:
            start = x
        elif step < 0 and depth == allowed and x > start:
            found.append(Strip(start, x))
    return tuple(found)
