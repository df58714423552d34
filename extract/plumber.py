"""PDF bytes to pages by pdfplumber: the second, independent reader, against which the first is checked."""

import io
import math
from collections.abc import Iterator
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from extract.errors import DamagedPdf, EncryptedPdf
from extract.geometry import Box
from extract.glyphs import GlyphStyle, WordBuilder
from extract.page import Direction, Fill, Page, Pages, Ruling, Word
from extract.rulings import THIN, merge_rulings, rulings_of_box, rulings_of_polyline


def read_pages(data: bytes) -> Pages:
    """Read every page of a PDF.

    Raises EncryptedPdf where a password is asked for, DamagedPdf where the bytes cannot be parsed.
    """
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            pages = tuple(_read_page(page) for page in pdf.pages)
            stated = [(pdf.metadata or {}).get(key) for key in ("Title", "Author")]
    except (PDFPasswordIncorrect, PDFException, PdfminerException, ValueError, KeyError, TypeError) as error:
        cause = error.args[0] if error.args else error
        if isinstance(error, PDFPasswordIncorrect) or isinstance(cause, PDFPasswordIncorrect):
            raise EncryptedPdf from error
        raise DamagedPdf("pdfminer cannot read it") from error
    title, author = (value if isinstance(value, str) and value else None for value in stated)
    return Pages(pages, title, author)


def _read_page(page: Any) -> Page:
    try:
        rects = [_box(r) for r in page.rects]
        return Page(
            number=page.page_number,
            width=float(page.width),
            height=float(page.height),
            words=_words(page),
            rulings=tuple(merge_rulings(list(_rulings(page)))),
            fills=tuple(Fill(b, 0.5) for b in rects if b.width > THIN and b.height > THIN),
            images=len(page.images),
        )
    finally:
        page.close()  # pdfplumber keeps every object of a page until this is called


def _words(page: Any) -> tuple[Word, ...]:
    """The words of a page in the order in which they are printed."""
    builder = WordBuilder()
    space = False
    for char in page.chars:
        if char["text"].isspace():
            space = True
            continue
        a, b, c, d, x, y = char["matrix"]
        direction = Direction(round(math.atan2(b, a) / (math.pi / 2)) % 4)
        size = char["size"] if direction in (Direction.UP, Direction.DOWN) else abs(_font_size(char, c, d))
        name = char["fontname"].lower()
        style = GlyphStyle(
            baseline=_baseline(direction, x, float(page.height) - y),
            size=size,
            bold="bold" in name,
            italic="italic" in name or "oblique" in name,
            direction=direction,
        )
        start, end = _along(direction, _box(char))
        builder.add(_text(char["text"]), start, end, style, space)
        space = False
    return builder.words()


def _text(text: str) -> str:
    """The character, where pdfminer names only its code: code 127 is a bullet in WinAnsiEncoding (ISO 32000-1, D.2)."""
    if not text.startswith("(cid:"):
        return text
    return "•" if text == "(cid:127)" else "\ufffd"


def _font_size(char: dict[str, Any], c: float, d: float) -> float:
    """The size as displayed: pdfminer scales the box by the text matrix already."""
    return float(char["size"]) or math.hypot(c, d)


def _baseline(direction: Direction, x: float, y: float) -> float:
    """Where the baseline lies across the reading direction."""
    return {Direction.RIGHT: y, Direction.UP: x, Direction.LEFT: -y, Direction.DOWN: -x}[direction]


def _along(direction: Direction, box: Box) -> tuple[float, float]:
    """Where a glyph starts and ends along the reading direction."""
    return {
        Direction.RIGHT: (box.x0, box.x1),
        Direction.UP: (-box.bottom, -box.top),
        Direction.LEFT: (-box.x1, -box.x0),
        Direction.DOWN: (box.top, box.bottom),
    }[direction]


def _rulings(page: Any) -> Iterator[Ruling]:
    for rect in page.rects:
        yield from rulings_of_box(_box(rect))
    for shape in (*page.lines, *page.curves):
        yield from rulings_of_polyline([(float(x), float(y)) for x, y in shape["pts"]])


def _box(thing: dict[str, Any]) -> Box:
    return Box(float(thing["x0"]), float(thing["top"]), float(thing["x1"]), float(thing["bottom"]))
