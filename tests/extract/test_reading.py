"""PDF bytes to pages, or to the reason why there are none."""

from collections.abc import Callable
from typing import get_args

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.errors import DamagedPdf, EmptyFile, EncryptedPdf, NotAPdf, NoTextLayer, UnreadablePdf
from extract.page import Direction
from extract.reading import Reader, read_pdf
from models import Status
from planledger.convert import convert_document
from tests.planledger import pdfs
from tests.support import written
from tests.support.unnamed import line

every_reader = pytest.mark.parametrize("reader", get_args(Reader))

BAD = {
    "no bytes": (b"", EmptyFile, Status.EMPTY),
    "text": (b"Plan of action", NotAPdf, Status.NOT_A_PDF),
    "a page of the web": (b"<!DOCTYPE html><title>404</title>", NotAPdf, Status.NOT_A_PDF),
    "a header too far down": (b" " * 1100 + b"%PDF-1.4\n", NotAPdf, Status.NOT_A_PDF),
    "a header alone": (b"%PDF-1.4\n", DamagedPdf, Status.DAMAGED),
    "rubbish after the header": (b"%PDF-1.4\n" + bytes(range(256)) * 20, DamagedPdf, Status.DAMAGED),
    "a password": (pdfs.locked(), EncryptedPdf, Status.ENCRYPTED),
    "pictures only": (pdfs.image_only(), NoTextLayer, Status.NEEDS_OCR),
}


@every_reader
@pytest.mark.parametrize(("data", "error", "status"), BAD.values(), ids=BAD.keys())
def test_each_way_of_being_unreadable_has_its_name(
    data: bytes, error: type[UnreadablePdf], status: Status, reader: Reader
) -> None:
    with pytest.raises(error) as caught:
        read_pdf(data, reader)
    assert caught.value.status is status
    assert str(caught.value)
    assert "\n" not in str(caught.value)


