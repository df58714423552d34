"""Finds where two owners stand side by side with no sign between them ("Clerk Chair of Finance")."""

from __future__ import annotations

from collections.abc import Callable

from normalise.owners.lexicon import Sort, lower_list
from normalise.owners.people import full_names
from normalise.owners.phrases import Words, core, field_length, is_listed
from normalise.owners.shapes import BODIES, ROLES, Shape, head_index, is_actor, read_shape

_WHOLE = ROLES | BODIES | {Shape.TEAM}
_RANKS_OF_BARE_POSTS = frozenset({"senior", "principal", "assistant", "deputy", "asst"})
_STRONG_TEAMS = frozenset({"team", "unit", "section", "directorate", "department"})
_PREFIXES = frozenset({"head", "deputy", "lead", "principal", "chair", "vice"})


def side_cuts(words: Words) -> list[int]:
    """The positions in `words` at which another owner begins, ascending."""
    for at in range(len(words) - 1, 0, -1):
        if not _says_nothing(words[:at]) and any(rule(words[:at], words[at:]) for rule in _RULES):
            return [*side_cuts(words[:at]), at, *(at + c for c in side_cuts(words[at:]))]
    return []


def _says_nothing(words: Words) -> bool:
    return all(w.sorts <= {Sort.SMALL} and w.low in lower_list("small_words") for w in words)


def _shape(words: Words) -> Shape:
    return read_shape(words).shape


def _opener_follows(left: Words, right: Words) -> bool:
    """A post with its field begins: "Director of Finance | Head of Audit", "Clerk | Chair of Governors"."""
    start = next((i for i, w in enumerate(right) if not w.sorts & {Sort.RANK} or w.low == "head"), len(right))
    index = head_index(right)
    if index not in {start, start + 1} or index == len(right) - 1 or not right[0].is_capital:
        return False
    noun = right[index].low.removesuffix("s")
    if noun not in lower_list("opening_posts") or (index == start + 1 and noun not in {"holder", "member"}):
        return False
    if left[-1].low in lower_list("ranks") and not _ends_in_post(left):
        return False
    shape = _shape(left)
    return shape in _WHOLE or (shape in {Shape.FIELD, Shape.INITIALS} and noun in {"head", "director", "ministry"})


def _ends_in_post(words: Words) -> bool:
    """True where the last words are a whole post: "... Chief Executive", "... Clerk"."""
    return any(is_listed(words[-n:], "posts") and words[-1].low not in _PREFIXES for n in (3, 2, 1) if n <= len(words))


def _all_follows(left: Words, right: Words) -> bool:
    return len(right) > 1 and right[0].text == "All" and _shape(left) in _WHOLE


def _post_follows_post(left: Words, right: Words) -> bool:
    """A whole post after a post's closing noun: "Tree Officer | Fleet Manager", "Class Teacher | SENCo"."""
    closing = left[-1].sorts
    closed = closing & {Sort.HEAD} or (Sort.POST in closing and left[-1].low not in lower_list("fields"))
    if not (closed or left[-1].low == "teacher") or all(w.sorts & {Sort.RANK} for w in left):
        return False
    if left[-1].low in lower_list("ranks") and not _ends_in_post(left):
        return False
    if _shape(left) not in ROLES or not right[0].is_capital:
        return False
    shape = _shape(right)
    if shape is Shape.ROLE:
        return not (len(right) > 1 and right[0].low in lower_list("generic_heads") and not right[0].sorts & {Sort.RANK})
    if shape is Shape.BARE:
        return len(right) > 1 and right[0].low in _RANKS_OF_BARE_POSTS
    return (shape in {Shape.OPEN, Shape.FIELDED} and Sort.POST in right[0].sorts) or _is_management(right)


def _is_management(words: Words) -> bool:
    names = core(words)
    return len(names) == 1 and {Sort.TEAM_NAME, Sort.ACRONYM} <= names[0].sorts


def _initials_of_post_follow(left: Words, right: Words) -> bool:
    """Another post known by initials: "HoS HR | HoS ICT"."""
    if not {Sort.POST, Sort.ACRONYM} <= right[0].sorts:
        return False
    return _shape(left) in ROLES | {Shape.TEAM} and not all(w.sorts & {Sort.RANK} for w in left)


