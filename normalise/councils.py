"""Names of UK local authorities to the authorities: their full names and GSS codes, by the table councils.csv.

The table is ours: principal councils of the United Kingdom that exist or were abolished since 2000. Names are as on
gov.uk, codes as in the Register of Geographic Codes (Office for National Statistics). A code is left out where the same
council has had several, by changes of its boundary, and where that of a former council is not certain. `until` is the
year in which a council was abolished.
"""

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

KINDS = frozenset({"london", "royal", "metropolitan", "borough", "county", "city", "district"})
"""Words that say what sort of council it is."""

_FILLING = KINDS | {"the", "council", "corporation", "unitary", "authority"}
_SMALLER = frozenset({"town", "parish", "community"})
_JOINTS = frozenset({"on", "upon", "under", "in", "le"})
"""Words behind which a place's full name goes on: Stockton, Stockton-on-Tees."""


@dataclass(frozen=True, slots=True)
class Council:
    """A local authority. `code` is its GSS code, empty where it is not certain; `until` the year of its abolition."""

    code: str
    name: str
    place: str
    until: str

    @property
    def kinds(self) -> frozenset[str]:
        """The words of its name that say what sort of council it is."""
        return KINDS.intersection(_words(self.name))


@lru_cache(maxsize=1)
def councils() -> tuple[Council, ...]:
    """Every council of the table, by place."""
    text = files("normalise").joinpath("councils.csv").read_text(encoding="utf-8")
    return tuple(Council(**row) for row in csv.DictReader(text.splitlines()))


def council_named(name: str) -> Council | None:
    """The council that a printed name means, full or short ("Stockton Borough Council"); None unless it is certain."""
    words = _words(name)
    key = _key(name)
    if not key or not {"council", "borough", "city", "corporation"}.intersection(words) or _SMALLER.intersection(words):
        return None
    kinds = KINDS.intersection(words)
    found = [c for c in dict.fromkeys((*_by_key().get(key, ()), *_longer(key))) if kinds <= c.kinds]
    same = [c for c in found if c.kinds == kinds]
    certain = same if len(same) == 1 else found
    return certain[0] if len(certain) == 1 else None


def in_full(name: str) -> str:
    """A council's printed name, in full where its place is cut short ("Stockton") and the council is certain."""
    council = council_named(name)
    return council.name if council and _key(name) not in _keys(council) else name


def is_place_of_council(name: str) -> bool:
    """True for a place of two words or more that a council is named after, "&" or "and" alike."""
    key = _key(name)
    return len(key.split()) > 1 and key in _by_key() and not KINDS.intersection(_words(name))


@lru_cache(maxsize=1)
def _by_key() -> dict[str, list[Council]]:
    found: dict[str, list[Council]] = {}
    for council in councils():
        for key in _keys(council):
            found.setdefault(key, []).append(council)
    return found


def _keys(council: Council) -> frozenset[str]:
    return frozenset({_key(council.place), _key(council.name)})


def _longer(key: str) -> list[Council]:
    """The councils whose place begins with these words and goes on with "on", "upon", "under" or "in"."""
    longer = [c for c in councils() if _key(c.place).startswith(f"{key} ")]
    return [c for c in longer if _key(c.place)[len(key) :].split()[0] in _JOINTS]


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'’]+", text.lower().replace("&", " and "))


def _key(text: str) -> str:
    """The words that name the place: "City of York Council" and "York" alike."""
    words = [word for word in _words(text) if word not in _FILLING]
    while words and words[0] == "of":
        words.pop(0)
    while words and words[-1] == "of":
        words.pop()
    return " ".join(words)
