"""Letters to a yes or no: whether they are a word, by a frequency list of English and by the document itself."""

from collections.abc import Iterable
from functools import lru_cache

from extract.lines import Line

Lexicon = frozenset[str]
"""The words, in lower case, that a document prints whole, within a line."""

USUAL = 100
"""A word counts as English from this frequency on in pyspellchecker's list (rarer entries are mostly misprints)."""


def lexicon_of(lines: Iterable[Line]) -> Lexicon:
    """The words that stand inside a line, neither first nor last, and so are printed whole."""
    return frozenset(
        part
        for line in lines
        for word in line.words[1:-1]
        if (part := word.text.strip(".,;:()[]'\"‘’“”?!").lower()) and part[0].isalpha() and len(part) > 1
    )


RARE = 10
"""From this frequency on letters are a word where their pieces are none."""


def is_word(text: str, lexicon: Lexicon, least: int = USUAL) -> bool:
    """True for an English word of that frequency or more, or one that the document prints whole."""
    lower = text.lower()
    return lower in lexicon or _frequencies().get(lower, 0) >= least


@lru_cache(maxsize=1)
def _frequencies() -> dict[str, int]:
    from spellchecker import SpellChecker  # noqa: PLC0415 - takes 0.2 s, and few documents need it

    return dict(SpellChecker(language="en", distance=1).word_frequency.dictionary)
