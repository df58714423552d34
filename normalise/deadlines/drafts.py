"""Items of a cell to drafts of deadlines: each time that is one, before signals are attached to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from normalise.deadlines.lexicon import Item
from normalise.deadlines.moments import Moment, Several, Span, Unit
from normalise.deadlines.phrases import Phrase, Role
from normalise.deadlines.recurrence import Interval
from normalise.deadlines.rules import GROUPS

BARRIERS = {"semicolon", "dot", "bar"}
"""Signs that end a clause."""

SIGNS = {"dash", "slash", "comma", "colon", "open", "close", "quote", "query", "apostrophe", *BARRIERS}
LINKS = {"and", "to", "then", "article", "by", "until", "from", "in", "during", "between", "before", "after", "of"}
SIGNALS = {
    "ongoing",
    "onwards",
    "and_onwards",
    "provisional",
    "condition",
    "estimate",
    "recurrence",
    "todo",
    "done",
    "begins",
    "began",
    "begin",
    "target",
    "review",
    "revised",
    "superseded",
    "focus",
    "end",
    "every",
}
NAMES = {4: "april", 5: "may", 6: "june"}
"""Months that are also given names."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An item and where it stands: first and one past last character."""

    item: Item
    start: int
    end: int

    @property
    def kind(self) -> str:
        """The item's kind."""
        return self.item.kind


@dataclass(slots=True, eq=False)
class Draft:
    """A deadline in the making: `at` is its item's index; `start` and `end` bound the words read so far."""

    at: int
    start: int
    end: int
    phrase: Phrase | None = None
    interval: Interval | None = None
    anchors: list[Moment] = field(default_factory=list)
    ongoing: bool = False
    provisional: bool = False
    condition: str | None = None
    rules: list[str] = field(default_factory=list)

    def take(self, placed: Placed, rule: str) -> None:
        """Count the words of a signal among those read."""
        self.start, self.end = min(self.start, placed.start), max(self.end, placed.end)
        if rule not in self.rules:
            self.rules.append(rule)


def phrase_of(item: Item) -> Phrase | None:
    """The item as a phrase; a time that no word governs is bare."""
    if isinstance(item.value, Phrase):
        return item.value
    if item.kind in GROUPS["time"] and isinstance(item.value, Moment | Span | Several):
        return Phrase(item.value, Role.BARE, "")
    return None


def moments_of(phrase: Phrase) -> tuple[Moment, ...]:
    """The moments that a phrase names."""
    time = phrase.time
    if isinstance(time, Span):
        return time.first, time.last
    return time.moments if isinstance(time, Several) else (time,)


def drafts_of(items: Sequence[Placed]) -> list[Draft]:
    """A draft for each time of the cell that may be a deadline, in order."""
    found: list[Draft] = []
    begun = False
    for at, placed in enumerate(items):
        phrase = phrase_of(placed.item)
        if phrase is None or phrase.role is Role.NONE:
            continue
        begun = begun or phrase.role is Role.START  # "start in June 2010, complete Dec 2010" tells of no past
        if _named_thing(items, at, phrase) or (not begun and _status(items, at, phrase)):
            continue
        found += [
            Draft(at, placed.start, placed.end, Phrase(time, phrase.role, phrase.rule))
            for time in (phrase.time.moments if isinstance(phrase.time, Several) else (phrase.time,))
        ]
    return _settle(items, found)


def _neighbour(items: Sequence[Placed], at: int, step: int) -> Item | None:
    return items[at + step].item if 0 <= at + step < len(items) else None


def _named_thing(items: Sequence[Placed], at: int, phrase: Phrase) -> bool:
    """True where a weak time (a bare month, season, year, length) names a thing: "Cllr May", "Year 6 pupils"."""
    moments = moments_of(phrase)
    if not all(_weak(m) for m in moments):
        return False
    before, after = _neighbour(items, at, -1), _neighbour(items, at, 1)
    moment = moments[-1]
    if before is not None and before.kind == "title":
        return True
    if after is not None and (after.kind == "of" or not _boundary(after)) and _names_with_next(moment, phrase):
        return True
    if phrase.role is not Role.BARE or phrase.rule or before is None or _boundary(before):
        return before is not None and before.kind == "dot" and _abbreviation(_neighbour(items, at, -2))
    return not _follows_word(before, moment)


