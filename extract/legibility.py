"""Pages to what those who use the records should know of their text: what could not be read, and what was left out."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from extract.page import Page
from models import TextSource


def text_source_of(pages: Sequence[Page]) -> TextSource:
    """Whether the words of a document were typed, read from pictures by a program, or both."""
    scanned = [page.scanned for page in pages if page.words]
    if not any(scanned):
        return TextSource.DIGITAL
    return TextSource.OCR if all(scanned) else TextSource.MIXED


def text_warnings(pages: Sequence[Page]) -> Iterator[str]:
    """One line for the pages of each kind: with text that cannot be read, is not to be seen, or stands beside them."""
    unread = [page for page in pages if page.unread]
    if unread:
        words = sum(len(page.words) for page in unread)
        count = sum(page.unread for page in unread)
        yield f"{_named(unread)}: {count:,} of {words:,} words cannot be read, since a font does not say what it draws"
    unseen = [page for page in pages if page.unseen]
    if unseen:
        yield f"{_named(unseen)}: invisible text left out ({sum(page.unseen for page in unseen):,} characters)"
    outside = [page for page in pages if page.outside]
    if outside:
        characters = sum(page.outside for page in outside)
        yield f"{_named(outside)}: text outside the page left out ({characters:,} characters)"


def _named(pages: Sequence[Page]) -> str:
    """The pages' numbers, those that follow each other as a range: "pages 2, 5-7"."""
    return ("page " if len(pages) == 1 else "pages ") + ", ".join(_ranges(page.number for page in pages))


def _ranges(numbers: Iterable[int]) -> Iterator[str]:
    for _, group in groupby(enumerate(numbers), key=lambda entry: entry[1] - entry[0]):
        run = [number for _, number in group]
        yield str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}"
