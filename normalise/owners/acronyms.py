"""A document's text to the initials that it defines ("Organisational Development (OD)"), and owners written out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models import Owner

_BRACKETED = re.compile(r"\(\s*([A-Z][A-Za-z&]{0,6}[A-Z])s?\s*\)")
_BEFORE = re.compile(r"\b([A-Z][A-Za-z&]{0,6}[A-Z])\s*(?:\(\s*|[-–—:=]\s+)(?=[A-Z])")
_WORD = re.compile(r"[A-Za-z][\w’']*|&")
_ACRONYM = re.compile(r"(?<![\w&])[A-Z][A-Za-z&]{0,6}[A-Z](?![\w&])")
SMALL = frozenset({"of", "and", "the", "for", "in", "on", "to", "with", "at", "by", "&"})
"""Words that initials may pass over, or stand for."""

SURE_LENGTH = 3
"""Words in small letters count only before so many initials: "a list of dates (OD)" defines nothing."""

LONGEST_NAME, LONGEST_STRETCH = 12, 120
"""Words and characters; what initials stand for is looked for in no longer a stretch of text."""


@dataclass(frozen=True, slots=True)
class Acronym:
    """Initials, and the words that a document says they stand for."""

    initials: str
    words: str


def read_acronyms(lines: Iterable[str]) -> tuple[Acronym, ...]:
    """The initials that a document defines, each by its first definition, in the order in which they stand.

    `lines` are the document's lines; a definition may run over two of them.
    """
    text = " ".join(lines)
    found: dict[str, Acronym] = {}
    for acronym in _definitions(text):
        found.setdefault(acronym.initials, acronym)
    return tuple(found.values())


def _definitions(text: str) -> Iterator[Acronym]:
    for match in _BRACKETED.finditer(text):
        before = _WORD.findall(text[max(0, match.start() - LONGEST_STRETCH) : match.start()])
        spelt = _spelt_backwards(match[1], before[-LONGEST_NAME:])
        if spelt:
            yield Acronym(match[1], spelt)
    for match in _BEFORE.finditer(text):
        behind = _WORD.findall(text[match.end() : match.end() + LONGEST_STRETCH])
        spelt = _spelt(match[1], behind[:LONGEST_NAME])
        if spelt:
            yield Acronym(match[1], spelt)


def _spelt_backwards(initials: str, words: list[str]) -> str | None:
    """The last words of a text, where their first letters are the initials."""
    for first in range(len(words) - 1, -1, -1):
        if spelt := _spelt(initials, words[first:], whole=True):
            return spelt
    return None


def _spelt(initials: str, words: list[str], whole: bool = False) -> str | None:
    """The words from the first on whose first letters are the initials; with `whole` all of them."""
    letters = initials.lower()
    lower = whole and len(initials) >= SURE_LENGTH
    if not words or words[0] in SMALL:
        return None
    at = 0
    for n, word in enumerate(words):
        if at < len(letters) and _begins_with(word, letters[at]) and (lower or word[0].isupper() or word in SMALL):
            at += 1
            if at == len(letters) and not whole:
                return " ".join(words[: n + 1])
        elif word.lower() not in SMALL or n == 0:
            return None
    return " ".join(words) if at == len(letters) and words and words[-1].lower() not in SMALL else None


def _begins_with(word: str, letter: str) -> bool:
    return word in ("and", "&") if letter == "&" else word[0].lower() == letter


def written_out(owner: Owner, acronyms: Iterable[Acronym]) -> Owner:
    """The owner with its name written out in `expanded`, where the document defines initials in it."""
    known = {acronym.initials: acronym.words for acronym in acronyms}
    if all(words in owner.name for initials, words in known.items() if initials in owner.name):
        return owner  # the name says both already: "Organisational Development (OD)"
    expanded = _ACRONYM.sub(lambda m: known.get(m.group(), m.group()), owner.name)
    return owner.model_copy(update={"expanded": expanded}) if expanded != owner.name else owner
