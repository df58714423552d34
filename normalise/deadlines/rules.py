"""The form of a rule: a name, a pattern of kinds, and a function from the match to the value of a new item."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

from normalise.deadlines.lexicon import Item
from normalise.deadlines.moments import Context, Moment

VOID = "void"
"""The kind of words that are read and mean no time: reference numbers, impossible dates."""


@dataclass(frozen=True, slots=True)
class Match:
    """The items that a rule's pattern met, two before it, four behind, and what the document says about its time."""

    rule: str
    items: tuple[Item, ...]
    context: Context
    before: tuple[Item, ...] = ()
    after: tuple[Item, ...] = ()

    def all(self, *kinds: str) -> list[Item]:
        """Every item of these kinds, in order."""
        return [item for item in self.items if item.kind in kinds]

    def has(self, *kinds: str) -> bool:
        """True where an item of these kinds is among them."""
        return any(item.kind in kinds for item in self.items)

    def one(self, *kinds: str) -> Item:
        """The first item of these kinds; the pattern guarantees it."""
        return next(item for item in self.items if item.kind in kinds)

    def next_is(self, *kinds: str) -> bool:
        """True where the item that follows is of these kinds."""
        return bool(self.after) and self.after[0].kind in kinds

    def moments(self) -> Iterator[Moment]:
        """Every moment among the values, in order."""
        return (item.value for item in self.items if isinstance(item.value, Moment))

    def moment(self) -> Moment:
        """The first moment; the pattern guarantees it."""
        return next(self.moments())


@dataclass(frozen=True, slots=True)
class Made:
    """What a rule makes of a match: an item of a kind, with a value."""

    kind: str
    value: object = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A named reading.

    `patterns` are sequences of terms parted by spaces. A term is a kind, `'a word'` in quotes, or a choice
    (`by|until`); `?` makes it optional, `*` lets it come any number of times, `+` at least once.
    `read` returns None where the match is none after all.
    """

    name: str
    patterns: tuple[str, ...]
    read: Callable[[Match], Made | None]


GROUPS = {
    "n": ("digits", "number"),
    "word": ("",),
    "unit": ("day_word", "week_word", "month_word", "year_word", "term_word", "quarter_word"),
    "sep": ("dash", "slash", "dot", "comma"),
    "figures": ("digits", "year4", "figure"),
    "time": (
        "day",
        "month_time",
        "quarter_time",
        "half_time",
        "season_time",
        "term_time",
        "year",
        "fy",
        "plan_year",
        "feast",
        "duration",
        "span",
        "plan",
    ),
}
"""Names for several kinds at once."""


def pattern_terms(pattern: str) -> list[list[dict[str, object]]]:
    """A pattern in the notation of `Rule`, as spaCy's `Matcher` takes it: one for each mix of words and kinds."""
    return [list(terms) for terms in product(*(_term(term) for term in pattern.split()))]


def needs(pattern: str) -> tuple[frozenset[str], ...]:
    """What a text must hold for a pattern to match: one kind or word of each set; words keep their quotes."""
    found = []
    for term in pattern.split():
        if term[-1] not in "?*":
            alternatives = term.rstrip("+").split("|")
            found.append(frozenset(kind for name in alternatives for kind in GROUPS.get(name, (name,))))
    return tuple(found)


def _term(term: str) -> list[dict[str, object]]:
    body, op = (term[:-1], {"OP": term[-1]}) if term[-1] in "?*+" else (term, {})
    alternatives = body.split("|")
    words = [word.strip("'") for word in alternatives if word.startswith("'")]
    kinds = [kind for name in alternatives if not name.startswith("'") for kind in GROUPS.get(name, (name,))]
    choices = {"LOWER": words, "ENT_TYPE": kinds}
    # a plain value matches faster than a set of one
    return [{key: {"IN": any_of} if any_of[1:] else any_of[0], **op} for key, any_of in choices.items() if any_of]
