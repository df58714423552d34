"""Cuts an owner cell into words, brackets and the signs between owners, as a spaCy tokenizer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from normalise.owners.clutter import BREAK
from normalise.owners.lexicon import Sort, is_acronym, is_word, sorts

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_TOKEN = re.compile(
    r"\((?:[^()]|\([^()]*\))*\)?"  # brackets and what they hold
    r"|\[[^\[\]]*\]"
    r"|\d+/\d+"  # 24/7
    r"|(?<![\w/])(?:[ADTV]|[Aa]sst|[Dd]ep)/[A-Z][a-z][\w’'-]*"  # A/Director
    r"|[A-Z][A-Za-z]{0,4}(?:&[A-Z][A-Za-z]{0,4})+(?![\w])"  # P&OD
    rf"|[,;+/&|\n{BREAK}]|\)"
    rf"|[^\s,;+/&|()\n{BREAK}]+"
)
_DASH = re.compile(r"[-–—]+")
_ABBREVIATION = re.compile(r"(?:[A-Za-z]|[A-Z][a-z]{1,4}|[a-z]{1,5})\.", re.ASCII)


class OwnerTokenizer:
    """text -> Doc; every character but white space belongs to a token."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """One Doc, whose text is the cell with white space collapsed (line breaks are tokens)."""
        from spacy.tokens import Doc  # noqa: PLC0415  spaCy takes over a second to import

        words: list[str] = []
        spaces: list[bool] = []
        for match in _TOKEN.finditer(text):
            after = match.end() < len(text) and text[match.end()] == " "
            parts = _parts(match.group(), text[match.end() :])
            words += parts
            spaces += [False] * (len(parts) - 1) + [after]
        return Doc(self.vocab, words=words, spaces=spaces)


def _parts(token: str, following: str) -> list[str]:
    """A word with its final full stop apart where that ends a sentence, and two joined bodies apart."""
    if len(token) > 2 and token.endswith(".") and re.match(r"\s+[A-Z]", following) and not _is_abbreviation(token):
        return [token[:-1], "."]
    halves = re.split(r"([-–—])", token)
    if len(halves) == 3 and all(Sort.BODY_NAME in sorts(h) and is_acronym(h) for h in (halves[0], halves[2])):
        return halves
    return [token]


def _is_abbreviation(token: str) -> bool:
    word = token[:-1]
    if is_acronym(word):
        return "." in word
    return bool(_ABBREVIATION.fullmatch(token)) or not is_word(word)


def is_dash(text: str) -> bool:
    """True for a dash that stands by itself."""
    return bool(_DASH.fullmatch(text))
