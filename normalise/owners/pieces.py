"""The pieces of an owner cell between its signs, each with the sign before it and what it is by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from normalise.owners.clutter import BREAK
from normalise.owners.phrases import Word, Words
from normalise.owners.shapes import Reading, Shape, read_shape
from normalise.owners.side_by_side import side_cuts


class Gap(StrEnum):
    """What stands before a piece."""

    START = "start"
    HARD = "hard"  # always between owners: ; + bullets, item numbers, plus
    COMMA = "comma"
    AND = "and"
    AMP = "ampersand"
    SLASH = "slash"  # with a space beside it
    TIGHT = "tight_slash"
    SIDE = "side_by_side"
    LINE = "line_break"
    SUPPORT = "support"  # with, supported by: the rest of the cell supports


_SIGNS = {",": Gap.COMMA, ";": Gap.HARD, "+": Gap.HARD, BREAK: Gap.HARD, "|": Gap.HARD, ".": Gap.HARD, "&": Gap.AMP}
_PHRASES = {"FIELD": None, "SUPPORT": Gap.SUPPORT, "JOIN": Gap.HARD}
LOOSE_GAPS = frozenset({Gap.AND, Gap.AMP, Gap.COMMA})
_STRENGTH = [Gap.COMMA, Gap.AMP, Gap.AND, Gap.TIGHT, Gap.SLASH, Gap.LINE, Gap.SIDE, Gap.HARD, Gap.START, Gap.SUPPORT]
_LONGEST_RUN = 40
"""Runs of more words than this are prose, in which owners are not looked for side by side."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two signs. `reading` is what governs the whole, also once pieces are joined."""

    words: Words
    gap: Gap
    reading: Reading

    @property
    def shape(self) -> Shape:
        """What the piece is."""
        return self.reading.shape

    def join(self, other: Piece, *, governed_by: Piece, rule: str | None = None) -> Piece:
        """This piece and the next as one, read as `governed_by`."""
        reading = Reading(governed_by.shape, rule or governed_by.reading.rule)
        return replace(self, words=self.words + other.words, reading=reading)

    def reread(self, shape: Shape, rule: str) -> Piece:
        """The same words read as another shape by another rule."""
        return replace(self, reading=Reading(shape, rule))


def piece_of(words: Words, gap: Gap) -> Piece:
    """A piece, with what it is by itself."""
    return Piece(words, gap, read_shape(words))


def gap_of(word: Word, before: Word | None, after: Word | None) -> Gap | None:
    """The gap that a word stands for, or None where it belongs to a name."""
    if word.label:
        return _PHRASES[word.label]
    if word.text in _SIGNS:
        return _SIGNS[word.text]
    if word.low == "and":
        return Gap.AND
    if word.text == "/":
        tight = before is not None and after is not None and before.end == word.start and word.end == after.start
        return Gap.TIGHT if tight else Gap.SLASH
    if word.text in {"-", "–", "—"} and before is not None and before.end == word.start:
        return Gap.SLASH
    return None


def stronger(first: Gap, second: Gap) -> Gap:
    """Of two signs that stand together (", and"), the one that says more."""
    return max(first, second, key=_STRENGTH.index)


def split(words: Sequence[Word], cuts: dict[int, Gap]) -> list[Piece]:
    """The pieces between the signs; `cuts` are gaps that begin at a word without a sign (line breaks)."""
    pieces: list[Piece] = []
    run: list[Word] = []
    gap = Gap.START
    for i, word in enumerate(words):
        sign = gap_of(word, words[i - 1] if i else None, words[i + 1] if i + 1 < len(words) else None)
        forced = cuts.get(word.start)
        if (sign or forced) and run:
            pieces += _side_by_side(tuple(run), gap)
            run, gap = [], Gap.COMMA
        gap = stronger(gap, sign) if sign else gap
        gap = stronger(gap, forced) if forced else gap
        if not sign:
            run.append(word)
    return [*pieces, *_side_by_side(tuple(run), gap)] if run else pieces


def _side_by_side(words: Words, gap: Gap) -> list[Piece]:
    edges = [0, *(side_cuts(words) if len(words) <= _LONGEST_RUN else []), len(words)]
    parts = [words[a:b] for a, b in pairwise(edges)]
    return [piece_of(part, gap if i == 0 else Gap.SIDE) for i, part in enumerate(parts)]