@every_reader
def test_a_file_that_breaks_off_gives_pages_or_a_reason(reader: Reader) -> None:
    whole = pdfs.prose(pages=3)
    for share in range(1, 10):
        try:
            assert read_pdf(whole[: len(whole) * share // 10], reader).pages
        except UnreadablePdf as error:
            assert error.status in {Status.DAMAGED, Status.NEEDS_OCR}


@every_reader
def test_an_empty_password_is_no_hindrance(reader: Reader) -> None:
    assert len(read_pdf(pdfs.locked(user_password=""), reader).pages) == 1


def words_of(draw: Callable[[Canvas], None], reader: Reader) -> list[str]:
    def with_prose(canvas: Canvas) -> None:
        canvas.drawString(72, 400, "there is more text below this line")
        draw(canvas)

    return [w.text for w in read_pdf(pdfs.drawn(with_prose), reader).pages[0].words][7:]


@every_reader
def test_pages_come_in_displayed_coordinates(reader: Reader) -> None:
    (page,) = read_pdf(pdfs.drawn(lambda c: c.drawString(72, 742, "one two three four five")), reader).pages
    assert (page.number, round(page.width), round(page.height)) == (1, 595, 842)
    assert page.words[0].box.x0 == pytest.approx(72, abs=1)
    assert page.words[0].baseline == pytest.approx(100, abs=1)
    assert page.words[0].size == pytest.approx(12, abs=0.1)


@every_reader
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_shown(turn: int, reader: Reader) -> None:
    """The text is drawn so that it stands upright once the page is turned."""

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        width, height = (595.28, 841.89) if turn % 180 == 0 else (841.89, 595.28)  # as reportlab stores it
        x, y = {0: (0, 0), 90: (width, 0), 180: (width, height), 270: (0, height)}[turn]
        canvas.translate(x, y)
        canvas.rotate(turn)
        canvas.drawString(72, 300, "one two three four five")

    (page,) = read_pdf(pdfs.drawn(draw), reader).pages
    assert {w.direction for w in page.words} == {Direction.RIGHT}
    assert [w.text for w in page.words] == ["one", "two", "three", "four", "five"]
    assert page.words[0].box.x0 == pytest.approx(72, abs=1)
    assert page.words[0].baseline == pytest.approx(page.height - 300, abs=1)


@every_reader
@pytest.mark.parametrize(("turn", "direction"), [(90, Direction.UP), (180, Direction.LEFT), (270, Direction.DOWN)])
def test_sideways_text_knows_its_direction(turn: int, direction: Direction, reader: Reader) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(300, 400)
        canvas.rotate(turn)
        canvas.drawString(0, 0, "Objective one of five here")

    (page,) = read_pdf(pdfs.drawn(draw), reader).pages
    assert {w.direction for w in page.words} == {direction}
    assert [w.text for w in page.words] == ["Objective", "one", "of", "five", "here"]


@every_reader
def test_bold_text_is_told_by_its_font(reader: Reader) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(72, 700, "Heads of columns")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(72, 680, "and their cells")

    (page,) = read_pdf(pdfs.drawn(draw), reader).pages
    assert [w.bold for w in page.words] == [True] * 3 + [False] * 3


def _invisible(canvas: Canvas) -> None:
    text = canvas.beginText(72, 700)
    text.setTextRenderMode(3)
    text.textOut("ghost")
    canvas.drawText(text)


def _covered(canvas: Canvas) -> None:
    canvas.drawString(72, 700, "ghost")
    canvas.setFillGray(1)
    canvas.rect(60, 690, 100, 30, stroke=0, fill=1)


def _white(canvas: Canvas) -> None:
    canvas.setFillGray(1)
    canvas.drawString(72, 700, "ghost")


def _off_the_page(canvas: Canvas) -> None:
    canvas.drawString(900, 700, "ghost")


@pytest.mark.parametrize("draw", [_invisible, _covered, _white, _off_the_page])
def test_what_nobody_sees_is_not_read(draw: Callable[[Canvas], None]) -> None:
    assert words_of(draw, "pdfium") == []


def _white_on_black(canvas: Canvas) -> None:
    canvas.rect(60, 690, 100, 30, stroke=0, fill=1)
    canvas.setFillGray(1)
    canvas.drawString(72, 700, "shown")


def _on_a_fill(canvas: Canvas) -> None:
    canvas.setFillGray(0.8)
    canvas.rect(60, 690, 100, 30, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.drawString(72, 700, "shown")


@every_reader
@pytest.mark.parametrize("draw", [_white_on_black, _on_a_fill])
def test_what_stands_on_a_ground_is_read(draw: Callable[[Canvas], None], reader: Reader) -> None:
    assert words_of(draw, reader) == ["shown"]


@every_reader
def test_the_metadata_states_title_and_author(reader: Reader) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setTitle("Parks Plan")
        canvas.setAuthor("Wendale Council")
        canvas.drawString(72, 700, "The council will plant trees in every park of the town this year")

    pages = read_pdf(pdfs.drawn(draw), reader)
    assert (pages.metadata_title, pages.metadata_author) == ("Parks Plan", "Wendale Council")


HUGE = b"9" * 38 + b".0"

BEYOND = {
    "scaled twice": b"%s 0 0 %s 0 0 cm %s 0 0 %s 0 0 cm BT /F1 9 Tf (ghost) Tj ET 9 9 99 1 re f 9 9 m 99 99 l S",
    "scaled and moved": b"1 0 0 1 %s -%s cm %s 0 0 -%s 0 0 cm BT /F1 9 Tf (ghost) Tj ET 9 9 99 1 re f 9 9 m 99 9 l S",
    "a matrix of its own": b"BT /F1 9 Tf %s %s %s %s 0 0 Tm (ghost) Tj ET %s %s 9 1 re f %s 9 m %s 99 l S",
    "letters": b"BT /F1 %s Tf %s Tz %s Tc (ghost) Tj ET %s 9 %s 9 re f",
    "moved back and forth": b"%s 0 0 1 %s 0 cm %s 0 0 1 -%s 0 cm BT /F1 9 Tf 9 9 Td (ghost) Tj ET 0 0 9 1 re f",
}


@every_reader
@pytest.mark.parametrize("drawn", BEYOND.values(), ids=BEYOND.keys())
def test_what_is_drawn_beyond_all_numbers_harms_nothing_else(drawn: bytes, reader: Reader) -> None:
    text = line("there is more text below this line", 400, font="F1")
    data = written.page(written.stream(b"q " + drawn.replace(b"%s", HUGE) + b" Q " + text))
    (page,) = read_pdf(data, reader).pages
    assert " ".join(w.text for w in page.words[-7:]) == "there is more text below this line"
    assert convert_document(data, "a", "a", reader).document.status is Status.NO_PLAN_TABLE
