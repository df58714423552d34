"""PDF bytes to pages by pdfplumber: the second, independent reader, against which the first is checked."""

import io
from collections.abc import Iterator
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from extract.errors import DamagedPdf, EncryptedPdf
from extract.page import Fill, Page, Pages, Ruling
from extract.plumber_text import SightedPage, text_of_page
from extract.plumber_view import View
from extract.rulings import THIN, merge_rulings, rulings_of_box, rulings_of_polyline

FAILURES = (
    PDFPasswordIncorrect,
    PDFException,
    PdfminerException,
    MalformedPDFException,
    ValueError,
    KeyError,
    TypeError,
)
"""What the two libraries raise where they can make nothing of a file."""


def read_pages(data: bytes) -> Pages:
    """Read every page of a PDF.

    Raises EncryptedPdf where a password is asked for, DamagedPdf where the bytes cannot be parsed.
    """
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            pages = tuple(_read_page(SightedPage.of(page)) for page in pdf.pages)
            stated = [(pdf.metadata or {}).get(key) for key in ("Title", "Author")]
    except FAILURES as error:
        cause = error.args[0] if error.args else error
        if isinstance(error, PDFPasswordIncorrect) or isinstance(cause, PDFPasswordIncorrect):
            raise EncryptedPdf from error
        raise DamagedPdf("pdfminer cannot read it") from error
    title, author = (value if isinstance(value, str) and value else None for value in stated)
    return Pages(pages, title, author)


def _read_page(page: Any) -> Page:
    try:
        view = View.of(page)
        rects = [view.box(r) for r in page.rects]
        text = text_of_page(page, view)
        return Page(
            number=page.page_number,
            width=view.width,
            height=view.height,
            words=text.words,
            rulings=tuple(merge_rulings(list(_rulings(page, view)))),
            fills=tuple(Fill(b, 0.5) for b in rects if b.width > THIN and b.height > THIN),
            images=len(page.images),
            unread=text.unread,
            unseen=text.unseen,
            outside=text.outside,
            scanned=text.scanned,
        )
    finally:
        page.close()  # pdfplumber keeps every object of a page until this is called


def _rulings(page: Any, view: View) -> Iterator[Ruling]:
    for rect in page.rects:
        yield from rulings_of_box(view.box(rect))
    for shape in (*page.lines, *page.curves):
        yield from rulings_of_polyline([(float(x) - view.left, float(y) - view.top) for x, y in shape["pts"]])
