"""Characters as a reader gets them to the letters of a word: ligatures spelt, and what nobody can read marked so."""

import unicodedata
from collections.abc import Sequence

from extract.vocabulary import is_word

UNREADABLE = "\ufffd"
"""Stands for each character that a font does not name (REPLACEMENT CHARACTER, Unicode 15, 23.8)."""

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

LINE_END_HYPHENS = "\x02\ufffe"
"""PDFium's codes for a hyphen that ends a line: one when asked for the character, one in a page's text."""

NO_LETTERS = frozenset({"Cc", "Cn", "Cs"})
"""Control characters, codes that mean nothing, and halves of characters: no font draws those on purpose."""

SENSE = 0.5
"""Codes are letters where this share of the words that they make, or more, are English."""

LEAST_LETTERS = 3
"""Shorter words say nothing: any two letters are one in some list."""


def spelt(text: str) -> str:
    """A word's characters with ligatures taken apart, its hyphen where a line ends, and UNREADABLE for no letters.

    One character for private use is a mark (a bullet, a tick); several are letters of which the font tells nothing.
    One hyphen code ends a line; several are an encoding gone wrong.
    """
    kinds = [unicodedata.category(c) for c in text]
    lone_mark = kinds.count("Co") == 1
    lone_hyphen = sum(c in LINE_END_HYPHENS for c in text) == 1
    letters = []
    for c, kind in zip(text, kinds, strict=True):
        if lone_hyphen and c in LINE_END_HYPHENS:
            letters.append("-")
        elif kind in NO_LETTERS or (kind == "Co" and not lone_mark):
            letters.append(UNREADABLE)
        else:
            letters.append(LIGATURES.get(c, c))
    return "".join(letters)


def make_sense(words: Sequence[str]) -> bool:
    """True for words that are English for the most part.

    Where a font does not name its letters, their codes may still be those of the letters: many old programs numbered
    them as usual and named them g65, g66 and so on.
    """
    long = [w for word in words if len(w := word.strip(".,;:()'\"")) >= LEAST_LETTERS and w.isalpha()]
    return bool(long) and sum(is_word(word, frozenset()) for word in long) >= SENSE * len(long)
