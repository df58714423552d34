"""Rewrites a cell printed in capitals as a name is usually written, so that the rules can read it."""

import re

from normalise.owners.lexicon import is_word, lower_list, word_list

_WORD = re.compile(r"[A-Z][A-Z'’]*")
_INITIALS = ("post_acronyms", "team_acronyms", "organisation_acronyms", "modifier_acronyms")


def usual_case(text: str) -> str:
    """The cell with capitals only where names have them; as it is where it is not all in capitals. Same length."""
    words = _WORD.findall(text)
    if any(c.islower() for c in text) or not any(len(w) > 3 and _is_plain_word(w) for w in words):
        return text
    return _WORD.sub(lambda m: _usual(m.group()), text)


def _is_plain_word(word: str) -> bool:
    return not any(word in word_list(name) for name in _INITIALS) and is_word(word)


def _usual(word: str) -> str:
    low = word.lower()
    if low in lower_list("small_words") | {"and", "or", "with", "plus"} and len(word) > 1:
        return low
    if any(word in word_list(name) for name in _INITIALS) or (len(word) < 4 and not is_word(word)):
        return word
    return low.capitalize() if low not in lower_list("departments") or len(low) > 3 else word
