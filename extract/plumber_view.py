"""pdfplumber's coordinates to those of the page as displayed: what the crop box shows, its top left at the origin."""

from dataclasses import dataclass
from typing import Any, Self

from extract.geometry import Box


@dataclass(frozen=True, slots=True)
class View:
    """The displayed part of a page, in points.

    `left` and `top` are where it begins in pdfplumber's coordinates. `x` and `y` are its top left corner as a text
    matrix has it: from the bottom left of the media box, upwards.
    """

    left: float
    top: float
    x: float
    y: float
    width: float
    height: float

    @classmethod
    def of(cls, page: Any) -> Self:
        """The view of a page of pdfplumber, its rotation undone."""
        media = box_of_corners(page.page_obj.mediabox)
        crop = box_of_corners(page.page_obj.cropbox)
        crop = Box(*map(max, media[:2], crop[:2]), *map(min, media[2:], crop[2:]))
        if crop.width <= 0 or crop.height <= 0:
            crop = media
        before, after = (crop.x0 - media.x0, crop.top - media.top), (media.x1 - crop.x1, media.bottom - crop.bottom)
        dx, dy = {
            90: (before[1], before[0]),
            180: (after[0], before[1]),
            270: (after[1], after[0]),
        }.get(page.rotation, (before[0], after[1]))
        width, height = (crop.height, crop.width) if page.rotation % 180 == 90 else (crop.width, crop.height)
        return cls(
            page.mediabox[0] + dx, page.mediabox[1] + dy, dx, float(page.height) - dy, float(width), float(height)
        )

    def box(self, thing: dict[str, Any]) -> Box:
        """The displayed box of anything that pdfplumber finds on the page."""
        x0, x1 = float(thing["x0"]) - self.left, float(thing["x1"]) - self.left
        return Box(x0, float(thing["top"]) - self.top, x1, float(thing["bottom"]) - self.top)

    def shows(self, box: Box) -> bool:
        """True where the middle of a displayed box lies on the page."""
        x, y = box.centre
        return 0 <= x <= self.width and 0 <= y <= self.height


def box_of_corners(corners: Any) -> Box:
    """A rectangle by any two corners that face each other (ISO 32000-1, 7.9.5); y runs up, so `top` is the lower."""
    (x0, x1), (y0, y1) = sorted(corners[::2]), sorted(corners[1::2])
    return Box(float(x0), float(y0), float(x1), float(y1))
