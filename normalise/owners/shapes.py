"""Says what a piece of an owner cell is: a whole title, a bare post, a team, a body, a person, or only a field."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from normalise.councils import is_place_of_council
from normalise.owners.lexicon import Sort, lower_list, singular, word_list
from normalise.owners.people import person_rule
from normalise.owners.phrases import PREPOSITIONS, Word, Words, core, is_listed

_TEAM_WITHOUT_PREFIX = frozenset({"executive", "officer", "assistant", "principal", "secretary", "deputy", "chief"})
_NOUNS = frozenset({Sort.HEAD, Sort.LOOSE, Sort.POST, Sort.OPENING, Sort.TEAM, Sort.MEETING, Sort.BODY})
_JOINTS = frozenset({"and", "&"})


class Shape(StrEnum):
    """What a piece is by itself."""

    OPEN = "open"  # a post and its field after of, for, to: Head of Finance
    FIELDED = "fielded"  # a post and its field side by side: Assistant Director Finance
    BARE = "bare"  # a post without a field: Assistant Director
    ROLE = "role"  # any other whole post: Finance Manager, Clerk
    TEAM = "team"
    BODY = "body"
    BODY_OPEN = "body_open"  # Ministry of Health
    PERSON = "person"
    INITIALS = "initials"  # two or three unknown capitals: a person's, a body's
    FIELD = "field"  # words of a field of work; by themselves the team: Legal Services
    NAME = "name"  # unknown words
    MARK = "mark"  # brackets only


ROLES = frozenset({Shape.OPEN, Shape.FIELDED, Shape.BARE, Shape.ROLE})
BODIES = frozenset({Shape.BODY, Shape.BODY_OPEN})


@dataclass(frozen=True, slots=True)
class Reading:
    """A shape and the name of the rule that found it."""

    shape: Shape
    rule: str


def read_shape(words: Words) -> Reading:
    """What the words are. Brackets, and what follows a dash, do not count."""
    names = core(words)
    if not names:
        return Reading(Shape.MARK, "brackets_only")
    for rule in (_known_name, _person, _initials, _headed, _known_ending, _field):
        if found := rule(names):
            return found
    return Reading(Shape.NAME, "unknown_name")


def _known_name(words: Words) -> Reading | None:
    if len(words) > 1 and is_listed(words, "departments", "field_phrases"):
        return Reading(Shape.FIELD, "known_field")
    if len(words) == 1 and Sort.DEPARTMENT in words[0].sorts:
        return Reading(Shape.FIELD, "known_department")
    if is_listed(words, "organisation_names"):
        return Reading(Shape.BODY, "known_body")
    if is_place_of_council(" ".join(w.text for w in words)):
        return Reading(Shape.BODY, "local_authority")
    if is_listed(words, "posts") and not _is_bare(words):
        return Reading(Shape.ROLE, "known_post")
    if is_listed(words, "team_names") and words[0].is_capital:
        return Reading(Shape.TEAM, "known_team")
    return None


def _is_bare(words: Words) -> bool:
    return words[-1].low in lower_list("generic_heads") and all(w.sorts & {Sort.RANK} for w in words[:-1])


def _person(words: Words) -> Reading | None:
    if rule := person_rule(words):
        return Reading(Shape.PERSON, rule)
    for count in (2, 3):  # a person with the post set beside the name
        rule = person_rule(words[:count]) if len(words) > count else None
        if rule in {"titled_name", "given_name"} and _headed(words[count:]):
            return Reading(Shape.PERSON, "person_and_post")
    return None


def _initials(words: Words) -> Reading | None:
    if len(words) > 1 or Sort.ACRONYM not in words[0].sorts:
        return None
    found = words[0].sorts
    if Sort.POST in found:
        return Reading(Shape.ROLE, "post_initials")
    if Sort.TEAM_NAME in found or Sort.MEETING in found:
        return Reading(Shape.TEAM, "team_initials")
    if Sort.BODY_NAME in found:
        return Reading(Shape.BODY, "body_initials")
    if Sort.MODIFIER in found:
        return Reading(Shape.FIELD, "field_initials")
    text = words[0].text.rstrip(".")
    if "&" in text:
        return Reading(Shape.TEAM, "joined_initials")
    capitals = sum(c.isupper() for c in text)
    short = len(text) <= 3 and "-" not in text and Sort.PLURAL not in found and capitals <= 3
    return Reading(Shape.INITIALS, "initials") if short else Reading(Shape.BODY, "unknown_initials")


def head_index(words: Words) -> int:
    """Where the word stands that says what the whole is: before the first of, for, to; else the last."""
    for i, word in enumerate(words[1:], start=1):
        if word.low in PREPOSITIONS and not word.is_capital:
            if words[i - 1].sorts & _NOUNS and i + 1 < len(words):
                return i - 1
            break
    return len(words) - 1


def _headed(words: Words) -> Reading | None:
    index = head_index(words)
    noun, opens = words[index], index < len(words) - 1
    if not opens and _are_outside(words):
        return Reading(Shape.BODY, "outside_bodies")
    if opens and Sort.PLURAL in noun.sorts and words[-1].low in {"group", "forum", "meeting", "network", "board"}:
        return Reading(Shape.TEAM, "group_of_posts")
    if _closes_post(noun, opens):
        if opens:
            return Reading(Shape.OPEN, "post_and_field")
        bare = all(w.sorts & {Sort.RANK} for w in words[:-1]) and noun.low in lower_list("generic_heads")
        return Reading(Shape.BARE, "bare_post") if bare else Reading(Shape.ROLE, "post_noun")
    return _fielded(words) or _closed_by_team_or_body(words, noun, opens)


def _are_outside(words: Words) -> bool:
    """True for bodies in plain words: "bus operator"."""
    return all(not w.is_capital for w in words) and singular(words[-1].low) in lower_list("actors")


def _closes_post(noun: Word, opens: bool) -> bool:
    found = noun.sorts
    if opens:
        return bool(found & {Sort.OPENING, Sort.HEAD, Sort.LOOSE, Sort.POST})
    if found & {Sort.HEAD, Sort.LOOSE}:
        return True
    return Sort.POST in found and not found & {Sort.TEAM, Sort.MEETING, Sort.BODY}


def _fielded(words: Words) -> Reading | None:
    """A post with its field after it: "GM Comms", "Assistant Director Workforce", "Project Manager Delivery Team"."""
    for i, word in enumerate(words[:-1]):
        if {Sort.HEAD, Sort.RANK} <= word.sorts and Sort.HEAD in words[i + 1].sorts:
            continue
        post = Sort.POST in word.sorts and Sort.ACRONYM in word.sorts
        if post or Sort.HEAD in word.sorts:
            return Reading(Shape.FIELDED, "post_then_field") if _takes_field(words, i) else None
        if not word.sorts & {Sort.RANK, Sort.FIELD, Sort.DEPARTMENT, Sort.MODIFIER, Sort.TEAM}:
            return None
    return None


def _takes_field(words: Words, i: int) -> bool:
    """True where the words after the post at `i` are its field, and not the end of a team's name."""
    if Sort.PLURAL in words[i].sorts or any(w.low.endswith("'s") for w in words[i:]):
        return False
    if words[-1].sorts & {Sort.MEETING, Sort.TEAM} and words[i].low in _TEAM_WITHOUT_PREFIX:
        return False
    return not words[-1].sorts & {Sort.MEETING}


