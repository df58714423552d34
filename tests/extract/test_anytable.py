"""Every table of a page, drawn by reportlab in the ways of statistics tables and read back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from extract.anytable import tables_of
from extract.reading import read_pdf
from tests.planledger.pdfs import drawn
from tests.support.printed import NO_WORDS
from tests.support.sheets import said

ROWS = (("Homes", "1,250", "96"), ("Roads", "400", "8"), ("Parks", "77", "104"), ("Lakes", "3", "12"))
HEADER = ("Service", "Staff", "Sites")
RIGHT = (60.0, 260.0, 400.0)


def read(rows: tuple[tuple[str, ...], ...], ruled: bool) -> list[list[str]]:
    """The tables that are found where rows are set with figures to the right, under a caption and over a note."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(60, 720, "Table 1. Services of the borough")
        for number, row in enumerate(rows):
            y = 700 - 15 * number
            canvas.drawString(60, y, row[0])
            for text, right in zip(row[1:], RIGHT[1:], strict=True):
                canvas.drawRightString(right, y, text)
        if ruled:
            for y in (712, 696, 694 - 15 * (len(rows) - 1)):
                canvas.line(58, y, 402, y)
        canvas.drawString(60, 680 - 15 * len(rows), "Source: the council")

    (page,) = read_pdf(drawn(draw)).pages
    return [said(table) for table in tables_of(page, NO_WORDS)]


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_is_found_between_its_caption_and_its_source(ruled: bool) -> None:
    assert read((HEADER, *ROWS), ruled) == [[" | ".join(row) for row in (HEADER, *ROWS)]]


LABEL = st.sampled_from(["Homes", "Roads and paths", "Parks", "Housing benefit", "Lakes"])
FIGURE = st.one_of(st.integers(0, 99999).map(lambda n: f"{n:,}"), st.sampled_from(["–", "12.5%", "n/a"]))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(LABEL, FIGURE, FIGURE), min_size=3, max_size=9))
def test_any_table_of_labels_and_figures_is_read_back(rows: list[tuple[str, str, str]]) -> None:
    assert read((HEADER, *rows), ruled=True) == [[" | ".join(row) for row in (HEADER, *rows)]]


def test_prose_holds_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(12):
            canvas.drawString(60, 700 - 14 * number, "The council met in the old hall and")
            canvas.drawString(320, 700 - 14 * number, "decided on 12 plans in 3 wards that")

    (page,) = read_pdf(drawn(draw)).pages
    assert tables_of(page, NO_WORDS) == ()
