"""Headings, paragraphs and tables to the pages of a PDF, top to bottom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from samples.layouts.grid import Face, Grid, PageOfRows, Placed, Row, Words

HAIR = 0.5


class Ruling(StrEnum):
    """How a table's lines get on the page, as the programs that councils used draw them."""

    STROKES = "strokes"
    RECTANGLES = "thin filled rectangles"
    BOXES = "a stroked box for each cell"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the file says of itself."""

    title: str
    author: str
    creator: str
    producer: str


def register_vera() -> None:
    """Makes the Bitstream Vera fonts, which ship with reportlab, available for embedding."""
    for name, file in (("Vera", "Vera.ttf"), ("Vera-Bold", "VeraBd.ttf"), ("Vera-Italic", "VeraIt.ttf")):
        registerFont(TTFont(name, file))
    registerFontFamily("Vera", normal="Vera", bold="Vera-Bold", italic="Vera-Italic", boldItalic="Vera-Bold")


@dataclass(slots=True)
class Sheet:
    """A PDF being drawn; `y` is where the next thing goes, in points from the foot of the page as displayed.

    With `turned`, each page is stored upright and shown turned by /Rotate 90, as scanners and plotters leave it:
    `width` and `height` are those of the page as displayed. `head` is the room that furniture takes under the margin.
    """

    path: Path
    width: float
    height: float
    margin: float
    face: Face
    imprint: Imprint
    furniture: Callable[[Canvas, int], None]
    turned: bool = False
    head: float = 0
    pages: dict[str, int] = field(default_factory=dict)
    page: int = 1
    y: float = 0
    canvas: Canvas = field(init=False)

    def __post_init__(self) -> None:
        """Opens the file's first page."""
        # reportlab takes the size as displayed and swaps it itself where a page is turned
        size = (self.width, self.height)
        self.canvas = Canvas(str(self.path), pagesize=size, invariant=1, pageCompression=1)
        self.canvas.setTitle(self.imprint.title)
        self.canvas.setAuthor(self.imprint.author)
        self.canvas.setCreator(self.imprint.creator)
        self.canvas.setProducer(self.imprint.producer)
        self._open_page()

    def _open_page(self) -> None:
        if self.turned:
            self.canvas.setPageRotation(90)
            self.canvas.transform(0, 1, -1, 0, self.height, 0)
        self.furniture(self.canvas, self.page)
        self.y = self.height - self.margin - self.head

    def next_page(self) -> None:
        """Ends this page and opens the next."""
        self.canvas.showPage()
        self.page += 1
        self._open_page()

    def save(self) -> None:
        """Writes the file."""
        self.canvas.save()

    def text(
        self,
        markup: str,
        *,
        bold: bool = False,
        size: float | None = None,
        gap: float = 6,
        centred: bool = False,
    ) -> None:
        """A paragraph or heading across the page, cut over pages where it must be."""
        style = self.face.style(bold=bold, bullet=markup.startswith("• "), size=size, centred=centred)
        words = Words.of(markup, style)
        width = self.width - 2 * self.margin
        tall = words.wrap(width, 10_000)[1]
        if tall > self.y - self.margin:
            self.next_page()
            words.wrap(width, 10_000)
        words.drawOn(self.canvas, self.margin, self.y - tall)
        self.y -= tall + gap

    def table(self, grid: Grid, rows: Sequence[Row], ruling: Ruling, *, keep: bool = False, gap: float = 14) -> None:
        """A table from here on; with `keep` it goes on a new page rather than be cut."""
        page_top, page_bottom = self.height - self.margin - self.head, self.margin
        pages = grid.pages(rows, self.y, page_top, page_bottom)
        if keep and len(pages) > 1 and self.y < page_top:
            self.next_page()
            pages = grid.pages(rows, self.y, page_top, page_bottom)
        for number, part in enumerate(pages):
            if number:
                self.next_page()
            self._draw(grid, part, ruling)
            self.pages.update({key: self.page for key in part.begins if key not in self.pages})
            self.y = part.bottom - gap

    def _draw(self, grid: Grid, part: PageOfRows, ruling: Ruling) -> None:
        canvas = self.canvas
        for placed in part.cells:
            if placed.cell.fill:
                canvas.setFillColor(HexColor(placed.cell.fill))
                canvas.rect(placed.x0, placed.bottom, placed.x1 - placed.x0, placed.top - placed.bottom, 0, 1)
        canvas.setFillColor(HexColor("#000000"))
        _rule(canvas, part.cells, ruling)
        for placed in part.cells:
            y = placed.top - grid.pad
            for words in placed.words:
                tall = words.wrap(placed.x1 - placed.x0 - 2 * grid.pad, 10_000)[1]
                words.drawOn(canvas, placed.x0 + grid.pad, y - tall)
                y -= tall + grid.gap


def _rule(canvas: Canvas, cells: Sequence[Placed], ruling: Ruling) -> None:
    canvas.setLineWidth(HAIR)
    if ruling is Ruling.BOXES:
        for c in cells:
            canvas.rect(c.x0, c.bottom, c.x1 - c.x0, c.top - c.bottom, 1, 0)
        return
    edges: dict[tuple[float, float, float, float], None] = {}
    for c in cells:
        x0, x1, top, bottom = (round(v, 2) for v in (c.x0, c.x1, c.top, c.bottom))
        edges.update(
            dict.fromkeys(((x0, top, x1, top), (x0, bottom, x1, bottom), (x0, bottom, x0, top), (x1, bottom, x1, top)))
        )
    for x0, y0, x1, y1 in edges:
        if ruling is Ruling.STROKES:
            canvas.line(x0, y0, x1, y1)
        else:
            canvas.rect(x0 - HAIR / 2, y0 - HAIR / 2, x1 - x0 + HAIR, y1 - y0 + HAIR, 0, 1)
