"""A PDF and what was read in it to the picture of one page."""

from PIL import Image

from extract.reading import Reader, read_pdf
from models import PlanDocument
from planledger.areas import table_areas
from planledger.picture.draw import draw
from planledger.picture.marks import marks
from planledger.picture.panel import panel
from planledger.picture.render import render


def page_picture(data: bytes, plan: PlanDocument, number: int, scale: float, reader: Reader = "pdfium") -> Image.Image:
    """The page with that number (1-based, one of the document's) and all that was found on it.

    `data` are the file's bytes, `plan` is what `reader` made of them; `scale` is pixels for each point.
    """
    pages = read_pdf(data, reader).pages
    found = marks(plan, number, table_areas(pages)[number])
    printed = [word.box for word in pages[number - 1].words]
    return draw(render(data, number, scale), found, panel(plan, number, found), printed, scale)
