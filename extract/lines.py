"""Words to lines: those whose heights overlap stand on one line, left to right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extract.geometry import Box, union
from extract.page import Direction, Word

SAME_LINE = 0.5
"""Words share a line where they overlap by this share of the smaller one's height."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one line in reading order."""

    words: tuple[Word, ...]

    @property
    def box(self) -> Box:
        """The box around the words."""
        return union(w.box for w in self.words)

    @property
    def text(self) -> str:
        """The words with a space between each two."""
        return " ".join(w.text for w in self.words)

    @property
    def size(self) -> float:
        """The largest font size on the line, in points."""
        return max(w.size for w in self.words)

    @property
    def bold(self) -> bool:
        """True where every word is bold."""
        return all(w.bold for w in self.words)


def lines_of(words: Iterable[Word]) -> tuple[Line, ...]:
    """The lines of upright words from top to bottom, then those of sideways words in their own reading order."""
    by_direction: dict[Direction, list[Word]] = {}
    for word in words:
        by_direction.setdefault(word.direction, []).append(word)
    if len(by_direction) == 1:
        ((direction, own),) = by_direction.items()
        return tuple(_lines(own, direction))
    return tuple(line for direction in sorted(by_direction) for line in _lines(by_direction[direction], direction))


def _lines(words: Sequence[Word], direction: Direction) -> list[Line]:
    if len(words) == 1:
        return [Line((words[0],))]
    placed = sorted((_frame(w, direction) for w in words), key=lambda p: (p.above + p.below, p.start))
    rows: list[list[_Placed]] = []
    for word in placed:
        for row in reversed(rows[-2:]):
            if _level(word, row[0]):
                row.append(word)
                if word.word.size > row[0].word.size:
                    row[0], row[-1] = row[-1], row[0]
                break
        else:
            rows.append([word])
    return [Line(tuple(p.word for p in sorted(row, key=lambda p: p.start))) for row in rows]


class _Placed(NamedTuple):
    """A word with its span across the text and its start along it. A row's first is its largest."""

    word: Word
    above: float
    below: float
    start: float


def _level(word: _Placed, largest: _Placed) -> bool:
    """True where a word stands on the line of that line's largest word."""
    common = min(word.below, largest.below) - max(word.above, largest.above)
    return common >= SAME_LINE * min(word.below - word.above, largest.below - largest.above)


def _frame(word: Word, direction: Direction) -> _Placed:
    x0, top, x1, bottom = word.box
    if direction is Direction.RIGHT:
        return _Placed(word, top, bottom, x0)
    if direction is Direction.UP:
        return _Placed(word, x0, x1, -bottom)
    if direction is Direction.LEFT:
        return _Placed(word, -bottom, -top, -x1)
    return _Placed(word, -x1, -x0, top)
