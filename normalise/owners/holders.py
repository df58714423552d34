"""A post with its holder's name beside it ("Head of HR (J Smith)") to the holder's name."""

import re

from models import OwnerKind
from normalise.owners.people import person_rule
from normalise.owners.phrases import Word, Words

_BESIDE = re.compile(
    r"\s*(?:\((?P<bracketed>[^()]+)\)|\[(?P<square>[^\[\]]+)\]|(?:,|:|\s[-–—])\s+(?P<after>[^()\[\],]+))$"
)
_WORD = re.compile(r"\S+")
SURE = frozenset({"titled_name", "initials_and_surname", "given_name", "dotted_initials"})
"""Rules by which words are a person's name whatever stands around them; two unknown words may be a place."""


def holder_of(name: str, kind: OwnerKind) -> str | None:
    """The name of the person who holds a post or leads a team, where the owner's name ends with it; else None."""
    if kind not in (OwnerKind.ROLE, OwnerKind.TEAM):
        return None
    match = _BESIDE.search(name)
    if match is None or match.start() == 0:
        return None
    person = (match["bracketed"] or match["square"] or match["after"]).strip()
    return person if person_rule(_words(person)) in SURE else None


def _words(text: str) -> Words:
    return tuple(Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text))
