"""Texts to how alike they are: the words that two share, each weighing the more the fewer texts have it.

The weight of a word is its inverse document frequency (Spärck Jones 1972) among all texts of both plans, less where
every plan uses the word: a plan is too short to show that. The likeness of two texts is the Dice coefficient over these
weights: twice the shared weight by the weight of both.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?:\s*[/–—-]\s*(?:(?:19|20)?\d\d))?(?!\d)")
"""A year or a span of years: the same action names another one each year."""
ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "e", "y")
SHORTEST = 4
"""Letters that an ending leaves at least."""
COMMON = """
a all an and any are as at be been by each for from has have in into is it its made make more of on or our out over
such that the their them these they this those through to under up us via we when where which will with within
achieve action agree arrange carry complete consider continue council create deliver develop ensure establish explore
further identify implement improve increase introduce look maintain measure monitor new paper plan policy prepare
process produce programme progress project promote provide regular report review scheme service set strategy support
take undertake update use work
"""
"""Words of any plan: what holds sentences together, and what plans do."""
COMMON_WEIGHT = 0.35
"""What such a word weighs, in parts of another that is as frequent."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A text: what each of its words weighs, as often as it stands there, and what all of them weigh."""

    words: Mapping[str, float]
    total: float


def words(text: str) -> Counter[str]:
    """The words of a text without their endings; years are all one word."""
    folded = YEAR.sub(" 0000 ", unicodedata.normalize("NFKC", text).casefold())
    return Counter(_stem(word) for word in WORD.findall(folded))


def _stem(word: str) -> str:
    ending = next((e for e in ENDINGS if word.endswith(e) and len(word) - len(e) >= SHORTEST), "")
    return word.removesuffix(ending)


def weighed(texts: Iterable[str]) -> list[Weighed]:
    """The texts with the weights that their words have among them."""
    counted = [words(text) for text in texts]
    frequency = Counter(word for text in counted for word in text)
    common = words(COMMON)
    weight = {
        word: math.log(1 + len(counted) / count) * (COMMON_WEIGHT if word in common else 1)
        for word, count in frequency.items()
    }
    found = ({word: weight[word] * count for word, count in text.items()} for text in counted)
    # Sums are exact, so that they do not depend on the order of the words.
    return [Weighed(text, math.fsum(text.values())) for text in found]


def likeness(one: Weighed, other: Weighed) -> float:
    """How alike two texts are, from 0 (no word shared) to 1 (the same words); the same whichever comes first."""
    if one.words == other.words:
        return 1.0
    shared = math.fsum(min(weight, other.words[word]) for word, weight in one.words.items() if word in other.words)
    return 2 * shared / (one.total + other.total) if shared else 0.0
