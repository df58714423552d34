"""Text that nobody sees is left out and told; on a scan it is what OCR has read, and is kept."""

from collections.abc import Callable
from typing import get_args

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extract.errors import NoTextLayer
from extract.legibility import text_source_of, text_warnings
from extract.page import Page
from extract.reading import Reader, read_pdf
from models import Status, TextSource
from planledger.convert import convert_document
from tests.planledger import pdfs
from tests.support.printed import words

every_reader = pytest.mark.parametrize("reader", get_args(Reader))

SHOWN = "The council met in the old hall"
GHOST = "Nobody sees a single word of this line at all"


def _picture(canvas: Canvas, share: float = 1.0) -> None:
    width, height = canvas._pagesize
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "grey")), 0, 0, width, height * share)


def _invisible(canvas: Canvas, text: str = GHOST, y: float = 600, x: float = 72, mode: int = 3) -> None:
    line = canvas.beginText(x, y)
    line.setTextRenderMode(mode)
    line.textOut(text)
    line.setTextRenderMode(0)
    canvas.drawText(line)


def _shown(canvas: Canvas) -> None:
    canvas.drawString(72, 700, SHOWN)


def page_of(*draws: Callable[[Canvas], None], reader: Reader = "pdfium") -> Page:
    def draw(canvas: Canvas) -> None:
        for one in draws:
            one(canvas)

    (page,) = read_pdf(pdfs.drawn(draw), reader).pages
    return page


def text(page: Page) -> str:
    return " ".join(w.text for w in page.words)


@every_reader
@pytest.mark.parametrize("mode", [3, 7])
def test_invisible_text_beside_print_is_left_out(mode: int, reader: Reader) -> None:
    page = page_of(_shown, lambda c: _invisible(c, mode=mode), reader=reader)
    assert (text(page), page.scanned) == (SHOWN, False)
    assert page.unseen >= len(GHOST.replace(" ", ""))


@every_reader
def test_what_stands_after_invisible_text_is_read(reader: Reader) -> None:
    assert text(page_of(_invisible, _shown, reader=reader)) == SHOWN


@every_reader
def test_invisible_text_over_a_picture_of_the_page_is_read(reader: Reader) -> None:
    page = page_of(_picture, _invisible, reader=reader)
    assert (text(page), page.scanned, page.unseen) == (GHOST, True, 0)
    assert page.words[0].box.x0 == pytest.approx(72, abs=1)


@every_reader
def test_a_stamp_on_a_scan_is_read_too(reader: Reader) -> None:
    page = page_of(_picture, lambda c: c.drawString(500, 20, "Page 1"), _invisible, reader=reader)
    assert text(page) == f"Page 1 {GHOST}"
    assert page.scanned


@every_reader
def test_a_picture_in_the_ground_of_a_printed_page_makes_no_scan(reader: Reader) -> None:
    page = page_of(_picture, _shown, lambda c: _invisible(c, "ghost"), reader=reader)
    assert (text(page), page.scanned) == (SHOWN, False)
    assert page.unseen == 5


@every_reader
def test_a_smaller_picture_makes_no_scan(reader: Reader) -> None:
    draws = (lambda c: _picture(c, 0.7), _shown, _invisible)
    page = page_of(*draws, reader=reader)
    assert (text(page), page.scanned) == (SHOWN, False)


@every_reader
@pytest.mark.parametrize(("x", "y"), [(-400, 600), (700, 600), (72, -50), (72, 900)])
def test_text_beside_the_page_is_left_out(x: float, y: float, reader: Reader) -> None:
    page = page_of(_shown, lambda c: c.drawString(x, y, "ghost"), reader=reader)
    assert (text(page), page.outside) == (SHOWN, 5)


def test_text_beside_the_crop_box_is_left_out() -> None:
    page = page_of(_shown, lambda c: c.setCropBox((0, 650, 595, 842)), lambda c: c.drawString(72, 600, "ghost"))
    assert (text(page), page.outside) == (SHOWN, 5)


def test_a_document_with_nothing_to_be_seen_needs_ocr() -> None:
    with pytest.raises(NoTextLayer, match="no text that can be seen on any of its 2 pages") as caught:
        read_pdf(pdfs.drawn(_invisible, pages=2))
    assert caught.value.status is Status.NEEDS_OCR


def _page(number: int, count: int = 3, scanned: bool = False, **said: int) -> Page:
    printed = words("word " * count, 50, 60) if count else ()
    return Page(number, 595, 842, printed, (), scanned=scanned, **said)


@pytest.mark.parametrize(
    ("pages", "source"),
    [
        ([_page(1), _page(2)], TextSource.DIGITAL),
        ([_page(1, scanned=True), _page(2, 0)], TextSource.OCR),
        ([_page(1, scanned=True), _page(2)], TextSource.MIXED),
        ([], TextSource.DIGITAL),
    ],
)
def test_where_the_words_come_from(pages: list[Page], source: TextSource) -> None:
    assert text_source_of(pages) is source


def test_warnings_name_the_pages() -> None:
    pages = [_page(1, unseen=3), _page(2, unread=1), _page(3, unread=2), _page(4), _page(5, unread=3, outside=1234)]
    assert list(text_warnings(pages)) == [
        "pages 2-3, 5: 6 of 9 words cannot be read, since a font does not say what it draws",
        "page 1: invisible text left out (3 characters)",
        "page 5: text outside the page left out (1,234 characters)",
    ]
    assert list(text_warnings([_page(1)])) == []


def _plan(canvas: Canvas) -> None:
    _picture(canvas)
    rows = (("Action", "Lead", "By when"), ("Plant trees", "Head of Parks", "May 2010"), ("Mend it", "HR", "June 2010"))
    for number, row in enumerate(rows):
        canvas.rect(70, 690 - 20 * number, 450, 20)
        for column, cell in enumerate(row):
            _invisible(canvas, cell, 696 - 20 * number, 76 + 150 * column)
    for x in (220, 370):
        canvas.line(x, 650, x, 710)


def test_a_scan_with_the_text_of_ocr_is_converted_and_says_so() -> None:
    plan = convert_document(pdfs.drawn(_plan), "a.pdf", "file:///a.pdf")
    assert plan.document.text_source is TextSource.OCR
    assert [r.action for r in plan.records] == ["Plant trees", "Mend it"]
    assert plan.document.warnings == ()
