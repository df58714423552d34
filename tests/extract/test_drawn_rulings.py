"""Drawn shapes to rulings, by both readers: the ways in which producers draw a line."""

from collections.abc import Callable
from typing import get_args

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.page import Page
from extract.reading import Reader, read_pdf
from tests.planledger.pdfs import drawn

HEIGHT = 841.89
every_reader = pytest.mark.parametrize("reader", get_args(Reader))


def page_of(draw: Callable[[Canvas], None], reader: Reader) -> Page:
    def with_text(canvas: Canvas) -> None:
        canvas.drawString(72, 60, "some words so that the page is no picture")
        draw(canvas)

    return read_pdf(drawn(with_text), reader).pages[0]


def rulings(draw: Callable[[Canvas], None], reader: Reader) -> list[tuple[bool, float, float, float]]:
    """Which way each ruling runs (true: down), where it lies, where it starts and where it ends."""
    return sorted((r.vertical, r.at, r.start, r.end) for r in page_of(draw, reader).rulings)


def assert_drawn(found: list[tuple[bool, float, float, float]], expected: list[tuple[bool, int, int, int]]) -> None:
    """The rulings lie where they were drawn; half the width of a pen may be added at their ends."""
    assert [vertical for vertical, *_ in found] == [vertical for vertical, *_ in expected]
    for (_, *places), (_, *drawn_places) in zip(found, expected, strict=True):
        assert places == pytest.approx(drawn_places, abs=1.6)


def _line(canvas: Canvas) -> None:
    canvas.line(100, HEIGHT - 200, 300, HEIGHT - 200)


def _thick_line(canvas: Canvas) -> None:
    canvas.setLineWidth(2)
    _line(canvas)


def _dashes(canvas: Canvas) -> None:
    for x in range(100, 300, 4):
        canvas.line(x, HEIGHT - 200, x + 2, HEIGHT - 200)
    canvas.line(298, HEIGHT - 200, 300, HEIGHT - 200)


def _dashed_pen(canvas: Canvas) -> None:
    canvas.setDash(3, 2)
    _line(canvas)


def _thin_rectangle(canvas: Canvas) -> None:
    canvas.rect(100, HEIGHT - 200.5, 200, 1, stroke=0, fill=1)


def _double_line(canvas: Canvas) -> None:
    canvas.line(100, HEIGHT - 199, 300, HEIGHT - 199)
    canvas.line(100, HEIGHT - 201, 300, HEIGHT - 201)


def _scaled(canvas: Canvas) -> None:
    canvas.scale(0.5, 0.5)
    canvas.line(200, 2 * (HEIGHT - 200), 600, 2 * (HEIGHT - 200))


def _turned(canvas: Canvas) -> None:
    canvas.translate(100, HEIGHT - 200)
    canvas.rotate(90)
    canvas.line(0, 0, 0, -200)


def _in_a_form(canvas: Canvas) -> None:
    canvas.beginForm("rule")
    canvas.line(0, 0, 200, 0)
    canvas.endForm()
    canvas.translate(100, HEIGHT - 200)
    canvas.doForm("rule")


ACROSS = [_line, _thick_line, _dashes, _dashed_pen, _thin_rectangle, _double_line, _scaled, _turned, _in_a_form]


@every_reader
@pytest.mark.parametrize("draw", ACROSS, ids=lambda draw: draw.__name__.strip("_"))
def test_a_line_is_a_line_however_it_is_drawn(draw: Callable[[Canvas], None], reader: Reader) -> None:
    assert_drawn(rulings(draw, reader), [(False, 200, 100, 300)])


BOX = [(False, 200, 100, 300), (False, 250, 100, 300), (True, 100, 200, 250), (True, 300, 200, 250)]


def _rectangle(canvas: Canvas) -> None:
    canvas.rect(100, HEIGHT - 250, 200, 50)


def _closed_path(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.moveTo(100, HEIGHT - 250)
    path.lineTo(300, HEIGHT - 250)
    path.lineTo(300, HEIGHT - 200)
    path.lineTo(100, HEIGHT - 200)
    path.close()
    canvas.drawPath(path)


def _one_stroke(canvas: Canvas) -> None:
    canvas.lines([(100, HEIGHT - 250, 300, HEIGHT - 250), (300, HEIGHT - 250, 300, HEIGHT - 200)])
    canvas.lines([(300, HEIGHT - 200, 100, HEIGHT - 200), (100, HEIGHT - 200, 100, HEIGHT - 250)])


@every_reader
@pytest.mark.parametrize("draw", [_rectangle, _closed_path, _one_stroke], ids=lambda draw: draw.__name__.strip("_"))
def test_a_box_is_four_lines(draw: Callable[[Canvas], None], reader: Reader) -> None:
    assert_drawn(rulings(draw, reader), BOX)


def _slanted(canvas: Canvas) -> None:
    canvas.line(100, 500, 300, 400)


def _circle(canvas: Canvas) -> None:
    canvas.circle(200, 400, 60)


@every_reader
@pytest.mark.parametrize("draw", [_slanted, _circle], ids=lambda draw: draw.__name__.strip("_"))
def test_what_is_not_straight_is_no_ruling(draw: Callable[[Canvas], None], reader: Reader) -> None:
    assert rulings(draw, reader) == []


def _shading(canvas: Canvas) -> None:
    canvas.setFillGray(0.8)
    canvas.rect(100, HEIGHT - 250, 200, 50, stroke=0, fill=1)


@every_reader
def test_a_filled_area_is_a_fill(reader: Reader) -> None:
    (fill,) = page_of(_shading, reader).fills
    assert tuple(fill.box) == pytest.approx((100, 200, 300, 250), abs=0.5)


def test_the_main_reader_knows_how_dark_a_fill_is_and_takes_it_for_no_ruling() -> None:
    page = page_of(_shading, "pdfium")
    assert page.fills[0].grey == pytest.approx(0.8, abs=0.01)
    assert page.rulings == ()


def _off_the_path(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(100, HEIGHT - 250, 200, 50)
    canvas.clipPath(path, stroke=0, fill=0)


def test_a_clipping_path_draws_nothing() -> None:
    assert rulings(_off_the_path, "pdfium") == []
