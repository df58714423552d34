"""What a reader takes from one page: words, rulings and fills in displayed coordinates."""

from dataclasses import dataclass
from enum import IntEnum

from extract.geometry import Box


class Direction(IntEnum):
    """Which way a text runs on the page as displayed, in quarter turns anticlockwise."""

    RIGHT = 0
    UP = 1
    LEFT = 2
    DOWN = 3


@dataclass(frozen=True, slots=True)
class Word:
    """Printed characters without a gap between them.

    `baseline` is the cross coordinate of the baseline: y for upright text, x for sideways text. `size` is the font
    size in points as displayed.
    """

    text: str
    box: Box
    size: float
    baseline: float
    bold: bool = False
    italic: bool = False
    direction: Direction = Direction.RIGHT


@dataclass(frozen=True, slots=True)
class Ruling:
    """A drawn straight line: horizontal at y = `at` from x = `start` to `end`, or vertical at x = `at`."""

    vertical: bool
    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        """Length in points."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle wider and taller than a line; `grey` runs from 0 (black) to 1 (white)."""

    box: Box
    grey: float


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page, and what is to be said of them: see Page."""

    words: tuple[Word, ...]
    unread: int
    unseen: int
    outside: int
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page as displayed: rotation undone, invisible text left out.

    `number` is 1-based; `width` and `height` are points; `images` counts the pictures on it. `unread` counts the words
    with a character that its font does not name. `unseen` and `outside` count the characters left out because nothing
    shows them or because they stand beside the page. `scanned`: a picture fills the page, and the words are those that
    a program has read from it.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rulings: tuple[Ruling, ...]
    fills: tuple[Fill, ...] = ()
    images: int = 0
    unread: int = 0
    unseen: int = 0
    outside: int = 0
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages of a document, with the title and the author that the file's metadata states."""

    pages: tuple[Page, ...]
    metadata_title: str | None = None
    metadata_author: str | None = None
