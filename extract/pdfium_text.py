"""A page's characters, by PDFium, to its words: those that can be seen, or those that stand unseen on a scan."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from extract.geometry import Box
from extract.glyphs import GlyphStyle, WordBuilder
from extract.letters import UNREADABLE, make_sense
from extract.page import Direction, PageText, Word
from extract.pdfium_objects import Frame, PageObjects
from extract.sight import Sight, is_scan, words_of_scan

SPACES = frozenset(" \t\r\n\x00\u00a0\u2002\u2003\u2009\u200b\u3000\ufeff")

TEXT_OBJECT = ctypes.cast(raw.FPDFText_GetTextObject, ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int))
LOOSE_BOX = ctypes.cast(
    raw.FPDFText_GetLooseCharBox,
    ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p),
)
UNNAMED = ctypes.cast(raw.FPDFText_HasUnicodeMapError, ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int))
"""Functions called for every character or run, with plain addresses: building pointer objects would cost too much."""

SAMPLED = 32
"""So many characters of a page are asked whether their font names them, and those that begin a run."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """The words of the wanted sight, and how many characters there were of the others.

    `unnamed` is true where a run begins with a character that its font does not name.
    """

    words: tuple[Word, ...]
    unread: int
    left: Counter[Sight]
    unnamed: bool


def text_of_page(page: pdfium.PdfPage, frame: Frame, objects: PageObjects) -> PageText:
    """The words of the visible characters of a page, in the order in which they are printed."""
    textpage = page.get_textpage()
    try:
        shown = _named(textpage.raw, frame, objects, Sight.SHOWN)
        unseen, outside = shown.left[Sight.INVISIBLE] + shown.left[Sight.COVERED], shown.left[Sight.OUTSIDE]
        if shown.left[Sight.INVISIBLE] and is_scan(objects.pictured, frame.width, frame.height):
            read = _named(textpage.raw, frame, objects, Sight.INVISIBLE)
            words = words_of_scan(shown.words, read.words)
            if words is not None:
                covered, unread = shown.left[Sight.COVERED], shown.unread + read.unread
                return PageText(words, unread, covered, outside, scanned=True)
        return PageText(shown.words, shown.unread, unseen, outside)
    finally:
        textpage.close()


def _named(textpage: Any, frame: Frame, objects: PageObjects, wanted: Sight) -> _Taken:
    """The words, with UNREADABLE for each character that its font does not name; or its code, where that makes sense.

    To ask for each character takes long. A sample tells whether there is cause to.
    """
    by_code = _taken(textpage, _characters(textpage), frame, objects, wanted)
    address = ctypes.cast(textpage, ctypes.c_void_p).value
    count = raw.FPDFText_CountChars(textpage)
    sampled = range(0, count, max(1, count // SAMPLED))
    if not by_code.unnamed and not any(UNNAMED(address, i) for i in sampled):
        return by_code
    by_name = _taken(textpage, _named_characters(textpage), frame, objects, wanted)
    pairs = zip(by_code.words, by_name.words, strict=True)
    return by_code if make_sense([code.text for code, name in pairs if code != name]) else by_name


def _taken(textpage: Any, characters: Iterable[str], frame: Frame, objects: PageObjects, wanted: Sight) -> _Taken:
    builder, left, unnamed = WordBuilder(), Counter[Sight](), False
    rect = raw.FS_RECTF()
    address, rect_address = ctypes.cast(textpage, ctypes.c_void_p).value, ctypes.addressof(rect)
    plain = frame.a == 1 and frame.d == -1
    shift, double_width = frame.e, 2 * frame.width
    key, run, taken = -1, _Run(GlyphStyle(0.0, 1.0), Sight.COVERED), False
    space = False
    for i, text in enumerate(characters):
        if text in SPACES:
            space = space or not raw.FPDFText_IsGenerated(textpage, i)
            continue
        text_object = TEXT_OBJECT(address, i) or 0
        if text_object != key:
            key, run = text_object, _run(textpage, i, text_object, frame, objects)
            taken = run.sight is wanted
            unnamed = unnamed or (taken and UNNAMED(address, i) != 0)
        if not taken or not LOOSE_BOX(address, i, rect_address):
            left[run.sight] += 1
            continue
        if plain and run.style.direction is Direction.RIGHT:  # most pages by far: spare them the general map
            start, end = rect.left + shift, rect.right + shift
            on_page = 0 <= start + end <= double_width
        else:
            box = frame.box(rect.left, rect.bottom, rect.right, rect.top)
            start, end = _along(run.style.direction, box)
            on_page = frame.shows(box)
        if on_page:
            builder.add(text, start, end, run.style, space)
            space = False
        else:
            left[Sight.OUTSIDE] += 1
    words = builder.words()
    return _Taken(words, builder.unread, left, unnamed)


def _characters(textpage: Any) -> Iterator[str]:
    """The characters of a page by index: all at once where PDFium's text has one unit for each, else one by one."""
    count = raw.FPDFText_CountChars(textpage)
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(textpage, 0, count, buffer)
    if written == count + 1:
        return map(chr, buffer[:count])
    codes = (raw.FPDFText_GetUnicode(textpage, i) for i in range(count))
    return (chr(code) if code < 0x110000 else UNREADABLE for code in codes)


def _named_characters(textpage: Any) -> Iterator[str]:
    """The characters of a page by index, with UNREADABLE for those that their font does not name."""
    for i, text in enumerate(_characters(textpage)):
        yield UNREADABLE if text not in SPACES and raw.FPDFText_HasUnicodeMapError(textpage, i) else text


@dataclass(frozen=True, slots=True)
class _Run:
    """How the glyphs of one text object look, and whether they are seen."""

    style: GlyphStyle
    sight: Sight


def _run(textpage: Any, i: int, key: int, frame: Frame, objects: PageObjects) -> _Run:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, i, matrix)
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, i, x, y)
    if not math.isfinite(matrix.a + matrix.b + matrix.c + matrix.d + x.value + y.value):
        return _Run(GlyphStyle(0.0, 1.0), Sight.OUTSIDE)  # scaled beyond all numbers
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
    sight = Sight.OUTSIDE if above_or_below else look.sight
    return _Run(GlyphStyle(baseline, size or 1.0, look.bold, look.italic, direction), sight)


def _along(direction: Direction, box: Box) -> tuple[float, float]:
    """Where a glyph starts and ends along its reading direction."""
    if direction is Direction.RIGHT:
        return box.x0, box.x1
    if direction is Direction.UP:
        return -box.bottom, -box.top
    if direction is Direction.LEFT:
        return -box.x1, -box.x0
    return box.top, box.bottom
