"""The words of an owner cell as the rules see them, and look-ups of known phrases."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from normalise.owners.lexicon import Sort, as_substantive, lower_list, plain, sorts
from normalise.owners.tokens import is_dash

PREPOSITIONS = frozenset({"of", "for", "to", "on", "in", "at", "from", "against", "with"})
"""Words after which a title's or a body's field is named."""


_LONGEST_ENTRY = 8
"""More words than this are no entry of a list."""


@lru_cache(maxsize=16384)
def _look_up_form(text: str) -> str:
    return plain(as_substantive(text)).strip("\"'.:*")


@dataclass(frozen=True, slots=True)
class Word:
    """One word, bracket or sign, with its place in the cell. `label` says which sort of known phrase holds it."""

    text: str
    start: int
    end: int
    label: str = ""

    @property
    def low(self) -> str:
        """The form for look-ups."""
        return _look_up_form(self.text)

    @property
    def sorts(self) -> frozenset[Sort]:
        """Everything that the word can be."""
        return sorts(self.text)

    @property
    def is_bracket(self) -> bool:
        """True for brackets with what they hold."""
        return self.text.startswith(("(", "["))

    @property
    def is_capital(self) -> bool:
        """True where the word begins with a capital letter."""
        return self.text.lstrip("\"'“‘")[:1].isupper()

    @property
    def begins_aside(self) -> bool:
        """True for a dash, and for a word that begins with one ("-LC")."""
        return is_dash(self.text) or (len(self.text) > 1 and self.text[0] in "-–—")


Words = tuple[Word, ...]


def core(words: Words) -> Words:
    """The words that name the owner: no brackets, nothing after a dash, no leading "the" or "all"."""
    kept: list[Word] = []
    for word in words:
        if word.begins_aside and kept:
            break
        if not word.is_bracket:
            kept.append(word)
    while len(kept) > 1 and kept[0].low in {"the", "all", "each", "both", "every", "other", "relevant", "new"}:
        kept.pop(0)
    return tuple(kept)


def phrase(words: Words) -> str:
    """The words as one phrase for look-ups, with "and" for "&"."""
    return " ".join("and" if w.text == "&" else w.low for w in words)


def is_listed(words: Words, *names: str) -> bool:
    """True where the words as a phrase are an entry of one of the lists."""
    if len(words) > _LONGEST_ENTRY:
        return False
    text = phrase(words)
    return any(text in lower_list(name) for name in names)


@lru_cache(maxsize=1)
def _phrase_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(p.split()) for p in lower_list("field_phrases")}, reverse=True))


def field_length(words: Words) -> int:
    """How many words at the start make one known field: the longest known phrase, or one word."""
    for length in _phrase_lengths():
        if length <= len(words) and is_listed(words[:length], "field_phrases"):
            return length
    return min(1, len(words))
