"""Says which owners only support: those after "with" and its like, and partners named after a lead."""

from __future__ import annotations

from collections.abc import Sequence

from models import OwnerPart
from normalise.owners.lexicon import lower_list
from normalise.owners.phrases import core, phrase
from normalise.owners.pieces import Gap, Piece


def parts(pieces: Sequence[Piece]) -> list[OwnerPart]:
    """The part of each piece: support from the first sign of support to the end of the cell, else lead."""
    found: list[OwnerPart] = []
    support = False
    for piece in pieces:
        support = support or piece.gap is Gap.SUPPORT or (bool(found) and _is_partners(piece))
        found.append(OwnerPart.SUPPORT if support else OwnerPart.LEAD)
    return found


def _is_partners(piece: Piece) -> bool:
    return phrase(core(piece.words)) in lower_list("partner_words")
