"""Any text to what the drawing library's own font can draw: it has plain Latin letters and few signs.

The page below shows the text as it is printed; what stands in a label or beside the page only has to be recognised.
"""

import unicodedata

DRAWN = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("«»©°±·‘’“”‹›")

SPELT = str.maketrans({"£": "GBP ", "€": "EUR ", "–": "-", "—": "-", "−": "-", "‐": "-", "•": "*", "\u00ad": "-"})


def drawable(text: str) -> str:
    """The text, accents dropped and signs spelt out; a question mark stands for what cannot be drawn."""
    plain = unicodedata.normalize("NFKD", text.translate(SPELT))
    kept = (char for char in plain if not unicodedata.combining(char))
    return "".join(char if char in DRAWN else "?" for char in kept)
