"""The pieces of a title to the number that opens it and the rest."""

import re
from collections.abc import Sequence

from extract.lines import lines_of
from extract.rows import Piece

OPENING = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,3}){1,4}[a-z]?|\d{1,3}[.)]|[A-Z]{1,4}\d{1,3}(?:\.\d{1,3})*[a-z]?[.:)]?|[A-Z]\.\d{1,3}(?:\.\d{1,3})*|\(?[a-z]\))\.?$"
)
"""A dotted number, a number or small letter with a mark behind it, or a code of letters and figures."""

LISTED = re.compile(r"^(?:\d{1,3}[.)]|\(?[a-z]\))$")
"""Marks that a list inside a cell uses too."""


def split_ref(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The piece that holds the opening number, and the pieces of the text after it; no number, no first piece.

    A number that opens the first item of a list in the cell is the list's, not the row's.
    """
    lines = lines_of(pieces[0].words) if pieces else ()
    if not lines or len(lines[0].words) + sum(len(line.words) for line in lines[1:]) < 2:
        return (), tuple(pieces)
    first = lines[0].words[0]
    if not OPENING.match(first.text):
        return (), tuple(pieces)
    if LISTED.match(first.text) and any(LISTED.match(line.words[0].text) for line in lines[1:]):
        return (), tuple(pieces)
    rest = tuple(w for w in pieces[0].words if w is not first)
    return (Piece(pieces[0].page, (first,)),), (Piece(pieces[0].page, rest), *pieces[1:])
