"""A page's drawn objects, by PDFium, to rulings, fills and the look of each text object."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self

import pypdfium2 as pdfium
from pypdfium2 import raw

from extract.geometry import Box
from extract.page import Direction, Ruling
from extract.rulings import THIN, rulings_of_box, rulings_of_polyline
from extract.sight import Sight, area_on_page

OPAQUE = 250
"""An alpha of this or more (of 255) hides what lies below."""

WHITE = 0.97
"""A grey of this or more is white."""

BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
BOLD_WEIGHT = 600
"""Fonts of this weight or more are bold (OpenType OS/2 usWeightClass)."""

MID_GREY = 0.5
"""What pictures and gradients count as, since their colours are not read."""

MAX_DEPTH = 8
"""Form objects nested deeper than this are not followed."""

INVISIBLE_MODES = frozenset({raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP})


@dataclass(frozen=True, slots=True)
class Frame:
    """The map from a page's own space to the page as displayed: rotation undone, crop box at the origin."""

    width: float
    height: float
    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    @classmethod
    def of(cls, page: pdfium.PdfPage) -> Self:
        """The frame of an open page."""
        width, height = page.get_size()
        left, bottom, right, top = page.get_bbox()
        a, b, c, d, e, f = {
            0: (1, 0, 0, -1, -left, top),
            90: (0, 1, 1, 0, -bottom, -left),
            180: (-1, 0, 0, 1, right, -bottom),
            270: (0, -1, -1, 0, top, right),
        }[page.get_rotation()]
        return cls(width, height, a, b, c, d, e, f)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page's space as displayed."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of the page's space as displayed."""
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def direction(self, a: float, b: float) -> Direction:
        """Which way text with the matrix (a, b, ...) runs as displayed."""
        x, y = self.a * a + self.c * b, self.b * a + self.d * b
        return Direction(round(math.atan2(-y, x) / (math.pi / 2)) % 4)

    def shows(self, box: Box) -> bool:
        """True where the middle of the box lies on the page."""
        x, y = box.centre
        return 0 <= x <= self.width and 0 <= y <= self.height


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text object looks, and whether it can be seen."""

    bold: bool = False
    italic: bool = False
    sight: Sight = Sight.SHOWN


@dataclass(frozen=True, slots=True)
class Painted:
    """An area that something opaque fills, and its place in the painting order.

    `flat` is true for a rectangle of one colour, false for pictures, gradients and other outlines.
    """

    box: Box
    grey: float
    order: int
    flat: bool


@dataclass(slots=True)
class PageObjects:
    """What is drawn on a page, gathered in painting order; `pictured` is the area of its pictures, in square points."""

    rulings: list[Ruling] = field(default_factory=list)
    painted: list[Painted] = field(default_factory=list)
    texts: dict[int, TextStyle] = field(default_factory=dict)
    images: int = 0
    pictured: float = 0.0

    def style(self, key: int) -> TextStyle:
        """The look of the text object at that address."""
        return self.texts.get(key, TextStyle())


@dataclass(frozen=True, slots=True)
class _Matrix:
    """An affine map (x, y) -> (ax + cy + e, bx + dy + f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, m: "_Matrix") -> "_Matrix":
        """This map done after `m`."""
        return _Matrix(
            self.a * m.a + self.c * m.b,
            self.b * m.a + self.d * m.b,
            self.a * m.c + self.c * m.d,
            self.b * m.c + self.d * m.d,
            *self.point(m.e, m.f),
        )


@dataclass(frozen=True, slots=True)
class FontStyle:
    """How a font looks, by its name and weight."""

    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class _Text:
    """A text object before its visibility is decided."""

    key: int
    box: Box
    font: FontStyle
    grey: float
    faint: bool
    order: int


def page_objects(page: pdfium.PdfPage, frame: Frame) -> PageObjects:
    """Walk a page's objects, forms included."""
    found = PageObjects()
    texts: list[_Text] = []
    fonts: dict[int, FontStyle] = {}
    for order, (pointer, kind, matrix) in enumerate(_walk(page.raw)):
        if kind == raw.FPDF_PAGEOBJ_PATH:
            _take_path(pointer, matrix, frame, order, found)
        elif kind == raw.FPDF_PAGEOBJ_TEXT:
            texts.append(_text(pointer, matrix, frame, order, fonts))
        else:
            box = _bounds(pointer, matrix, frame)
            found.painted.append(Painted(box, MID_GREY, order, flat=False))
            if kind == raw.FPDF_PAGEOBJ_IMAGE:
                found.images += 1
                found.pictured += area_on_page(box, frame.width, frame.height)
    for text in texts:
        sight = Sight.INVISIBLE if text.faint else Sight.COVERED if _unseen(text, found.painted) else Sight.SHOWN
        found.texts[text.key] = TextStyle(text.font.bold, text.font.italic, sight)
    return found


