"""A cheap test, without spaCy, whether a short cell reads as owners: people, posts, teams or bodies."""

from __future__ import annotations

import re

from normalise.owners.lexicon import Sort, is_acronym, lower_list, plain, sorts

_WORD = re.compile(r"[^\s,;/+&()]+")
_NAME_START = re.compile(r"(?:[A-Z]\.? ?){1,2}[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?(?:\s*(?:[,;/&+]|and\b)|$)")
_DATE = re.compile(
    r"\d\s?[./]\s?\d|\b(?:19|20)\d\d|\d{2}-\d{2}|\d(?:st|nd|rd|th)\b|\b[Mm]ay\s?['’]?\d|\b(?:Q[1-4]|"
    r"(?i:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|"
    r"october|november|december|spring|summer|autumn|winter|annual(?:ly)?|quarter(?:ly)?|monthly|weekly|ongoing|"
    r"on-going|year|term|end of))\b"
)
_OWNING = frozenset(
    {Sort.HEAD, Sort.LOOSE, Sort.POST, Sort.TEAM, Sort.MEETING, Sort.TEAM_NAME, Sort.BODY, Sort.BODY_NAME, Sort.GIVEN}
)
_CLOSING = frozenset({Sort.HEAD, Sort.LOOSE, Sort.TEAM, Sort.MEETING})
_BEFORE_OF = frozenset({Sort.OPENING, Sort.TEAM, Sort.MEETING, Sort.BODY, Sort.POST})
_MOST_WORDS, _MOST_CHARACTERS = 30, 300


def looks_like_owner(text: str) -> bool:
    """True where a cell reads as owners rather than as an action, a date, a priority or a status."""
    text = text[:_MOST_CHARACTERS]
    words = _WORD.findall(text)
    if not words or len(words) > _MOST_WORDS:
        return False
    lows = [plain(word).strip("\"'.:*-") for word in words]
    if " ".join(lows) in lower_list("not_owners"):
        return False
    if (lows[0] in lower_list("titles") and len(words) > 1) or _NAME_START.match(text):
        return True
    if _tells_what_is_done(words, lows) or _tells_when(text, words) or _is_prose(words, lows):
        return False
    if any(sorts(word) & _OWNING or is_acronym(word) for word in words):
        return True
    return len(words) <= 6 and words[0][0].isupper() and all(map(_is_known, words, lows))


def _is_known(word: str, low: str) -> bool:
    return bool(sorts(word)) or low in lower_list("joining_words")


def _tells_when(text: str, words: list[str]) -> bool:
    """True for dates, and for numbers with no post, team or person beside them ("Priority 1", "NI 195")."""
    if not any(c.isdigit() for c in text):
        return bool(_DATE.search(text)) and not any(sorts(word) & _CLOSING for word in words)
    beside = _CLOSING if _DATE.search(text) else _CLOSING | {Sort.GIVEN, Sort.POST}
    return not any(sorts(word) & beside for word in words)


def _is_prose(words: list[str], lows: list[str]) -> bool:
    """True where too many words are in small letters: unknown ones, or any in a long cell."""
    small = [(word, low) for word, low in zip(words, lows, strict=True) if word[0].islower()]
    strange = sum(not _is_known(word, low) for word, low in small)
    plain_words = sum(low not in lower_list("joining_words") for _, low in small)
    return strange > len(words) // 4 or (len(words) > 6 and plain_words > len(words) // 3)


def _tells_what_is_done(words: list[str], lows: list[str]) -> bool:
    """True where the cell begins with a verb, or with "Development of", or ends in "developed"."""
    if lows[0] in lower_list("action_verbs"):
        return not (len(words) <= 4 and words[-1][0].isupper() and sorts(words[-1]) & _CLOSING)
    if len(lows) > 2 and lows[1] in {"of", "the"} and not (lows[1] == "of" and sorts(words[0]) & _BEFORE_OF):
        return lows[0] not in {"all", "some", "members"}
    return len(words) > 1 and lows[-1].endswith("ed") and words[-1][0].islower() and not sorts(words[-1])
