"""Two texts to the stretches of them around the place where they first differ, short enough for a table."""

from dataclasses import dataclass
from itertools import takewhile

LONGEST = 90
"""Characters shown of a text."""

LEAD = 30
"""So many of them stand before the first character that differs."""

CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The same stretch of both texts."""

    recorded: str
    found: str


def excerpt(recorded: str, found: str) -> Excerpt:
    """Both texts whole where they are short; else from a little before the place where they part."""
    if max(len(recorded), len(found)) <= LONGEST:
        return Excerpt(recorded, found)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(recorded, found, strict=False)))
    start = max(0, same - LEAD)
    return Excerpt(_from(recorded, start), _from(found, start))


def _from(text: str, start: int) -> str:
    tail = text[start : start + LONGEST]
    return (CUT if start else "") + tail + (CUT if start + LONGEST < len(text) else "")
