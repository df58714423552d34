"""A page's characters, by pdfplumber, to its words: those that can be seen, or those that stand unseen on a scan."""

import math
from collections.abc import Iterable, Sequence
from typing import Any, Self

import pdfplumber.page
from pdfminer.layout import LTPage
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfplumber.utils.exceptions import PdfminerException

from extract.geometry import Box
from extract.glyphs import GlyphStyle, WordBuilder
from extract.letters import UNREADABLE, make_sense
from extract.page import Direction, PageText, Word
from extract.plumber_fonts import unnamed_letters
from extract.plumber_view import View, box_of_corners
from extract.sight import area_on_page, is_scan, words_of_scan

UNSEEN_MODES = frozenset({3, 7})
"""Text render modes that paint nothing (ISO 32000-1, table 106)."""

UNSEEN = "unseen"
"""What the characters of such a text bear in place of their tag, which is not read."""


class _SightedDevice(pdfplumber.page.PDFPageAggregatorWithMarkedContent):
    """Notes of each character whether its text is painted."""

    def render_string(self, textstate: Any, *rest: Any) -> None:
        tag = self.cur_tag
        if textstate.render in UNSEEN_MODES:
            self.cur_tag = UNSEEN
        super().render_string(textstate, *rest)
        self.cur_tag = tag


class SightedPage(pdfplumber.page.Page):
    """A page of pdfplumber whose characters bear the tag UNSEEN where nothing paints them."""

    @classmethod
    def of(cls, page: Any) -> Self:
        """The same page with that note."""
        page.page_obj.mediabox = (
            *box_of_corners(page.page_obj.mediabox),
        )  # pdfminer takes the first corner for the left
        return cls(page.pdf, page.page_obj, page.page_number, page.initial_doctop)

    @property
    def layout(self) -> LTPage:
        """What is drawn on the page, as pdfminer has it."""
        if not hasattr(self, "_layout"):
            device = _SightedDevice(self.pdf.rsrcmgr, pageno=self.page_number, laparams=self.pdf.laparams)
            try:
                PDFPageInterpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
            except MemoryError:  # whoever limits the memory knows what to make of it
                raise
            except Exception as error:
                raise PdfminerException(error) from error
            self._layout = device.get_result()
        return self._layout


def text_of_page(page: Any, view: View) -> PageText:
    """The words of the visible characters of a page, in the order in which they are printed."""
    on_page = [char for char in page.chars if view.shows(view.box(char))]
    outside = len(page.chars) - len(on_page)
    shown = [char for char in on_page if char["tag"] != UNSEEN]
    words, unread = _named(page, view, shown)
    unseen = len(on_page) - len(shown)
    pictured = sum(area_on_page(view.box(image), view.width, view.height) for image in page.images)
    if unseen and is_scan(pictured, view.width, view.height):
        invisible, more_unread = _named(page, view, [char for char in on_page if char["tag"] == UNSEEN])
        of_scan = words_of_scan(words, invisible)
        if of_scan is not None:
            return PageText(of_scan, unread + more_unread, 0, outside, scanned=True)
    return PageText(words, unread, unseen, outside)


def _named(page: Any, view: View, chars: Sequence[dict[str, Any]]) -> tuple[tuple[Word, ...], int]:
    """The words, with UNREADABLE for each character that its font does not name; or its code, where that makes sense.

    Beside them the number of words that cannot be read.
    """
    unnamed = unnamed_letters(page.page_obj.resources)
    by_code = _words(view, chars, frozenset())
    if not unnamed:
        return by_code
    by_name = _words(view, chars, unnamed)
    pairs = zip(by_code[0], by_name[0], strict=True)
    return by_code if make_sense([code.text for code, name in pairs if code != name]) else by_name


def _words(
    view: View, chars: Iterable[dict[str, Any]], unnamed: frozenset[tuple[str, str]]
) -> tuple[tuple[Word, ...], int]:
    """The words of characters in the order in which they are printed, and how many of them cannot be read."""
    builder = WordBuilder()
    space = False
    for char in chars:
        if char["text"].isspace():
            space = True
            continue
        a, b, c, d, x, y = char["matrix"]
        direction = Direction(round(math.atan2(b, a) / (math.pi / 2)) % 4)
        size = char["size"] if direction in (Direction.UP, Direction.DOWN) else abs(_font_size(char, c, d))
        name = char["fontname"].lower()
        style = GlyphStyle(
            baseline=_baseline(direction, x - view.x, view.y - y),
            size=size,
            bold="bold" in name,
            italic="italic" in name or "oblique" in name,
            direction=direction,
        )
        start, end = _along(direction, view.box(char))
        text = UNREADABLE if (char["fontname"], char["text"]) in unnamed else _text(char["text"])
        builder.add(text, start, end, style, space)
        space = False
    words = builder.words()
    return words, builder.unread


def _text(text: str) -> str:
    """The character, where pdfminer names only its code: code 127 is a bullet in WinAnsiEncoding (ISO 32000-1, D.2)."""
    if text == "(cid:127)":
        return "•"
    return UNREADABLE if not text or text.startswith("(cid:") else text


def _font_size(char: dict[str, Any], c: float, d: float) -> float:
    """The size as displayed: pdfminer scales the box by the text matrix already."""
    return float(char["size"]) or math.hypot(c, d)


def _baseline(direction: Direction, x: float, y: float) -> float:
    """Where the baseline lies across the reading direction."""
    return {Direction.RIGHT: y, Direction.UP: x, Direction.LEFT: -y, Direction.DOWN: -x}[direction]


def _along(direction: Direction, box: Box) -> tuple[float, float]:
    """Where a glyph starts and ends along the reading direction."""
    return {
        Direction.RIGHT: (box.x0, box.x1),
        Direction.UP: (-box.bottom, -box.top),
        Direction.LEFT: (-box.x1, -box.x0),
        Direction.DOWN: (box.top, box.bottom),
    }[direction]
