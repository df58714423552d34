"""How a text meets the eye, and whether the pictures on a page make it a scan."""

from enum import IntEnum

from extract.geometry import Box, overlap
from extract.page import Word

FULL = 0.8
"""A page of which pictures take this share, or more, may be a scan."""


class Sight(IntEnum):
    """Whether a reader of the page sees a text, and if not, why."""

    SHOWN = 0
    INVISIBLE = 1
    COVERED = 2
    OUTSIDE = 3


def area_on_page(box: Box, width: float, height: float) -> float:
    """Square points of a box that lie on a page of that size."""
    return overlap(box.x0, box.x1, 0, width) * overlap(box.top, box.bottom, 0, height)


def is_scan(pictured: float, width: float, height: float) -> bool:
    """True for a page that pictures of that area fill."""
    return 0 < FULL * width * height <= pictured


def words_of_scan(shown: tuple[Word, ...], invisible: tuple[Word, ...]) -> tuple[Word, ...] | None:
    """The words of a page that is a picture, where most of them are invisible: what a program has read from it.

    None where most are printed: then the picture is a background, and what lies unseen on it is not to be read.
    """
    return (*shown, *invisible) if len(invisible) > len(shown) else None
