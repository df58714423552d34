"""Decides which line breaks of an owner cell stand between two owners, and which only wrap a name."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.owners.lexicon import Sort, lower_list
from normalise.owners.phrases import PREPOSITIONS, Word, Words, core, is_listed
from normalise.owners.pieces import Gap, gap_of
from normalise.owners.shapes import BODIES, ROLES, Shape, read_shape

_NAMED = BODIES | {Shape.TEAM, Shape.INITIALS, Shape.NAME}


def line_cuts(words: Sequence[Word]) -> dict[int, Gap]:
    """The starts of words that begin another owner after a line break."""
    cuts: dict[int, Gap] = {}
    left: list[Word] = []
    for i, word in enumerate(words):
        if word.text == "\n":
            right = _line(words[i + 1 :])
            if left and right and _is_boundary(tuple(left), right):
                cuts[right[0].start] = Gap.LINE
                left = []
        elif gap_of(word, None, None):
            left = []
        else:
            left.append(word)
    return cuts


def _line(words: Sequence[Word]) -> Words:
    """The words up to the next sign or line break."""
    line: list[Word] = []
    for word in words:
        if word.text == "\n" or gap_of(word, None, None):
            break
        line.append(word)
    return tuple(line)


def _is_boundary(left: Words, right: Words) -> bool:
    if left[-1].low in PREPOSITIONS | {"the", "and"} or all(w.sorts & {Sort.RANK} for w in left):
        return _whole_post(left) and _whole_post(right)
    if right[0].is_bracket or right[0].begins_aside or right[0].low in PREPOSITIONS | {"and"}:
        return False
    a, b = read_shape(left).shape, read_shape(right).shape
    if not right[0].is_capital:
        return False
    if b in ROLES:
        return _post_begins(right, a, b)
    if b is Shape.PERSON:
        return (a is Shape.PERSON and len(core(left)) > 1 and len(right) > 1) or a in {Shape.TEAM, *BODIES}
    if b is Shape.FIELD:
        return _field_begins(left, right, a)
    return _named_begins(left, right, a, b)


def _whole_post(words: Words) -> bool:
    names = core(words)
    return bool(names) and is_listed(names, "posts") and not is_listed(names, "generic_heads", "ranks")


def _post_begins(right: Words, a: Shape, b: Shape) -> bool:
    if len(right) == 1 and right[0].low in lower_list("generic_heads"):
        return False
    if a in {Shape.FIELD, Shape.PERSON, Shape.NAME}:
        return b is Shape.OPEN and a is not Shape.PERSON
    return b is not Shape.BARE or a in {Shape.BODY, Shape.TEAM, Shape.ROLE}


def _field_begins(left: Words, right: Words, a: Shape) -> bool:
    department = is_listed(core(right), "departments")
    if a is Shape.FIELD:
        return department and is_listed(core(left), "departments") and not is_listed((*left, *right), "field_phrases")
    if a in {Shape.TEAM, *BODIES}:
        return len(right) > 1 or Sort.TEAM not in right[0].sorts
    return a is Shape.ROLE and department


def _named_begins(left: Words, right: Words, a: Shape, b: Shape) -> bool:
    if a is Shape.PERSON:
        return b in {Shape.TEAM, *BODIES, Shape.INITIALS} and len(core(left)) > 1 and len(right) > 1
    if a is Shape.FIELD:
        return is_listed(core(left), "departments") and b in {Shape.BODY, Shape.INITIALS} and len(right[0].text) < 6
    if a in ROLES:
        return b in _NAMED and (a is Shape.ROLE or len(right) > 1 or b is not Shape.NAME)
    if (
        len(right) == 1
        and right[0].sorts & {Sort.BODY, Sort.TEAM, Sort.MEETING}
        and not is_listed(right, "organisation_names")
    ):
        return Sort.ACRONYM in right[0].sorts
    return a in _NAMED and not (a is Shape.NAME and b is Shape.NAME)