def _weak(moment: Moment) -> bool:
    if moment.unit is Unit.MONTH:
        return moment.year is None and moment.plan_year is None
    if moment.unit in (Unit.SEASON, Unit.TERM, Unit.FEAST, Unit.QUARTER, Unit.HALF):
        return moment.year is None and moment.plan_year is None
    if moment.unit is Unit.DURATION:
        return moment.anchor is None
    if moment.unit in (Unit.FINANCIAL_YEAR, Unit.ACADEMIC_YEAR):
        return moment.year is None
    return moment.unit in (Unit.YEAR, Unit.PLAN_YEAR, Unit.PLAN_MONTH)


def _boundary(item: Item) -> bool:
    """True for what may stand beside a weak time."""
    return item.kind in SIGNS | LINKS | SIGNALS | {"void", "impossible", "quarter_word"} or phrase_of(item) is not None


def _names_with_next(moment: Moment, phrase: Phrase) -> bool:
    """True where the word that follows makes a name of it; "by January all staff", "in 2011 the council" are none."""
    return moment.unit not in (Unit.MONTH, Unit.YEAR, Unit.QUARTER) or not phrase.rule


def _abbreviation(item: Item | None) -> bool:
    return item is not None and item.kind in ("", "reference") and len(item.text) <= 4


def _follows_word(before: Item, moment: Moment) -> bool:
    """True where a weak time may follow a plain word: "Report to Council March", "Adoption 2012", not "Ext 2010"."""
    if before.kind != "":
        return False
    acronym = before.text.isupper() and len(before.text) <= 4
    if acronym or not before.text[:1].isalpha() or moment.unit not in (Unit.MONTH, Unit.YEAR, Unit.QUARTER):
        return False
    return not (moment.unit is Unit.MONTH and moment.number in NAMES and before.text[:1].isupper())


def _status(items: Sequence[Placed], at: int, phrase: Phrase) -> bool:
    """True for the time of what is done: "Completed March 2010", not "Complete by", "Completed. Review March"."""
    if phrase.role is not Role.BARE:
        return False
    for back in range(at - 1, -1, -1):
        item = items[back].item
        if item.kind == "done":
            follows = items[back + 1].item
            return item.text.lower() != "complete" or follows.kind != ""
        if item.kind in BARRIERS | {"todo", "review", "revised", "begins", "target"} or phrase_of(item):
            return False
    return False


def _settle(items: Sequence[Placed], found: list[Draft]) -> list[Draft]:
    """Leave out what other times outdo: the date before a revised one, durations, years that name things."""
    outdone: set[int] = set()
    for n, draft in enumerate(found):
        if draft.phrase and draft.phrase.role is Role.REVISED and n:
            outdone.add(n - 1)
    others = [n for n, draft in enumerate(found) if not _is_duration(draft)]
    for n, draft in enumerate(found):
        after = _neighbour(items, draft.at, 1)
        ungoverned = draft.phrase is not None and draft.phrase.role is Role.BARE and not draft.phrase.rule
        names = ungoverned and after is not None and after.kind == "" and _is_year(draft)
        if (others and n not in others) or (names and len(found) > 1):
            outdone.add(n)
    return [draft for n, draft in enumerate(found) if n not in outdone]


def _is_duration(draft: Draft) -> bool:
    return draft.phrase is not None and all(
        m.unit is Unit.DURATION and m.anchor is None for m in moments_of(draft.phrase)
    )


def _is_year(draft: Draft) -> bool:
    years = {Unit.YEAR, Unit.YEAR_PAIR, Unit.FINANCIAL_YEAR, Unit.YEARS}
    return draft.phrase is not None and all(m.unit in years for m in moments_of(draft.phrase))