def _closed_by_team_or_body(words: Words, noun: Word, opens: bool) -> Reading | None:
    found = noun.sorts
    if len(words) == 1 and Sort.FIELD in found:
        return None
    if noun.low == "councils" or (Sort.TEAM in found and words[0].low in lower_list("government_words")):
        return Reading(Shape.BODY, "bodies_of_state")
    if Sort.MEETING in found and not (Sort.BODY in found and _is_outside_council(words)):
        return Reading(Shape.TEAM, "meeting_noun")
    if Sort.TEAM in found and len(words) > 1 and {Sort.BODY_NAME, Sort.ACRONYM} <= words[0].sorts:
        return Reading(Shape.BODY, "part_of_body")
    if Sort.TEAM in found and not (Sort.FIELD in found and not opens):
        if opens and _is_state_department(words):
            return Reading(Shape.BODY_OPEN, "state_department")
        return Reading(Shape.TEAM, "team_and_field" if opens else "team_noun")
    if Sort.TEAM_NAME in found and Sort.ACRONYM in found:
        return Reading(Shape.TEAM, "team_initials")
    if Sort.BODY in found and (Sort.FIELD not in found or _names_a_place(words) or opens):
        return Reading(Shape.BODY_OPEN if opens else Shape.BODY, "body_noun")
    if Sort.BODY_NAME in found and (Sort.ACRONYM in found or len(words) == 1):
        return Reading(Shape.BODY, "body_initials")
    return None


