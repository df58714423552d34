"""Tells cells that name nobody ("TBC", "Vacant") and cells that repeat the row above ("Ditto")."""

import re

from normalise.owners.lexicon import lower_list, plain

_EDGES = " \t\n.,:;-–—_*()[]"
_DITTO_EDGES = " \t\n.,:;()[]"
_DITTO_FIRST = re.compile(
    r"\s*(?:(?:same )?as above|ditto|as before)\s*(?:\b(?:plus|and|with)\b|[&+/,;])\s*(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_TO_BE = re.compile(
    r"(?:yet )?to be (?:confirmed|agreed|advised|appointed|decided|determined|identified|assigned|allocated|"
    r"recruited|nominated|established|arranged|announced)\b.*|awaiting \w+ment\b.*|"
    r"(?:none|nobody|no one) (?:at|yet|as|so|in)\b.*|tb[acd] (?:by|at|in|when|after|following|once|from)\b.*",
    re.DOTALL,
)


def names_nobody(text: str) -> bool:
    """True where a cell, or a piece of one, says that there is no owner yet."""
    words = " ".join(plain(text).strip(_EDGES).split())
    return not words or words in lower_list("vacancies") or bool(_TO_BE.fullmatch(words))


def is_ditto(text: str) -> bool:
    """True where the whole cell repeats the owners of the row above."""
    words = " ".join(text.lower().split())
    known = lower_list("dittos")
    return bool(words) and (words in known or plain(words).strip(_DITTO_EDGES) in known)


def after_ditto(text: str) -> str | None:
    """What follows a ditto that is only the first of several owners ("As above plus Legal"), or None."""
    match = _DITTO_FIRST.fullmatch(text)
    return match["rest"] if match else None


def inherits(text: str) -> bool:
    """True where the owners of the row above come first, also where others follow them."""
    return is_ditto(text) or after_ditto(text) is not None
