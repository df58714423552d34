"""The body lines of a table to its rows: a line of figures begins one, what only goes on with a text does not."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extract.lines import Line
from extract.region import Region, span_of
from extract.strips import Strip, is_datum, strip_of

UNFINISHED = re.compile(r"([,(&/–-]|\b(and|or|of|the|for|in|to|by|with|from|at|on|per|a|an|than))$", re.IGNORECASE)
GOES_ON = re.compile(r"^[a-z(&]")
CLOSE = 0.8
"""Lines nearer than this share of their font size stand on the same row: a text of two lines beside one line of
figures set at its middle."""

RULED_OFF = 3
"""So many stretches between rules across the table, or more, none with two lines of figures, are its rows."""

TIGHT = 0.85
"""A step of this share of the usual one, or less, stays within the row."""


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A line of a table's body by its columns: for each span of columns the chunk printed there."""

    line: Line
    cells: Mapping[tuple[int, int], Line]

    @property
    def label(self) -> Line | None:
        """What stands in the first column alone."""
        return self.cells.get((0, 0))

    @property
    def has_data(self) -> bool:
        """True where a column other than the first holds a datum."""
        return any(first > 0 and is_datum(chunk.text) for (first, _), chunk in self.cells.items())

    @property
    def only_label(self) -> bool:
        """True where nothing stands in the other columns."""
        return set(self.cells) == {(0, 0)}


def body_lines(region: Region, first: int, columns: Sequence[Strip]) -> list[BodyLine]:
    """The lines of a region from `first` on, by their columns."""
    found = []
    for line, parts in zip(region.lines[first:], region.chunks[first:], strict=True):
        cells: dict[tuple[int, int], Line] = {}
        for chunk in parts:
            span = _across(chunk, parts, columns) or _body_span(chunk, parts, columns)
            shared = next((s for s in cells if s[0] <= span[1] and span[0] <= s[1]), None)
            if shared is None:
                cells[span] = chunk
            else:
                words = (*cells.pop(shared).words, *chunk.words)
                cells[min(span[0], shared[0]), max(span[1], shared[1])] = Line(words)
        found.append(BodyLine(line, cells))
    return found


def _across(chunk: Line, parts: Sequence[Line], columns: Sequence[Strip]) -> tuple[int, int] | None:
    """All columns but that of the labels, for a text that stands alone in the middle over them."""
    middle = (columns[1].x0 + columns[-1].x1) / 2
    alone = len(parts) == 1 and len(columns) > 2 and not is_datum(chunk.text)
    return (1, len(columns) - 1) if alone and abs(strip_of(chunk).middle - middle) < chunk.size else None


def _body_span(chunk: Line, parts: Sequence[Line], columns: Sequence[Strip]) -> tuple[int, int]:
    """The columns of a chunk; a heading among the labels that is longer than they are stays in their column."""
    strip = strip_of(chunk)
    first, last = span_of(strip, columns)
    if first == 0 and last > 0 and (strip.x0 < columns[0].x1 or len(parts) > 1):
        return 0, 0
    return first, last


def rows_of_lines(body: Sequence[BodyLine], region: Region, first: int) -> list[list[BodyLine]]:
    """The lines in rows. `first` is the index of the first body line in the region."""
    step = _usual_step(body)
    breaks = [i for i in range(1, len(body)) if region.ruled_between(first + i)]
    by_rules = [list(body[a:b]) for a, b in pairwise([0, *breaks, len(body)])]
    if len(by_rules) >= RULED_OFF and not any(sum(x.has_data for x in r) > 1 for r in by_rules):
        return by_rules
    rows: list[list[BodyLine]] = []
    for i, line in enumerate(body):
        ruled = i > 0 and region.ruled_between(first + i)
        following = body[i + 1] if i + 1 < len(body) and not region.ruled_between(first + i + 1) else None
        if rows and not ruled and _same_row(rows[-1], line, following, step):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _usual_step(body: Sequence[BodyLine]) -> float:
    """The usual distance in points from a line of figures to the next."""
    steps = [
        b.line.words[0].baseline - a.line.words[0].baseline for a, b in pairwise(body) if a.has_data and b.has_data
    ]
    sizes = [line.line.size for line in body]
    return median(steps) if steps else 1.2 * median(sizes or [10.0])


def _same_row(row: Sequence[BodyLine], line: BodyLine, following: BodyLine | None, step: float) -> bool:
    last = row[-1]
    distance = line.line.words[0].baseline - last.line.words[0].baseline
    complete = any(x.has_data for x in row)
    if line.has_data and complete:
        return False
    if line.has_data and line.label is None:
        # figures at the middle of a label's two lines
        return last.only_label and distance < CLOSE * line.line.size
    if line.has_data:
        return last.only_label and _continues(last.label, line.label) and not last.line.bold
    if line.only_label:
        if distance < CLOSE * line.line.size and last.label is None:
            return True
        wrapped = _continues(_label_of(row), line.label)
        nearer = following is not None and distance < _distance(line, following) - 0.2 * line.line.size
        return wrapped or (complete and nearer and distance <= TIGHT * step)
    return all(_continues(last.cells.get(span), chunk) for span, chunk in line.cells.items())


def _distance(a: BodyLine, b: BodyLine) -> float:
    return b.line.words[0].baseline - a.line.words[0].baseline


def _label_of(row: Sequence[BodyLine]) -> Line | None:
    return next((x.label for x in reversed(row) if x.label is not None), None)


def runs_on(above: Line, below: Line) -> bool:
    """True where one line's text goes on in the next."""
    return bool(UNFINISHED.search(above.text) or GOES_ON.match(below.text)) and not is_datum(below.text)


def _continues(above: Line | None, below: Line | None) -> bool:
    return above is not None and below is not None and runs_on(above, below)
