"""PDF bytes to pages by PDFium: the main reader."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from extract.errors import DamagedPdf, EncryptedPdf
from extract.geometry import Box
from extract.glyphs import GlyphStyle, WordBuilder
from extract.page import Direction, Fill, Page, Pages, Word
from extract.pdfium_objects import Frame, PageObjects, page_objects
from extract.rulings import merge_rulings

SPACES = frozenset(" \t\r\n\x00\u00a0\u2002\u2003\u2009\u200b\u3000\ufeff")

TEXT_OBJECT = ctypes.cast(raw.FPDFText_GetTextObject, ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int))
LOOSE_BOX = ctypes.cast(
    raw.FPDFText_GetLooseCharBox,
    ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p),
)
"""Two functions called for every character, with plain addresses: building pointer objects would cost too much."""


def read_pages(data: bytes) -> Pages:
    """Read every page of a PDF.

    Raises EncryptedPdf where a password is asked for, DamagedPdf where the bytes cannot be parsed.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise EncryptedPdf from error
        raise DamagedPdf("PDFium cannot open it") from error
    try:
        pages = tuple(_read_page(document, index) for index in range(len(document)))
        title, author = (document.get_metadata_value(key) or None for key in ("Title", "Author"))
        return Pages(pages, title, author)
    except pdfium.PdfiumError as error:
        raise DamagedPdf(str(error)) from error
    finally:
        document.close()


def _read_page(document: pdfium.PdfDocument, index: int) -> Page:
    page = document[index]
    try:
        frame = Frame.of(page)
        objects = page_objects(page, frame)
        return Page(
            number=index + 1,
            width=frame.width,
            height=frame.height,
            words=_words(page, frame, objects),
            rulings=tuple(merge_rulings(objects.rulings)),
            fills=tuple(Fill(area.box, area.grey) for area in objects.painted if area.flat),
            images=objects.images,
        )
    finally:
        page.close()


def _words(page: pdfium.PdfPage, frame: Frame, objects: PageObjects) -> tuple[Word, ...]:
    """The words of the visible characters of a page, in the order in which they are printed."""
    textpage = page.get_textpage()
    try:
        return _words_of_text(textpage.raw, frame, objects)
    finally:
        textpage.close()


def _words_of_text(textpage: Any, frame: Frame, objects: PageObjects) -> tuple[Word, ...]:
    builder = WordBuilder()
    rect = raw.FS_RECTF()
    address, rect_address = ctypes.cast(textpage, ctypes.c_void_p).value, ctypes.addressof(rect)
    plain = frame.a == 1 and frame.d == -1
    shift, double_width = frame.e, 2 * frame.width
    key, run = -1, _Run(GlyphStyle(0.0, 1.0), hidden=True)
    space = False
    for i, text in enumerate(_characters(textpage)):
        if text in SPACES:
            space = space or not raw.FPDFText_IsGenerated(textpage, i)
            continue
        text_object = TEXT_OBJECT(address, i) or 0
        if text_object != key:
            key, run = text_object, _run(textpage, i, text_object, frame, objects)
        if run.hidden or not LOOSE_BOX(address, i, rect_address):
            continue
        if plain and run.style.direction is Direction.RIGHT:  # most pages by far: spare them the general map
            start, end = rect.left + shift, rect.right + shift
            shown = 0 <= start + end <= double_width
        else:
            box = frame.box(rect.left, rect.bottom, rect.right, rect.top)
            start, end = _along(run.style.direction, box)
            shown = frame.shows(box)
        if shown:
            builder.add(text, start, end, run.style, space)
            space = False
    return builder.words()


def _characters(textpage: Any) -> Iterator[str]:
    """The characters of a page by index: all at once where PDFium's text has one unit for each, else one by one."""
    count = raw.FPDFText_CountChars(textpage)
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(textpage, 0, count, buffer)
    if written == count + 1:
        return map(chr, buffer[:count])
    codes = (raw.FPDFText_GetUnicode(textpage, i) for i in range(count))
    return (chr(code) if code < 0x110000 else "\ufffd" for code in codes)


@dataclass(frozen=True, slots=True)
class _Run:
    """How the glyphs of one text object look, and whether they are to be seen."""

    style: GlyphStyle
    hidden: bool


def _run(textpage: Any, i: int, key: int, frame: Frame, objects: PageObjects) -> _Run:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, i, matrix)
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, i, x, y)
    size = raw.FPDFText_GetFontSize(textpage, i) * (matrix.c**2 + matrix.d**2) ** 0.5
    direction = frame.direction(matrix.a, matrix.b)
    across_x, across_y = frame.point(x.value, y.value)
    baseline = {
        Direction.RIGHT: across_y,
        Direction.UP: across_x,
        Direction.LEFT: -across_y,
        Direction.DOWN: -across_x,
    }[direction]
    look = objects.style(key)
    above_or_below = direction is Direction.RIGHT and not 0 <= across_y <= frame.height
    return _Run(GlyphStyle(baseline, size or 1.0, look.bold, look.italic, direction), look.hidden or above_or_below)


def _along(direction: Direction, box: Box) -> tuple[float, float]:
    """Where a glyph starts and ends along its reading direction."""
    if direction is Direction.RIGHT:
        return box.x0, box.x1
    if direction is Direction.UP:
        return -box.bottom, -box.top
    if direction is Direction.LEFT:
        return -box.x1, -box.x0
    return box.top, box.bottom
