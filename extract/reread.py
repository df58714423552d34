"""A page and a box to the text printed there: how evidence is checked against its source."""

from extract.geometry import Box
from extract.page import Page
from extract.text import text_of
from extract.vocabulary import Lexicon


def text_at(page: Page, box: Box, lexicon: Lexicon) -> str:
    """The text of the words whose centres lie in the box, wraps undone and bullets dropped."""
    return text_of((w for w in page.words if box.holds(*w.box.centre)), lexicon)
