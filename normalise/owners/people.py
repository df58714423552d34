"""Tells whether words are the name of a person."""

from __future__ import annotations

import re

from normalise.owners.lexicon import Sort, lower_list
from normalise.owners.phrases import Word, Words

_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}|[A-Z]\.(?:-?[A-Z]\.)+")
_NAME = re.compile(r"(?:[A-Z]['’])?[A-Z]\w*(?:[-'’.][A-Za-z]\w*)*\.?|[a-z]?['’]?[A-Z]\w+")
_DOTTED = re.compile(r"(?:[A-Z]\.){2,3}")
_CELTIC = re.compile(r"(?:O['’]|Mc|Mac)[A-Z][a-z]+")
_PARTICLES = frozenset({"de", "la", "le", "van", "von", "der", "den", "du", "del", "al", "bin", "ap", "ab", "st", "el"})
_OFFICE = frozenset({Sort.HEAD, Sort.LOOSE, Sort.TEAM, Sort.MEETING, Sort.BODY, Sort.FIELD, Sort.DEPARTMENT, Sort.RANK})
_NO_SURNAME = frozenset({Sort.TEAM, Sort.MEETING})


def person_rule(words: Words) -> str | None:
    """The name of the rule by which the words are a person's name, or None."""
    if not words or any(not _is_name_word(w) for w in words):
        return None
    if len(words) == 1 and _DOTTED.fullmatch(words[0].text):
        return "dotted_initials"
    titled = _titles(words)
    if titled:
        return "titled_name" if _is_titled(words, titled) else None
    if _is_initials_and_surname(words):
        return "initials_and_surname"
    if _begins_with_given_name(words):
        return "given_name"
    if len(words) == 2 and is_unknown(words[0]) and is_unknown(words[1]):
        return "two_unknown_words"
    if len(words) == 2 and _is_surname(words[0]) and re.fullmatch(r"[A-Z]\.?", words[1].text):
        return "surname_and_initial"
    if len(words) == 1 and words[0].is_capital and _is_common_surname(words[0]):
        return "surname"
    return None


def _is_name_word(word: Word) -> bool:
    text = word.text.strip("\"'“”.")
    return word.low in _PARTICLES or bool(_NAME.fullmatch(text)) or bool(_INITIALS.fullmatch(text))


def _titles(words: Words) -> int:
    """How many titles stand first ("Cllr Dr"), with a rank taken up for a time ("T/Inspector")."""
    count = 0
    for i, word in enumerate(words):
        if word.low.rpartition("/")[2] not in lower_list("titles"):
            standing_in = i == 0 and word.low in {"acting", "temporary"} and len(words) > 2
            if not (standing_in and words[1].low in lower_list("titles")):
                break
        count += 1
    return count


def _is_titled(words: Words, titled: int) -> bool:
    rest = words[titled:]
    if not 1 <= len(rest) <= 4:
        return False
    if words[titled - 1].low.rpartition("/")[2] not in lower_list("rank_titles"):
        return not any(w.sorts & {Sort.HEAD, Sort.TEAM} for w in rest[1:]) or Sort.GIVEN in rest[0].sorts
    return len(rest) <= 3 and not rest[-1].sorts & (_OFFICE | {Sort.POST, Sort.ACRONYM})


def _is_initials_and_surname(words: Words) -> bool:
    count = 0
    while count < len(words) and is_initials(words[count]):
        count += 1
    rest = words[count:]
    if not count or not 1 <= len(rest) <= 2 or Sort.ACRONYM in rest[-1].sorts or rest[-1].text.isupper():
        return False
    offices = rest[-1].sorts & {Sort.TEAM, Sort.MEETING, Sort.HEAD, Sort.DEPARTMENT}
    single = all(len(w.text.rstrip(".")) == 1 or "." in w.text for w in words[:count])
    if single:
        return not offices
    two = count == 1 and len(words[0].text) == 2
    return two and not rest[-1].sorts and not words[0].sorts & {Sort.MODIFIER, Sort.POST}


def is_initials(word: Word) -> bool:
    """True for "J", "J.", "J.P." and "JP"; not for initials known as a post, a team or a body."""
    return bool(_INITIALS.fullmatch(word.text)) and not word.sorts & {Sort.POST, Sort.TEAM_NAME, Sort.BODY_NAME}


def _begins_with_given_name(words: Words) -> bool:
    first, rest = words[0], words[1:]
    if Sort.GIVEN not in first.sorts or len(words) > 4:
        return False
    if not rest:
        return True
    if first.low in lower_list("given_name_words") or len(rest) > 1:
        return not any(w.sorts & _OFFICE for w in rest)
    surname = rest[0].sorts
    if surname & _NO_SURNAME or rest[0].low in lower_list("no_surnames"):
        return False
    return Sort.ACRONYM not in surname


def is_unknown(word: Word) -> bool:
    """True for a word of which the lists know nothing."""
    return not word.sorts and len(word.text) > 1 and word.low not in lower_list("common_words")


def _is_common_surname(word: Word) -> bool:
    celtic = bool(_CELTIC.fullmatch(word.text))
    return celtic or (word.low in lower_list("surnames") and not word.sorts & _OFFICE)


def _is_surname(word: Word) -> bool:
    return is_unknown(word) or word.low in lower_list("surnames")


def is_single_surname(words: Words) -> bool:
    """True for one capitalised word that may be a surname in a list of people: "Reeve", "Green"."""
    return len(words) == 1 and words[0].is_capital and not words[0].sorts & {Sort.ACRONYM, Sort.HEAD, Sort.TEAM}


def full_names(words: Words) -> int:
    """How many words at the start are one given name (or initial) with one surname, where as many follow again."""
    if len(words) < 2:
        return 0
    pair = words[:2]
    starts = Sort.GIVEN in pair[0].sorts or is_initials(pair[0])
    return 2 if starts and person_rule(pair) and not is_initials(pair[1]) else 0
