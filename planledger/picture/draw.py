"""A page's image, its marks and the lines beside it to one picture."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from extract.geometry import Box
from planledger.picture.glyphs import drawable
from planledger.picture.marks import Mark, Part
from planledger.picture.palette import PALETTE
from planledger.picture.panel import PanelLine
from planledger.picture.places import Tag, places

PANEL_WIDTH = 240
"""Width of the panel, in points like all lengths here."""
MARGIN = 10
PANEL_SIZE = 8.0
LABEL_SIZE = 5.5
LEADING = 1.35
"""Distance of lines, as a share of the font size."""
LABEL_HEIGHT = 1.25
"""Height of a label, as a share of its font size."""
WASH = 36
"""How much a mark tints the page below, of 255: print stays readable."""
VEIL = 215
"""How much the ground of a label hides, of 255."""

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


def draw(
    page: Image.Image, marks: Sequence[Mark], lines: Sequence[PanelLine], printed: Sequence[Box], scale: float
) -> Image.Image:
    """The picture: the page with its marks, the panel to its right, longer than the page where need be.

    `page` is the page's image, `scale` its pixels for each point; `printed` are the boxes of the page's words, which
    labels keep clear of.
    """
    marked = _marked(page.convert("RGBA"), marks, printed, scale)
    wrapped = [piece for line in lines for piece in _wrapped(line, scale)]
    needed = round((2 * MARGIN + len(wrapped) * PANEL_SIZE * LEADING) * scale)
    width, height = marked.width + round(PANEL_WIDTH * scale), max(marked.height, needed)
    picture = Image.new("RGB", (width, height), "white")
    picture.paste(marked.convert("RGB"), (0, 0))
    _write_panel(picture, marked.width, wrapped, scale)
    return picture


def _marked(page: Image.Image, marks: Sequence[Mark], printed: Sequence[Box], scale: float) -> Image.Image:
    layer = Image.new("RGBA", page.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    for mark in marks:
        _outline(pen, mark, scale)
    labelled = [mark for mark in marks if mark.label]
    font = _font(LABEL_SIZE * scale)
    texts = [drawable(mark.label) for mark in labelled]
    height = LABEL_SIZE * LABEL_HEIGHT * scale
    wanted = [
        Tag(font.getlength(text) + scale, height, _scaled(mark.box, scale))
        for mark, text in zip(labelled, texts, strict=True)
    ]
    found = places(wanted, [_scaled(box, scale) for box in printed], *page.size)
    for mark, text, place in zip(labelled, texts, found, strict=True):
        pen.rectangle(place, fill=(255, 255, 255, VEIL))
        pen.text((place.x0 + scale / 2, place.top), text, font=font, fill=(*PALETTE[mark.part], 255))
    return Image.alpha_composite(page, layer)


def _outline(pen: ImageDraw.ImageDraw, mark: Mark, scale: float) -> None:
    """The frame of a table stands off its box, so that it does not hide what lies on its edge."""
    colour = PALETTE[mark.part]
    box = _scaled(mark.box, scale)
    if mark.part is Part.TABLE:
        off = 2 * scale
        wide = Box(box.x0 - off, box.top - off, box.x1 + off, box.bottom + off)
        pen.rectangle(wide, outline=(*colour, 255), width=max(1, round(scale)))
    else:
        pen.rectangle(box, fill=(*colour, WASH), outline=(*colour, 255), width=max(1, round(scale / 2)))


def _scaled(box: Box, scale: float) -> Box:
    return Box(*(value * scale for value in box))


def _wrapped(line: PanelLine, scale: float) -> Iterator[PanelLine]:
    """The line in pieces that fit the panel; the first has the swatch."""
    font, room = _font(PANEL_SIZE * scale), (PANEL_WIDTH - 2 * MARGIN - _indent(line)) * scale
    piece, first = "", True
    for word in drawable(line.text).split(" "):
        longer = f"{piece} {word}" if piece else word
        if piece and font.getlength(longer) > room:
            yield PanelLine(piece, line.bold, line.part if first else None)
            piece, first = f"   {word}", False
        else:
            piece = longer
    yield PanelLine(piece, line.bold, line.part if first else None)


def _indent(line: PanelLine) -> float:
    return 1.5 * PANEL_SIZE if line.part else 0


def _write_panel(picture: Image.Image, left: int, lines: Sequence[PanelLine], scale: float) -> None:
    pen = ImageDraw.Draw(picture)
    font = _font(PANEL_SIZE * scale)
    x, y = left + MARGIN * scale, MARGIN * scale
    for line in lines:
        if line.part:
            side = PANEL_SIZE * scale
            pen.rectangle((x, y + side * 0.15, x + side, y + side * 1.05), fill=PALETTE[line.part])
        # The built-in font has no bold; a stroke in the same colour makes one.
        pen.text(
            (x + _indent(line) * scale, y), line.text, font=font, fill="black", stroke_width=0.3 if line.bold else 0
        )
        y += PANEL_SIZE * LEADING * scale


@lru_cache(maxsize=8)
def _font(size: float) -> Font:
    return ImageFont.load_default(size)
