"""Small PDFs made on the spot: sound ones, and each way in which one can be unreadable."""

from collections.abc import Callable
from io import BytesIO

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


def drawn(draw: Callable[[Canvas], None], pages: int = 1, encrypt: StandardEncryption | None = None) -> bytes:
    """A PDF whose pages are all drawn by `draw`. Without dates or random ids: the same call gives the same bytes."""
    buffer = BytesIO()
    canvas = Canvas(buffer, encrypt=encrypt, invariant=True)
    for _ in range(pages):
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _prose(canvas: Canvas) -> None:
    lines = ("Chapter 1", "The council met in the old hall.", "It was raining, and nobody promised anything.")
    for number, line in enumerate(lines):
        canvas.drawString(72, 700 - 16 * number, line)


def _picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "grey")), 72, 300, 400, 400)


def prose(pages: int = 1) -> bytes:
    """Running text, no table."""
    return drawn(_prose, pages)


def image_only() -> bytes:
    """A picture of a page, as a scanner leaves it."""
    return drawn(_picture, 2)


def locked(user_password: str = "secret") -> bytes:
    """Encrypted; with an empty user password anybody can open it."""
    return drawn(_prose, encrypt=StandardEncryption(user_password, ownerPassword="owner", strength=128))


def truncated() -> bytes:
    """The first third of a PDF, as a broken download leaves it."""
    whole = prose(pages=5)
    return whole[: len(whole) // 3]
