"""Boxes in displayed coordinates: points from the top left of the page, y downwards."""

from collections.abc import Iterable
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in points: x0 <= x1, top <= bottom."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in points."""
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        """The middle, as (x, y)."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        """True where the point lies in the box or on its edge."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def covers(self, other: "Box", slack: float = 0.5) -> bool:
        """True where `other` lies inside this box, `slack` points allowed."""
        return (
            self.x0 - slack <= other.x0
            and self.top - slack <= other.top
            and self.x1 + slack >= other.x1
            and self.bottom + slack >= other.bottom
        )

    def rounded(self) -> "Box":
        """The box to a hundredth of a point, as it is written out."""
        return Box(*(round(v, 2) for v in self))


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of `boxes` (at least one)."""
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return Box(min(x0s), min(tops), max(x1s), max(bottoms))


def overlap(a0: float, a1: float, b0: float, b1: float) -> float:
    """Length that the spans a0..a1 and b0..b1 have in common; 0 where they are apart."""
    return max(0.0, min(a1, b1) - max(a0, b0))
