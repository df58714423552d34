"""Two readings of one text to whether they say the same, as far as two independent readers can agree."""

import unicodedata

NUDGE = 1.0
"""Points by which two readers may place a word apart: one lying on the edge of a box may fall just outside it."""


def alike(recorded: str, found: str) -> bool:
    """True where the texts have the same characters in the same order.

    Left out of account is what readers take differently from the same print: where a gap is wide enough for a space,
    capitals drawn for letters stored as small ones, and letters drawn as one glyph (ligatures).
    """
    return recorded == found or _bare(recorded) == _bare(found)


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
