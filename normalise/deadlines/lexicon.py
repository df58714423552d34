"""Single words of deadline cells to kinds and values, as `words.toml` lists them."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

PUNCTUATION = {
    "-": "dash",
    "/": "slash",
    ".": "dot",
    ",": "comma",
    ":": "colon",
    ";": "semicolon",
    "&": "and",
    "+": "and",
    "and": "and",
    "plus": "and",
    "or": "and",
    "(": "open",
    "[": "open",
    ")": "close",
    "]": "close",
    "'": "apostrophe",
    '"': "quote",
    "?": "query",
    ">": "more",
    "<": "less",
    "£": "money",
    "$": "money",
    "€": "money",
    "%": "percent",
    "|": "bar",
}
GLYPHS = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−­", "-"),
        **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
        **dict.fromkeys("“”„″", '"'),
        **dict.fromkeys("⁄∕", "/"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f", " "),
        "…": ".",
        "\u2022": ";",
    }
)
"""One glyph per sign, letter for letter, so that places in the text stay the same."""


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of a cell: a word, a number, a sign, or a phrase that a rule made of several."""

    kind: str
    text: str
    value: object = None

    @property
    def number(self) -> int:
        """The value where it is a number, else 0."""
        return self.value if isinstance(self.value, int) else 0


@lru_cache(maxsize=1)
def words() -> dict[str, Item]:
    """Every listed word, in lower case."""
    table = tomllib.loads(files("normalise.deadlines").joinpath("words.toml").read_text(encoding="utf-8"))
    found = {sign: Item(kind, sign) for sign, kind in PUNCTUATION.items()}
    for kind, listed in table["plain"].items():
        found |= {word: Item(kind, word) for word in listed}
    for kind, values in table["valued"].items():
        for value, listed in values.items():
            found |= {word: Item(kind, word, int(value) if value.isdigit() else value) for word in listed}
    return found
