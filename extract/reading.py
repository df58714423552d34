"""PDF bytes to pages by the reader asked for, once the bytes have shown that they are a PDF with text."""

from typing import Literal

from extract.errors import EmptyFile, NotAPdf, NoTextLayer, UnreadableText
from extract.page import Pages

Reader = Literal["pdfium", "pdfplumber"]

HEADER_WITHIN = 1024
"""A PDF's header stands in its first 1,024 bytes (ISO 32000-1, implementation note 13 of the Adobe reference)."""

FEW_WORDS = 5
"""Documents with fewer words than this on all pages together are scans."""

ALL = 0.9
"""Documents of whose words this share, or more, cannot be read are as good as scans."""


def read_pdf(data: bytes, reader: Reader = "pdfium") -> Pages:
    """Read all pages of a PDF.

    Raises EmptyFile, NotAPdf, EncryptedPdf, DamagedPdf, NoTextLayer or UnreadableText (all UnreadablePdf).
    """
    if not data:
        raise EmptyFile
    if b"%PDF-" not in data[:HEADER_WITHIN]:
        raise NotAPdf
    pages = _read(data, reader)
    words = sum(len(page.words) for page in pages.pages)
    if pages.pages and words < FEW_WORDS:
        raise NoTextLayer(len(pages.pages), unseen=any(page.unseen for page in pages.pages))
    if pages.pages and sum(page.unread for page in pages.pages) >= ALL * words:
        raise UnreadableText(len(pages.pages))
    return pages


def _read(data: bytes, reader: Reader) -> Pages:
    if reader == "pdfium":
        from extract.pdfium import read_pages  # noqa: PLC0415 - each reader loads only where it is used

        return read_pages(data)
    from extract.plumber import read_pages as read_pages_by_plumber  # noqa: PLC0415

    return read_pages_by_plumber(data)
