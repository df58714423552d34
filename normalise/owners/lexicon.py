"""The word lists under words/, and what each word of an owner cell can be."""

import re
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-"})
_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9]*(?:[&'\-][A-Za-z0-9]+)*\.?")
_MINISTRY = re.compile(r"Mo[A-Z][A-Za-z&]*")
_POST_BY_INITIALS = re.compile(r"(?:[ADV]?Do|DDo|Ho)[A-Z][A-Za-z&]*")
_STAND_IN = re.compile(r"^(?:[ADTV]|[Aa]sst|[Dd]ep)/(?=[A-Z])")


class Sort(StrEnum):
    """What a word can be; a word may be of several sorts."""

    HEAD = "head"  # closes a post's title: Manager
    LOOSE = "loose"  # closes a title, or stands before another noun: Lead
    OPENING = "opening"  # begins a title before of, for, to: Head
    PLURAL = "plural"
    RANK = "rank"
    TITLE = "title"
    POST = "post"  # a whole post: Clerk, DPH
    TEAM = "team"  # closes a team's name: Unit
    MEETING = "meeting"  # closes the name of a group that meets: Board
    TEAM_NAME = "team_name"  # a whole team: CMT
    BODY = "body"  # closes the name of another body: Trust
    BODY_NAME = "body_name"  # a whole body: PCT
    GIVEN = "given"
    DEPARTMENT = "department"  # a field whose bare name stands for the department: HR
    FIELD = "field"
    SMALL = "small"
    ACRONYM = "acronym"
    MODIFIER = "modifier"  # initials that stand before a noun: AMR
    NUMBER = "number"


@lru_cache(maxsize=64)
def word_list(name: str) -> frozenset[str]:
    """The entries of words/NAME.txt, as printed there."""
    lines = files("normalise.owners").joinpath("words", f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@lru_cache(maxsize=64)
def lower_list(name: str) -> frozenset[str]:
    """The entries of words/NAME.txt in lower case."""
    return frozenset(entry.lower() for entry in word_list(name))


def as_substantive(text: str) -> str:
    """A post without the letter that says it is held for a time: "A/Director" -> "Director"."""
    return _STAND_IN.sub("", text)


def plain(text: str) -> str:
    """Lower case, with straight quotes and hyphens: the form in which words are looked up."""
    return text.translate(_QUOTES).lower()


def singular(word: str) -> str:
    """The singular of a plural noun, or the word itself."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def is_acronym(text: str) -> bool:
    """True for initials as printed: HR, MoHCC, SENDCo, P&OD, DA-BAI, TWGs."""
    text = text.translate(_QUOTES)
    if not _ACRONYM.fullmatch(text):
        return False
    upper = sum(c.isupper() for c in text)
    lower = sum(c.islower() for c in text)
    return upper >= 2 and (lower <= upper or bool(re.match(r"[DHM]o[A-Z]", text)))


_BY_NOUN = {
    "heads_firm": Sort.HEAD,
    "heads_loose": Sort.LOOSE,
    "heads_opening": Sort.OPENING,
    "team_nouns": Sort.TEAM,
    "meeting_nouns": Sort.MEETING,
    "organisation_nouns": Sort.BODY,
}
_BY_WORD = {
    "ranks": Sort.RANK,
    "titles": Sort.TITLE,
    "posts": Sort.POST,
    "team_names": Sort.TEAM_NAME,
    "organisation_names": Sort.BODY_NAME,
    "given_names": Sort.GIVEN,
    "departments": Sort.DEPARTMENT,
    "fields": Sort.FIELD,
    "small_words": Sort.SMALL,
}
_BY_INITIALS = {
    "post_acronyms": Sort.POST,
    "team_acronyms": Sort.TEAM_NAME,
    "organisation_acronyms": Sort.BODY_NAME,
    "modifier_acronyms": Sort.MODIFIER,
}


_NEVER_INITIALS = frozenset({Sort.GIVEN, Sort.RANK, Sort.SMALL, Sort.TITLE})


@lru_cache(maxsize=16384)
def sorts(text: str) -> frozenset[Sort]:
    """Everything that a word, as printed, can be."""
    text = as_substantive(text)
    word = plain(text).strip("\"'.:*-")
    found = {sort for name, sort in _BY_WORD.items() if word in lower_list(name)}
    one = singular(word)
    for name, sort in _BY_NOUN.items():
        if word in lower_list(name):
            found.add(sort)
        elif one != word and one in lower_list(name):
            found |= {sort, Sort.PLURAL}
    if one != word and found & {Sort.HEAD, Sort.LOOSE, Sort.BODY, Sort.TEAM, Sort.POST}:
        found.add(Sort.PLURAL)
    if word[:1].isdigit():
        found.add(Sort.NUMBER)
    if is_acronym(text.strip("\"'“”*-–.")):
        found = (found - _NEVER_INITIALS) | _initials(text.translate(_QUOTES).strip("\"'*-."))
    return frozenset(found)


def _initials(text: str) -> set[Sort]:
    base = re.sub(r"'?s$", "", text)
    found = {Sort.ACRONYM}
    if base != text:
        found.add(Sort.PLURAL)
    known = {sort for name, sort in _BY_INITIALS.items() if text in word_list(name) or base in word_list(name)}
    if not known & {Sort.BODY_NAME, Sort.POST, Sort.TEAM_NAME}:
        if _MINISTRY.fullmatch(base):
            known.add(Sort.BODY_NAME)
        elif _POST_BY_INITIALS.fullmatch(base) or base.partition("-")[0] in word_list("post_acronyms"):
            known.add(Sort.POST)
    return found | known


@lru_cache(maxsize=1)
def vocabulary() -> frozenset[str]:
    """Every single word of the lists, in lower case, with its singular: what a whole word looks like."""
    names = (*_BY_NOUN, *_BY_WORD, *_BY_INITIALS, "field_phrases", "given_name_words", "common_words")
    words = {w for name in names for entry in lower_list(name) for w in entry.split()}
    return frozenset(words | {singular(w) for w in words})


def is_word(text: str) -> bool:
    """True where the text is a whole word known to the lists, in the singular or the plural."""
    word = plain(text).strip("\"'.,:;")
    return word in vocabulary() or singular(word) in vocabulary()
