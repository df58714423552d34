"""Joins pieces that the signs part but that are one title ("Head of Parks and Leisure"), rule by rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from normalise.owners.lexicon import Sort, lower_list
from normalise.owners.people import is_initials, is_single_surname, is_unknown
from normalise.owners.phrases import Word, Words, core, phrase
from normalise.owners.pieces import LOOSE_GAPS, Gap, Piece, piece_of
from normalise.owners.shapes import BODIES, ROLES, Shape, is_actor

_OPENS = frozenset({Shape.OPEN, Shape.BODY_OPEN, Shape.FIELDED})
_LISTING = LOOSE_GAPS | {Gap.TIGHT, Gap.SLASH}
_PLURAL_TITLES = frozenset({"cllrs", "clrs", "councillors", "messrs"})
_EMPLOYERS = frozenset({"ministry", "department", "dept", "university"})
_PAIRING = frozenset({Gap.AND, Gap.AMP})


def join_pieces(pieces: Sequence[Piece]) -> list[Piece]:
    """The owners: pieces of one title joined, the rest apart."""
    joined = list(pieces)
    for rule in _PASSES:
        joined = rule(joined)
    return joined


def _brackets(pieces: list[Piece]) -> list[Piece]:
    """Brackets by themselves belong to the owner before them."""
    done: list[Piece] = []
    for piece in pieces:
        if done and piece.shape is Shape.MARK:
            done[-1] = done[-1].join(piece, governed_by=done[-1])
        else:
            done.append(piece)
    return done


def _surnames(pieces: list[Piece]) -> list[Piece]:
    """As in "Cllrs Finch, Reeve and Green": surnames after a title in the plural."""
    done: list[Piece] = []
    inside = False
    for piece in pieces:
        titled = piece.shape is Shape.PERSON and piece.words[0].low in _PLURAL_TITLES
        name = piece.shape is Shape.PERSON or is_single_surname(piece.words)
        inside = titled or (inside and piece.gap in _LISTING and name)
        surname = inside and piece.shape is not Shape.PERSON
        done.append(piece.reread(Shape.PERSON, "surname_in_list") if surname else piece)
    return done


def _is_single_letter(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isupper()


def _letters(pieces: list[Piece]) -> list[Piece]:
    """As in "P & OD", "H & S Adviser": a single letter is half of a pair."""
    done: list[Piece] = []
    for piece in pieces:
        last = done[-1] if done else None
        if last and piece.gap is Gap.AMP and len(last.words) == 1 and _is_single_letter(last.words[0]):
            whole = last.join(piece, governed_by=piece, rule="letter_pair")
            shape = piece.shape if piece.shape in ROLES else Shape.TEAM
            done[-1] = whole.reread(shape, whole.reading.rule)
        else:
            done.append(piece)
    return done


def _is_field(piece: Piece) -> bool:
    if piece.shape is Shape.FIELD:
        return not any(w.is_bracket for w in piece.words[:-1])
    return False


def _run_closes_another_post(pieces: list[Piece], start: int) -> bool:
    """True where fields from `start` on lead to another post: "Head of Law, [Housing and Planning Manager]"."""
    for i in range(start, len(pieces)):
        piece = pieces[i]
        if i > start and piece.gap in _PAIRING and _can_close(piece):
            return True
        if not _is_field(piece) or (i > start and piece.gap not in LOOSE_GAPS):
            return False
    return False


def _run_has_and(pieces: list[Piece], start: int) -> bool:
    """True where the fields from `start` on end in "and" with another field: "Waste, Parks and Fleet"."""
    for i in range(start, len(pieces)):
        piece = pieces[i]
        if piece.gap not in LOOSE_GAPS or not _is_field(piece):
            return False
        if piece.gap in _PAIRING:
            return True
    return False


def _open_takes_fields(pieces: list[Piece]) -> list[Piece]:
    """As in "Director of Waste, Parks and Fleet": a post with of, for takes the fields that follow."""
    done: list[Piece] = []
    for i, piece in enumerate(pieces):
        last = done[-1] if done else None
        if last and _may_take(last) and _takes(last, pieces, i):
            done[-1] = last.join(piece, governed_by=last)
        else:
            done.append(piece)
    return done


def _may_take(piece: Piece) -> bool:
    aside = any(w.begins_aside for w in piece.words)
    return piece.shape in _OPENS or aside or piece.reading.rule == "team_and_field"


def _takes(last: Piece, pieces: list[Piece], i: int) -> bool:
    piece = pieces[i]
    if not (_is_field(piece) or _is_field_body(piece)) or any(w.is_bracket for w in last.words):
        return False
    if last.shape is Shape.BODY_OPEN and Sort.ACRONYM in piece.words[0].sorts:
        return False
    if piece.gap is Gap.TIGHT:
        return last.shape is Shape.OPEN
    if piece.gap in _PAIRING:
        return not (is_actor(piece.words) and not piece.words[0].is_capital)
    if piece.gap is not Gap.COMMA or _run_closes_another_post(pieces, i):
        return False
    return (
        _run_has_and(pieces, i + 1)
        or _begins_with_pair(piece)
        or (last.shape is Shape.OPEN and i == len(pieces) - 1 and not _is_department(piece.words))
    )


def _is_field_body(piece: Piece) -> bool:
    """True for "Schools" or "Communities": bodies that are a field of work after another field."""
    return piece.gap in _PAIRING and piece.words[0].is_capital and phrase(piece.words) in lower_list("field_bodies")


def _is_department(words: Words) -> bool:
    return phrase(words) in lower_list("departments")


def _can_close(piece: Piece) -> bool:
    """True for a title that fields before it can belong to: "... and Tourism Team"."""
    first = piece.words[0]
    if piece.shape is Shape.TEAM:
        return len(piece.words) > 1
    if piece.shape is Shape.BODY:
        return len(piece.words) > 1 and (piece.reading.rule == "body_noun" or Sort.PLURAL in piece.words[-1].sorts)
    if piece.shape is not Shape.ROLE or piece.reading.rule not in {"post_noun", "known_post"} or len(piece.words) < 2:
        return False
    if phrase(piece.words) in lower_list("posts_apart"):
        return False
    return Sort.RANK not in first.sorts or Sort.FIELD in first.sorts


def _fields_before_title(pieces: list[Piece]) -> list[Piece]:
    """As in "Marketing, Events and Tourism Team": fields joined by "and" to the title that closes them."""
    done: list[Piece] = []
    for piece in pieces:
        if (piece.gap in _PAIRING or (piece.gap is Gap.COMMA and _begins_with_pair(piece))) and _can_close(piece):
            start = len(done)
            while start and _may_precede(done[start - 1], piece):
                if start < len(done) and done[start].gap not in LOOSE_GAPS:
                    break
                start -= 1
            if start < len(done):
                whole = done[start]
                for part in (*done[start + 1 :], piece):
                    whole = whole.join(part, governed_by=piece)
                done[start:] = [piece_of(whole.words, whole.gap) if piece.shape is Shape.TEAM else whole]
                continue
        done.append(piece)
    return done


def _begins_with_pair(piece: Piece) -> bool:
    """True for a title that begins with a known pair, whose "and" ends the list of fields before it."""
    return any(w.label == "FIELD" and w.low in {"and", "&"} for w in piece.words)


def _may_precede(piece: Piece, closing: Piece) -> bool:
    if any(w.is_bracket for w in piece.words):
        return False
    if len(piece.words) == 1 and piece.words[0].low in lower_list("adjectives"):
        return True
    if closing.shape is Shape.BODY:
        return len(piece.words) == 1 and _may_precede_body(piece, closing.words[0])
    return _is_field(piece) and not is_actor(piece.words)


def _may_precede_body(piece: Piece, first: Word) -> bool:
    """As in "Wend & Esker Valleys Trust", "Food and Drug Authority": two places, or two fields."""
    if piece.shape is Shape.NAME:
        return piece.words[0].is_capital and is_unknown(first)
    field = Sort.FIELD in first.sorts or not first.is_capital
    return _is_field(piece) and not _is_department(piece.words) and field


def _field_pairs(pieces: list[Piece]) -> list[Piece]:
    """As in "Arts and Events": two fields are one department, unless both are known as departments."""
    has_and = any(p.gap is Gap.AND for p in pieces) and any(p.gap is Gap.AMP for p in pieces)
    done: list[Piece] = []
    for piece in pieces:
        last = done[-1] if done else None
        if last and piece.gap in _PAIRING and _is_pair(last, piece, ampersand_binds=has_and):
            done[-1] = last.join(piece, governed_by=last, rule="field_pair")
        else:
            done.append(piece)
    return done


def _is_pair(a: Piece, b: Piece, *, ampersand_binds: bool) -> bool:
    if not (_is_field(a) and _is_field(b)):
        return False
    if len(a.words) == 1 and a.words[0].low in lower_list("adjectives"):
        return True
    if is_actor(a.words) or is_actor(b.words):
        return False
    if ampersand_binds:
        return b.gap is Gap.AMP
    if a.reading.rule == "field_pair" or Sort.TEAM in a.words[-1].sorts or _has_joint(a) or _has_joint(b):
        return False
    if all(len(p.words) > 1 and p.reading.rule == "known_field" for p in (a, b)):
        return False
    return not (_is_department(a.words) and _is_department(b.words))


def _has_joint(piece: Piece) -> bool:
    return any(w.text in {"&", "and"} for w in piece.words)


def _fields_before_pair(pieces: list[Piece]) -> list[Piece]:
    """As in "Arts, Heritage and Libraries": a field that is no department, before a pair."""
    done: list[Piece] = []
    for piece in pieces:
        last = done[-1] if done else None
        paired = piece.reading.rule == "field_pair" or (piece.shape is Shape.FIELD and _has_joint(piece))
        if last and piece.gap is Gap.COMMA and paired and _is_field(last) and not _is_department(last.words):
            done[-1] = last.join(piece, governed_by=last, rule="field_pair")
        else:
            done.append(piece)
    return done


def _post_with_field(pieces: list[Piece]) -> list[Piece]:
    """As in "Assistant Director, Street Scene": a post, a comma, its field or team."""
    done: list[Piece] = []
    for i, piece in enumerate(pieces):
        last = done[-1] if done else None
        if last and piece.gap is Gap.COMMA and _is_post_with_field(last, piece, pieces[i + 1 :], first=len(done) == 1):
            done[-1] = last.join(piece, governed_by=last, rule="post_with_field")
        else:
            done.append(piece)
    return done


def _is_post_with_field(post: Piece, field: Piece, rest: list[Piece], *, first: bool) -> bool:
    if post.shape in {Shape.BARE, Shape.ROLE} and field.shape is Shape.BODY_OPEN and _is_single(post):
        return field.words[0].low in _EMPLOYERS
    if post.shape not in ROLES or field.shape not in {Shape.FIELD, Shape.TEAM} or is_actor(field.words):
        return False
    if not _is_single(post) or _is_management(field):
        return False
    if post.shape is Shape.BARE:
        return True
    alone = first and all(p.gap in {Gap.HARD, Gap.SUPPORT, Gap.LINE} for p in rest[:1])
    if not alone or post.shape is Shape.FIELDED:
        return False
    return len(field.words) > 1 or not _is_department(field.words)


def _is_single(post: Piece) -> bool:
    return not any(Sort.PLURAL in w.sorts for w in core(post.words)[-1:])


def _is_management(piece: Piece) -> bool:
    return len(piece.words) == 1 and Sort.ACRONYM in piece.words[0].sorts and piece.shape is Shape.TEAM


def _segment(pieces: list[Piece], i: int) -> tuple[int, int]:
    """The pieces around `i` between strong signs."""
    start, end = i, i + 1
    while start and pieces[start].gap not in {Gap.HARD, Gap.SUPPORT, Gap.LINE}:
        start -= 1
    while end < len(pieces) and pieces[end].gap not in {Gap.HARD, Gap.SUPPORT, Gap.LINE}:
        end += 1
    return start, end


def _person_with_post(pieces: list[Piece]) -> list[Piece]:
    """As in "Olive Marsh, Parks Manager" (or the other way): one owner, where the list is of such pairs."""
    done: list[Piece] = []
    for i, piece in enumerate(pieces):
        last = done[-1] if done else None
        if last and piece.gap in {Gap.COMMA, Gap.LINE} and _is_person_with_post(last, piece, pieces, i):
            done[-1] = last.join(piece, governed_by=last, rule="person_with_post")
        else:
            done.append(piece)
    return done


def _is_person_with_post(a: Piece, b: Piece, pieces: list[Piece], i: int) -> bool:
    if not _is_holder(a, b) and not _is_holder(b, a):
        return False
    start, end = _segment(pieces, i)
    if b.gap is Gap.LINE or end - start == 2:
        return True
    people = [p.shape is Shape.PERSON for p in pieces[start:end]]
    alternate = all(x != y for x, y in pairwise(people))
    return alternate and len(people) % 2 == 0 and a.words == pieces[i - 1].words and (i - start) % 2 == 1


def _is_holder(person: Piece, post: Piece) -> bool:
    if person.shape is not Shape.PERSON or person.reading.rule == "person_and_post":
        return False
    if any(w.is_bracket for w in person.words) or any(w.begins_aside for w in person.words):
        return False
    if post.shape in ROLES:
        plural = Sort.PLURAL in core(post.words)[-1].sorts and post.shape is not Shape.OPEN
        councillor = person.words[0].low in {"cllr", "cllrs", "councillor", "councillors"}
        return not plural and not (councillor and not any(w.low in lower_list("political_words") for w in post.words))
    return post.gap is Gap.COMMA and post.shape in {Shape.TEAM, Shape.FIELD, *BODIES} and person.gap is not Gap.COMMA


def _surname_first(pieces: list[Piece]) -> list[Piece]:
    """As in "Tarrant, Olive": a surname, a comma and a first name, by themselves."""
    if len(pieces) != 2 or pieces[1].gap is not Gap.COMMA or len(pieces[1].words) != 1:
        return pieces
    a, b = pieces
    surname = a.shape in {Shape.NAME, Shape.FIELD} or a.reading.rule == "surname"
    single = len(a.words) == 1 or all(is_unknown(w) or w.low in lower_list("small_words") for w in a.words)
    first = b.reading.rule == "given_name" or (is_initials(b.words[0]) and len(b.words[0].text) <= 2)
    if surname and single and first and not a.words[-1].sorts & {Sort.GIVEN, Sort.ACRONYM, Sort.DEPARTMENT}:
        return [a.join(b, governed_by=b, rule="surname_first").reread(Shape.PERSON, "surname_first")]
    return pieces


def _post_after_slash(pieces: list[Piece]) -> list[Piece]:
    """As in "Payroll/Pensions Manager": a slash without spaces between two fields of one post."""
    done: list[Piece] = []
    for piece in pieces:
        last = done[-1] if done else None
        closes = piece.shape is Shape.ROLE and piece.reading.rule == "post_noun" and len(piece.words) > 1
        if last and piece.gap is Gap.TIGHT and closes and _is_field(last) and len(last.words) == 1:
            done[-1] = last.join(piece, governed_by=piece)
        else:
            done.append(piece)
    return done


_PASSES: tuple[Callable[[list[Piece]], list[Piece]], ...] = (
    _brackets,
    _surnames,
    _letters,
    _post_after_slash,
    _surname_first,
    _open_takes_fields,
    _fields_before_title,
    _field_pairs,
    _fields_before_pair,
    _post_with_field,
    _person_with_post,
)
