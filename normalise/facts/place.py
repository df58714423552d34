"""Finds the one local authority whose place a document's title, running lines or file name and its text both name."""

import re
from collections.abc import Sequence
from functools import lru_cache

from normalise.councils import Council, councils
from normalise.facts.lists import word_list
from normalise.facts.model import Fact

_ENOUGH = 2
"""How often the text must name the place."""

_COUNCIL = re.compile(r"\b[Cc]ouncil(?:lors?)?\b")


def council_of_place(front: Sequence[str], body: Sequence[str]) -> Fact | None:
    """The council whose place stands in `front` and again in `body`, which speaks of a council; None where two do."""
    heads = " ".join(front).replace("_", " ").replace("-", " ").lower()
    text = "\n".join(body)
    if not _COUNCIL.search(text):
        return None
    named = [place for place in _places() if _stands_in(place.replace("-", " ").lower(), heads)]
    named = [p for p in named if not any(p != longer and p in longer for longer in named)]
    found = [p for p in named if len(re.findall(rf"\b{re.escape(p)}\b", text)) >= _ENOUGH]
    of_place = _places()[found[0]] if len(found) == 1 else ()
    return Fact(of_place[0].name, "council_of_place") if len(of_place) == 1 else None


def _stands_in(place: str, text: str) -> bool:
    return bool(re.search(rf"\b{re.escape(place)}\b", text))


@lru_cache(maxsize=1)
def _places() -> dict[str, tuple[Council, ...]]:
    """The councils by place, without places that are common words."""
    found: dict[str, tuple[Council, ...]] = {}
    for council in councils():
        if council.place.lower() not in word_list("places_that_are_words"):
            found[council.place] = (*found.get(council.place, ()), council)
    return found
