"""PDF bytes to pages by PDFium: the main reader."""

import pypdfium2 as pdfium
from pypdfium2 import raw

from extract.errors import DamagedPdf, EncryptedPdf
from extract.page import Fill, Page, Pages
from extract.pdfium_objects import Frame, page_objects
from extract.pdfium_text import text_of_page
from extract.rulings import merge_rulings


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
        text = text_of_page(page, frame, objects)
        return Page(
            number=index + 1,
            width=frame.width,
            height=frame.height,
            words=text.words,
            rulings=tuple(merge_rulings(objects.rulings)),
            fills=tuple(Fill(area.box, area.grey) for area in objects.painted if area.flat),
            images=objects.images,
            unread=text.unread,
            unseen=text.unseen,
            outside=text.outside,
            scanned=text.scanned,
        )
    finally:
        page.close()