def _walk(page: object) -> Iterator[tuple[object, int, _Matrix]]:
    """Every object with its type and the map from its space to the page's, in painting order."""
    stack = [(raw.FPDFPage_GetObject(page, i), _Matrix(), 0) for i in reversed(range(raw.FPDFPage_CountObjects(page)))]
    while stack:
        pointer, outer, depth = stack.pop()
        kind = raw.FPDFPageObj_GetType(pointer)
        if kind != raw.FPDF_PAGEOBJ_FORM:
            yield pointer, kind, outer
        elif depth < MAX_DEPTH:
            inner = outer.after(_matrix(pointer))
            count = raw.FPDFFormObj_CountObjects(pointer)
            stack += [(raw.FPDFFormObj_GetObject(pointer, i), inner, depth + 1) for i in reversed(range(count))]


def _matrix(pointer: object) -> _Matrix:
    m = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(pointer, m)
    return _Matrix(m.a, m.b, m.c, m.d, m.e, m.f)


def _bounds(pointer: object, matrix: _Matrix, frame: Frame) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(pointer, left, bottom, right, top)
    x0, y0 = matrix.point(left.value, bottom.value)
    x1, y1 = matrix.point(right.value, top.value)
    return frame.box(x0, y0, x1, y1)


def _colour(pointer: object, get: object) -> tuple[float, int]:
    """Grey from 0 to 1 and alpha from 0 to 255 of an object's fill or stroke."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not get(pointer, red, green, blue, alpha):  # type: ignore[operator]
        return 0.0, 255
    return (0.299 * red.value + 0.587 * green.value + 0.114 * blue.value) / 255, alpha.value


def _take_path(pointer: object, matrix: _Matrix, frame: Frame, order: int, found: PageObjects) -> None:
    fill_mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(pointer, fill_mode, stroke)
    if not fill_mode.value and not stroke.value:
        return
    box = _bounds(pointer, matrix, frame)
    thick = box.width > THIN and box.height > THIN
    if fill_mode.value and thick:
        grey, alpha = _colour(pointer, raw.FPDFPageObj_GetFillColor)
        if alpha >= OPAQUE:
            found.painted.append(Painted(box, grey, order, flat=_is_rectangle(pointer)))
    if not thick:
        found.rulings += rulings_of_box(box)
    elif stroke.value or not _is_rectangle(pointer):
        for points in _polylines(pointer, matrix.after(_matrix(pointer)), frame):
            found.rulings += rulings_of_polyline(points)


def _is_rectangle(pointer: object) -> bool:
    """True for a path of one straight outline with four sides (closed or not)."""
    count = raw.FPDFPath_CountSegments(pointer)
    if count not in (4, 5):
        return False
    kinds = [raw.FPDFPathSegment_GetType(raw.FPDFPath_GetPathSegment(pointer, i)) for i in range(count)]
    return kinds[0] == raw.FPDF_SEGMENT_MOVETO and all(kind == raw.FPDF_SEGMENT_LINETO for kind in kinds[1:])


def _polylines(pointer: object, matrix: _Matrix, frame: Frame) -> Iterator[list[tuple[float, float]]]:
    """The straight outlines of a path; a curve breaks an outline in two."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for i in range(raw.FPDFPath_CountSegments(pointer)):
        segment = raw.FPDFPath_GetPathSegment(pointer, i)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = frame.point(*matrix.point(x.value, y.value))
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_LINETO:
            points.append(point)
            if raw.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        else:
            if len(points) > 1:
                yield points
            points = [point]
    if len(points) > 1:
        yield points


def _text(pointer: object, matrix: _Matrix, frame: Frame, order: int, fonts: dict[int, FontStyle]) -> _Text:
    font = raw.FPDFTextObj_GetFont(pointer)
    font_key = ctypes.addressof(font.contents) if font else 0
    if font_key not in fonts:
        fonts[font_key] = _font_style(font) if font else FontStyle()
    grey, alpha = _colour(pointer, raw.FPDFPageObj_GetFillColor)
    mode = raw.FPDFTextObj_GetTextRenderMode(pointer)
    key = ctypes.addressof(pointer.contents)  # type: ignore[attr-defined]
    faint = mode in INVISIBLE_MODES or alpha == 0
    return _Text(key, _bounds(pointer, matrix, frame), fonts[font_key], grey, faint, order)


def _font_style(font: object) -> FontStyle:
    buffer = ctypes.create_string_buffer(128)
    raw.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    name = buffer.value.decode("utf-8", "replace").lower()
    bold = any(part in name for part in BOLD_NAMES) or raw.FPDFFont_GetWeight(font) >= BOLD_WEIGHT
    return FontStyle(bold, "italic" in name or "oblique" in name)


def _unseen(text: _Text, painted: list[Painted]) -> bool:
    """True for text that a later opaque rectangle covers, or white text on white ground."""
    if any(area.flat and area.order > text.order and area.box.covers(text.box) for area in painted):
        return True
    if text.grey < WHITE:
        return False
    x, y = text.box.centre
    below = [area for area in painted if area.order < text.order and area.box.holds(x, y)]
    return not below or below[-1].grey >= WHITE
