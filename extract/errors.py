"""Why a file cannot be read: one exception for each cause, with the status and a line that says what to do."""

from models import Status


class UnreadablePdf(Exception):
    """A file that yields no pages. `status` is what the dataset records, `str()` one line for the user."""

    status = Status.UNREADABLE


class EmptyFile(UnreadablePdf):
    """The file holds no bytes."""

    status = Status.EMPTY

    def __init__(self) -> None:
        super().__init__("the file is empty (0 bytes); fetch it again from its source")


class NotAPdf(UnreadablePdf):
    """The bytes are not those of a PDF."""

    status = Status.NOT_A_PDF

    def __init__(self) -> None:
        super().__init__("not a PDF (no %PDF header in its first 1,024 bytes); convert it to PDF first")


class EncryptedPdf(UnreadablePdf):
    """The PDF asks for a password."""

    status = Status.ENCRYPTED

    def __init__(self) -> None:
        super().__init__("the PDF is encrypted with a password; save a copy without one")


class DamagedPdf(UnreadablePdf):
    """The PDF cannot be parsed."""

    status = Status.DAMAGED

    def __init__(self, detail: str) -> None:
        super().__init__(f"the PDF is damaged ({detail}); fetch it again or repair it")


class NoTextLayer(UnreadablePdf):
    """The pages hold pictures only, or text that nobody can see."""

    status = Status.NEEDS_OCR

    def __init__(self, pages: int, unseen: bool = False) -> None:
        self.page_count = pages
        what = "no text that can be seen" if unseen else "no text layer"
        super().__init__(f"{what} on any of its {pages} pages; run OCR on it first (for example with OCRmyPDF)")


class UnreadableText(UnreadablePdf):
    """The fonts do not say which letters they draw."""

    status = Status.NEEDS_OCR

    def __init__(self, pages: int) -> None:
        self.page_count = pages
        where = "page" if pages == 1 else f"{pages} pages"
        super().__init__(
            f"text that cannot be read on its {where}, since the fonts do not say which letters they draw; "
            "run OCR on it first (for example with ocrmypdf --force-ocr)"
        )
