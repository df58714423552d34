"""Glyphs in the order in which they are printed to words: a space or a gap ends a word, a raised ending does not."""

from dataclasses import dataclass

from extract.geometry import Box
from extract.letters import UNREADABLE, spelt
from extract.page import Direction, Word

GAP = 0.17
"""A gap of this share of the font size, or more, parts two words."""

BACKSTEP = 0.6
"""A glyph that starts this share of the font size before the last one ended begins a new word."""


@dataclass(frozen=True, slots=True)
class GlyphStyle:
    """What the glyphs of one run share; `baseline` lies across the reading direction, growing towards the next line."""

    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    direction: Direction = Direction.RIGHT


class WordBuilder:
    """Joins glyphs into words as they come. `unread` counts words with a character that cannot be read."""

    def __init__(self) -> None:
        self.unread = 0
        self._words: list[Word] = []
        self._letters: list[str] = []
        self._style: GlyphStyle | None = None
        self._last: GlyphStyle | None = None
        self._first = self._start = self._end = 0.0

    def add(self, text: str, start: float, end: float, style: GlyphStyle, space: bool) -> None:
        """Take in the next glyph.

        `start` and `end` run along the reading direction, in points; `space` is true where white space was printed
        before it.
        """
        if style is self._last and not space and -BACKSTEP * style.size < start - self._end < GAP * style.size:
            self._letters.append(text)
        elif self._last is not None and not space and self._continues(start, end, style):
            self._letters.append(text)
            if self._style is None or style.size > self._style.size:
                self._style = style
        else:
            self._finish()
            self._letters = [text]
            self._first = start
            self._style = style
        self._last = style
        self._start, self._end = start, end

    def words(self) -> tuple[Word, ...]:
        """All words so far, the last one included."""
        self._finish()
        self._last = None
        return tuple(self._words)

    def _continues(self, start: float, end: float, style: GlyphStyle) -> bool:
        last = self._last
        if last is None or style.direction != last.direction:
            return False
        if (start, end, style.baseline) == (self._start, self._end, last.baseline):
            return True  # the letters of one ligature share its place
        size = max(last.size, style.size)
        if not -BACKSTEP * size < start - self._end < GAP * size:
            return False
        shift = abs(style.baseline - last.baseline)
        return shift < 0.15 * size or (shift < 0.6 * size and min(last.size, style.size) < 0.85 * size)

    def _finish(self) -> None:
        style = self._style
        if style is None or not self._letters:
            return
        text = "".join(self._letters)
        if not text.isascii() or not text.isprintable():
            text = spelt(text)
            self.unread += UNREADABLE in text
        above, below = style.baseline - 0.76 * style.size, style.baseline + 0.22 * style.size
        box = _displayed(style.direction, self._first, max(self._first, self._end), above, below)
        size = round(style.size, 2)
        self._words.append(Word(text, box, size, style.baseline, style.bold, style.italic, style.direction))
        self._letters = []


def _displayed(direction: Direction, start: float, end: float, above: float, below: float) -> Box:
    """The box on the page of a span `start`..`end` along the text and `above`..`below` across it."""
    if direction is Direction.RIGHT:
        return Box(start, above, end, below)
    if direction is Direction.UP:
        return Box(above, -end, below, -start)
    if direction is Direction.LEFT:
        return Box(-end, -below, -start, -above)
    return Box(-below, start, -above, end)
