"""Lines that begin with labels to small forms: tables of label and value rows without a rule."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.forms import form_of, is_form
from extract.geometry import Box, union
from extract.lines import Line
from extract.page import Word
from extract.roles import header_roles
from extract.table import Cell, Origin, Table
from extract.vocabulary import Lexicon

LABEL_WORDS = 6

SURE = 0.8
"""A label's wording would head a column with this score."""

CLOSE = 2.6
"""The lines of a form follow each other within this many font sizes."""


@dataclass(slots=True)
class _Row:
    label: tuple[Word, ...]
    value: list[Word] = field(default_factory=list)


def labelled_forms(page: int, lines: Sequence[Line], lexicon: Lexicon) -> Iterator[Table]:
    """The forms among a page's lines outside tables and furniture, from top to bottom."""
    for rows in _runs(lines):
        table = _table(page, rows)
        if is_form(form_of(table, lexicon), lexicon):
            yield table


def _runs(lines: Sequence[Line]) -> Iterator[list[_Row]]:
    """Labels that follow each other, none twice, each with the lines up to the next."""
    rows: list[_Row] = []
    last: Line | None = None
    for line in lines:
        label = _label(line)
        close = last is not None and line.box.top - last.box.top < CLOSE * line.size
        again = label is not None and _text(label) in {_text(row.label) for row in rows}
        if rows and (not close or again or (label is None and not _goes_on(line, rows[-1]))):
            yield rows
            rows = []
        if label is not None:
            rows.append(_Row(label, list(line.words[len(label) :])))
        elif rows:
            rows[-1].value += line.words
        last = line
    if rows:
        yield rows


def _label(line: Line) -> tuple[Word, ...] | None:
    """The words up to a colon that would head a column; None for a line that begins otherwise."""
    for count, word in enumerate(line.words[:LABEL_WORDS], start=1):
        if word.text.endswith(":"):
            label = line.words[:count]
            return label if max(header_roles(_text(label)).values(), default=0.0) >= SURE else None
    return None


def _text(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words).rstrip(":").lower()


def _goes_on(line: Line, row: _Row) -> bool:
    """True for a further line of a value: not bold, and no further left than the label."""
    return bool(row.value) and not line.bold and line.box.x0 > row.label[0].box.x0 - 1


def _table(page: int, rows: Sequence[_Row]) -> Table:
    box = union(w.box for row in rows for w in (*row.label, *row.value))
    tops = [*(row.label[0].box.top for row in rows), box.bottom]
    cells: list[Cell] = []
    for i, row in enumerate(rows):
        x0 = min((w.box.x0 for w in row.value), default=box.x1)
        cells.append(Cell(i, i, 0, 0, Box(box.x0, tops[i], x0, tops[i + 1]), row.label))
        cells.append(Cell(i, i, 1, 1, Box(x0, tops[i], box.x1, tops[i + 1]), tuple(row.value)))
    middle = max(row.label[-1].box.x1 for row in rows)
    return Table(page, box, (box.x0, middle, box.x1), tuple(tops), tuple(cells), Origin.FORM)