def _bracket_closes(left: Words, right: Words) -> bool:
    """A title closed by brackets: "SM (Adults) | SM (Homes)"."""
    if not left[-1].is_bracket or right[0].begins_aside or right[0].is_bracket:
        return False
    shape = _shape(right)
    if shape is Shape.BARE:
        return len(right) > 1
    return right[0].is_capital and shape not in {Shape.MARK, Shape.NAME}


def _second_post_after_field(left: Words, right: Words) -> bool:
    """The field of the first post is one known field: "Head of Highways | Street Lighting Manager"."""
    names = core(left)
    index = head_index(names)
    if _shape(left) is not Shape.OPEN or len(left) != len(names) or names[index + 1].low == "to":
        return False
    rest = tuple(w for w in (*names, *right) if w.start > names[index + 1].start)
    while len(rest) > 1 and rest[0].low in {"the", "all"}:
        rest = rest[1:]
    if right != rest[field_length(rest) :] or not right[0].is_capital:
        return False
    if right[-1].low == "group":
        return False
    return _shape(right) is Shape.ROLE or _is_management(right)


def _name_follows_name(left: Words, right: Words) -> bool:
    """Full names one after the other: "Paula Finch | Omar Reeve"."""
    return full_names(left[-2:]) == len(left[-2:]) == 2 and full_names(right) == 2 and _shape(left) is Shape.PERSON


def _initials_follow_initials(left: Words, right: Words) -> bool:
    """Bodies by their initials: "MoH | MoAF | WHO". Not "AMR TWG", "SEN IT", "PS MoT"."""
    a, b = left[-1], right[0]
    if not (Sort.ACRONYM in a.sorts and Sort.ACRONYM in b.sorts and all(Sort.ACRONYM in w.sorts for w in left)):
        return False
    if Sort.MODIFIER in a.sorts or (Sort.POST in a.sorts and Sort.POST not in b.sorts):
        return False
    if len(right) > 1 and Sort.ACRONYM not in right[1].sorts and Sort.MODIFIER in b.sorts:
        return False
    return not (b.sorts & {Sort.MEETING, Sort.TEAM} and Sort.BODY_NAME not in a.sorts)


def _bodies_follow_initials(left: Words, right: Words) -> bool:
    """Bodies in words after a body's initials: "MoA | Universities", "SSES | Ministry of Agriculture"."""
    a = left[-1]
    if Sort.ACRONYM not in a.sorts or a.sorts & {Sort.MODIFIER, Sort.POST} or not right[0].is_capital:
        return False
    if any(Sort.ACRONYM not in w.sorts for w in left) or Sort.ACRONYM in right[0].sorts:
        return False
    return is_actor(right) or is_listed(core(right), "organisation_names") or _shape(right) is Shape.BODY_OPEN


def _body_follows_bodies(left: Words, right: Words) -> bool:
    """Kinds of bodies one after the other: "Research Bodies | Farmers' Unions"."""
    if not is_actor(left) or not right[0].is_capital or left[-1].is_bracket:
        return False
    return is_actor(right) and (len(core(left)) > 1 or Sort.FIELD not in left[-1].sorts)


def _post_follows_management(left: Words, right: Words) -> bool:
    """A post after a management team: "SLT | Governors", "CMT | Head of HR"."""
    return _is_management(left) and right[0].is_capital and _shape(right) in {Shape.ROLE, Shape.OPEN}


def _team_follows_team(left: Words, right: Words) -> bool:
    """A team after a team: "Policy Team | HR Team"."""
    if left[-1].low not in _STRONG_TEAMS or len(right) < 2 or len(left) < 2:
        return False
    return _shape(left) is Shape.TEAM and right[-1].low in _STRONG_TEAMS and _shape(right) is Shape.TEAM


_RULES: tuple[Callable[[Words, Words], bool], ...] = (
    _all_follows,
    _opener_follows,
    _post_follows_post,
    _initials_of_post_follow,
    _bracket_closes,
    _second_post_after_field,
    _name_follows_name,
    _initials_follow_initials,
    _bodies_follow_initials,
    _body_follows_bodies,
    _post_follows_management,
    _team_follows_team,
)
