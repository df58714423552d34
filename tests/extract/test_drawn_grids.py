"""Random grids with merged cells and wrapped texts, drawn and read back: the same cells with the same texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.grid import ruled_tables
from extract.pdfium import read_pages
from extract.reading import Reader, read_pdf
from extract.table import Table
from extract.text import text_of
from tests.support.drawn import DrawnCell, DrawnTable, Stroke, fits, pdf_of
from tests.support.printed import NO_WORDS

HEIGHT = 841.89
WORDS = (
    "council", "review", "budget", "library", "roads", "parks", "agree", "report", "Officer", "Housing", "staff",
    "every", "policy", "2009", "£400", "(all)", "street,", "by", "the",
)  # fmt: skip


@st.composite
def drawn_tables(draw: st.DrawFn) -> DrawnTable:
    """A grid of up to five by five whose cells span any free rectangle of it; every cell holds some words."""
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    widths = tuple(float(w) for w in draw(st.lists(st.integers(45, 95), min_size=columns, max_size=columns)))
    free = {(r, c) for r in range(rows) for c in range(columns)}
    cells = []
    for row, column in sorted(free):
        if (row, column) not in free:
            continue
        row_end = row + draw(st.integers(0, rows - 1 - row))
        column_end = column + draw(st.sampled_from([0, 0, 1, columns]))
        row_end, column_end = _within(free, row, column, row_end, min(column_end, columns - 1))
        free -= {(r, c) for r in range(row, row_end + 1) for c in range(column, column_end + 1)}
        text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6)))
        cells.append(DrawnCell(row, row_end, column, column_end, text))
    return DrawnTable(widths, tuple(cells))


def _within(free: set[tuple[int, int]], row: int, column: int, row_end: int, column_end: int) -> tuple[int, int]:
    """The largest ends up to those given for which the rectangle is free."""
    while any((row, c) not in free for c in range(column, column_end + 1)):
        column_end -= 1
    while any((r, c) not in free for r in range(row, row_end + 1) for c in range(column, column_end + 1)):
        row_end -= 1
    return row_end, column_end


def read(data: bytes) -> tuple[Table, ...]:
    return ruled_tables(read_pages(data).pages[0])


def test_the_words_of_the_examples_fit_the_columns() -> None:
    assert all(fits(word, 45) for word in WORDS)


@settings(deadline=None, max_examples=60)
@given(drawn_tables().filter(lambda t: len(t.cells) > 1), st.sampled_from(Stroke))
def test_a_drawn_grid_is_read_back(drawn: DrawnTable, stroke: Stroke) -> None:
    (table,) = read(pdf_of(drawn, stroke))
    xs, ys = drawn.xs, [HEIGHT - y for y in drawn.ys]
    expected = [(xs[c.column], ys[c.row], xs[c.column_end + 1], ys[c.row_end + 1]) for c in drawn.cells]
    assert len(table.cells) == len(expected)
    for cell, box, source in zip(table.cells, expected, drawn.cells, strict=True):
        assert tuple(cell.box) == pytest.approx(box, abs=1.5)
        assert text_of(cell.words, NO_WORDS) == source.text


@settings(deadline=None, max_examples=20)
@given(drawn_tables().filter(lambda t: len(t.cells) > 1))
def test_each_word_is_in_one_cell(drawn: DrawnTable) -> None:
    (page,) = read_pages(pdf_of(drawn, Stroke.LINES)).pages
    (table,) = ruled_tables(page)
    held = [id(w) for cell in table.cells for w in cell.words]
    assert sorted(held) == sorted(id(w) for w in page.words)
    for cell in table.cells:
        assert all(cell.box.holds(*w.box.centre) for w in cell.words)


@pytest.mark.parametrize("stroke", Stroke)
@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
def test_all_ways_of_drawing_are_read_alike_by_both_readers(stroke: Stroke, reader: Reader) -> None:
    cells = (
        DrawnCell(0, 0, 0, 1, "our parks"),
        DrawnCell(1, 2, 0, 0, "plant trees every year"),
        DrawnCell(1, 1, 1, 1, "May"),
        DrawnCell(2, 2, 1, 1, "June"),
    )
    (page,) = read_pdf(pdf_of(DrawnTable((60.0, 60.0), cells), stroke), reader).pages
    (table,) = ruled_tables(page)
    assert [(c.row, c.row_end, c.column, c.column_end) for c in table.cells] == [
        (0, 0, 0, 1), (1, 2, 0, 0), (1, 1, 1, 1), (2, 2, 1, 1),
    ]  # fmt: skip
    assert [text_of(c.words, NO_WORDS) for c in table.cells] == [c.text for c in cells]
