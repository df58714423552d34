"""Gives each owner of a cell its kind, by what governs its words and by the owners beside it."""

from __future__ import annotations

from collections.abc import Sequence

from models import OwnerKind
from normalise.owners.lexicon import Sort, lower_list
from normalise.owners.phrases import core
from normalise.owners.pieces import Gap, Piece
from normalise.owners.shapes import BODIES, ROLES, Shape, is_actor

Ruled = tuple[OwnerKind, str]


def kinds(pieces: Sequence[Piece]) -> list[Ruled]:
    """The kind of each piece and the name of the rule that gave it."""
    return [_kind(piece, pieces) for piece in pieces]


def _kind(piece: Piece, pieces: Sequence[Piece]) -> Ruled:
    rule = piece.reading.rule
    if _all_initials_of_people(pieces):
        return OwnerKind.PERSON, "initials_among_people"
    if piece.shape is Shape.PERSON:
        return OwnerKind.PERSON, rule
    if piece.shape in ROLES:
        if _may_be_department(piece) and _only_bodies_beside(piece, pieces):
            return OwnerKind.ORGANISATION, "department_among_bodies"
        return OwnerKind.ROLE, rule
    if piece.shape in BODIES:
        return OwnerKind.ORGANISATION, rule
    if piece.shape is Shape.TEAM:
        return OwnerKind.TEAM, rule
    if piece.shape is Shape.INITIALS:
        return _kind_of_initials(piece, pieces)
    if piece.shape is Shape.FIELD:
        return _kind_of_field(piece, rule)
    return _kind_of_name(piece, pieces)


def _capitals(piece: Piece) -> int:
    return sum(c.isupper() for c in piece.words[0].text)


def _all_initials_of_people(pieces: Sequence[Piece]) -> bool:
    """True for a list of two-letter initials most of which nothing else is known by."""
    short = [p for p in pieces if len(p.words) == 1 and p.words[0].text.isupper() and len(p.words[0].text) == 2]
    unknown = [p for p in short if p.shape is Shape.INITIALS]
    return len(short) == len(pieces) > 1 and 2 * len(unknown) > len(pieces)


def _only_bodies_beside(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """True where only bodies, and initials that may be bodies, stand beside "DoF": a Department, not a Director."""
    others = [p for p in pieces if p is not piece]
    alike = [p for p in others if p.shape in BODIES or _may_be_department(p)]
    return len(alike) == len(others) and any(p.shape in BODIES for p in others)


def _may_be_department(piece: Piece) -> bool:
    return piece.reading.rule == "post_initials" and piece.words[0].text.startswith("D")


def _kind_of_initials(piece: Piece, pieces: Sequence[Piece]) -> Ruled:
    """Two letters are a person, unless bodies stand beside them; three are a body, unless people stand beside them."""
    others = [p for p in pieces if p is not piece]
    if any(p.shape is Shape.PERSON for p in others):
        return OwnerKind.PERSON, "initials_among_people"
    if any(p.shape in BODIES for p in others):
        return OwnerKind.ORGANISATION, "initials_among_bodies"
    initials = [p for p in pieces if p.shape is Shape.INITIALS]
    slashed = all(p.gap in {Gap.START, Gap.TIGHT, Gap.HARD} for p in initials)
    if {_capitals(p) for p in initials} == {2} or (len({_capitals(p) for p in initials}) > 1 and slashed):
        return OwnerKind.PERSON, "initials"
    return OwnerKind.ORGANISATION, "initials_of_body"


def _kind_of_field(piece: Piece, rule: str) -> Ruled:
    names = core(piece.words)
    if is_actor(piece.words):
        return OwnerKind.ORGANISATION, "outside_bodies"
    if names[-1].low in lower_list("kinds_of_people"):
        return OwnerKind.ROLE, "kind_of_people"
    if not names[0].is_capital and Sort.BODY in names[-1].sorts:
        return OwnerKind.ORGANISATION, "outside_bodies"
    return OwnerKind.TEAM, rule


def _kind_of_name(piece: Piece, pieces: Sequence[Piece]) -> Ruled:
    """Unknown words: a surname among people, else a body."""
    at = next(i for i, p in enumerate(pieces) if p is piece)
    before = pieces[at - 1] if at else None
    names = core(piece.words)
    if names and names[0].low in {"everyone", "everybody", "anyone"}:
        return OwnerKind.ROLE, "kind_of_people"
    single = len(names) == 1
    if single and before and before.shape is Shape.PERSON and before.words[0].low in {"cllrs", "councillors", "messrs"}:
        return OwnerKind.PERSON, "surname_in_list"
    if single and any(p.shape is Shape.PERSON for p in pieces):
        return OwnerKind.PERSON, "surname_among_people"
    return OwnerKind.ORGANISATION, "unknown_name"
