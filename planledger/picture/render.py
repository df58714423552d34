"""A PDF's bytes and a page number to the page's image as displayed, by PDFium."""

import pypdfium2 as pdfium
from PIL import Image


def render(data: bytes, number: int, scale: float) -> Image.Image:
    """The page (1-based) as an image of `scale` pixels for each point."""
    document = pdfium.PdfDocument(data)
    try:
        image: Image.Image = document[number - 1].render(scale=scale).to_pil()
        return image
    finally:
        document.close()