def _is_outside_council(words: Words) -> bool:
    """A council or commission of a place is another body; one of posts or fields is a meeting."""
    before = words[:-1]
    if words[-1].low == "council":
        return not any(w.sorts & {Sort.HEAD, Sort.LOOSE, Sort.POST} for w in before)
    places = {"county", "city", "borough", "district", "town", "parish", "metropolitan", "unitary"}
    return any(w.low in places or not w.sorts for w in before) or len(words) == 1


def _is_state_department(words: Words) -> bool:
    """True for "Department of Agriculture"; not for "Department of Health Promotion"."""
    portfolio = words[-1].low in lower_list("portfolios") and len(words) == 3
    return portfolio and words[0].low in {"department", "dept"}


def _names_a_place(words: Words) -> bool:
    return any(not w.sorts and w.is_capital for w in words[:-1])


def _known_ending(words: Words) -> Reading | None:
    """A whole known by name, with a place or a field before it: "Haddow Fire and Rescue Service", "AMR Focal Point"."""
    if words[-1].text in word_list("council_initials") and len(words) > 1 and _names_a_place(words):
        return Reading(Shape.BODY, "council_of_place")
    endings = [words[i:] for i in range(max(1, len(words) - 6), len(words) - 1)]
    if any(is_listed(ending, "organisation_names") for ending in endings):
        return Reading(Shape.BODY, "known_body_of_place")
    if any(is_listed(ending, "team_names") for ending in endings):
        return Reading(Shape.TEAM, "known_team_of_field")
    if any(is_listed(ending, "posts") for ending in endings):
        return Reading(Shape.ROLE, "known_post_of_field")
    return None


_FIELD_SORTS = frozenset(
    {Sort.FIELD, Sort.DEPARTMENT, Sort.SMALL, Sort.MODIFIER, Sort.NUMBER, Sort.RANK, Sort.TEAM, Sort.BODY, Sort.LOOSE}
)


def _field(words: Words) -> Reading | None:
    if all(w.sorts & _FIELD_SORTS or w.low in _JOINTS or w.low in lower_list("common_words") for w in words):
        return Reading(Shape.FIELD, "field_words")
    if len(words) > 1 and Sort.ACRONYM in words[0].sorts and Sort.FIELD in words[-1].sorts:
        return Reading(Shape.FIELD, "field_of_body")
    if not words[0].is_capital and len(words) > 1 and Sort.FIELD in words[-1].sorts:
        return Reading(Shape.FIELD, "field_words")
    return None


def is_actor(words: Words) -> bool:
    """True where the words close with bodies outside the council taken together: schools, local businesses."""
    last = core(words)[-1:]
    return bool(last) and last[0].low != singular(last[0].low) and singular(last[0].low) in lower_list("actors")
