"""Columns with sample cells to roles: the best assignment over all columns, from header wording and content."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.columns import Column
from extract.headers import PERIOD, REF
from extract.roles import Role, header_roles

Test = Callable[[str], bool]

UNIQUE = frozenset(Role) - {Role.OTHER, Role.RESOURCE, Role.TARGET, Role.ACTUAL, Role.MARK}
"""Roles that one column of a block has at most."""

NUMBERED = frozenset({Role.REF, Role.ACTION, Role.MILESTONE, Role.INDICATOR, Role.RISK, Role.ISSUE})
"""Roles whose header may stand over a column of numbers beside the texts."""

TEXTS = frozenset({Role.ACTION, Role.MILESTONE, Role.INDICATOR, Role.RISK, Role.ISSUE})
TIMES = frozenset({Role.DEADLINE, Role.START, Role.MARK})
PRESUMED = 0.4
"""The score of a column that is taken for the actions only because owners and dates stand beside its texts."""

HALF = 0.5
"""Partners are owners where this share of their cells reads as people, posts or bodies."""

TEXT_WORDS = 3
"""Cells of so many words on average are texts."""

LEAST = 0.35
"""A role with a lower score is not given."""

DATED = frozenset({Role.TARGET, Role.ACTUAL, Role.MILESTONE, Role.INDICATOR})
"""Roles whose headers also stand over dates."""

SHOWN = 0.6
"""Cells show a role against their header where this share of them does."""

MARKS = frozenset("Xx×✓✔✗●•■*√✕") | {"XX", "\uf0fc", "\uf0fb"}
"""What a table prints under a year or a quarter to say: then."""

LABELLED = 0.95
"""The score of a column whose cells are lists under year labels; below that of a sole action column."""

YEAR_LABEL = re.compile(r"^\W*(?:FY\s*)?((?:19|20)\d\d)\s*[-–—/ ]\s*(?:20)?(\d\d)\b(?!\d)")


@dataclass(frozen=True, slots=True)
class CellTests:
    """How a cell's text is told to be a deadline or an owner; given by the caller."""

    is_deadline: Test
    is_owner: Test


@dataclass(frozen=True, slots=True)
class Assigned:
    """The role of each column, by index, with the score that it won with."""

    roles: tuple[Role, ...]
    scores: tuple[float, ...]

    def column(self, role: Role) -> int | None:
        """The index of the column with a role; None where there is none."""
        return self.roles.index(role) if role in self.roles else None

    def all(self, role: Role) -> tuple[int, ...]:
        """The indexes of all columns with a role."""
        return tuple(i for i, r in enumerate(self.roles) if r is role)


@dataclass(frozen=True, slots=True)
class Content:
    """What a column's cells look like, as shares from 0 to 1 of those that are filled."""

    filled: int
    deadlines: float
    owners: float
    refs: float
    labels: float
    marks: float
    words: float


def assign_roles(columns: Sequence[Column], samples: Sequence[Sequence[str]], tests: CellTests) -> Assigned:
    """The roles of columns whose sample cells are `samples`, one list a column.

    The roles are chosen together: the sum of the scores is the greatest that gives each unique role once.
    """
    contents = [content_of(cells, tests) for cells in samples]
    marked = any(k.marks >= 0.9 and PERIOD.search(c.header) for c, k in zip(columns, contents, strict=True))
    options = [tuple(sorted(_scores(c, k, marked).items())) for c, k in zip(columns, contents, strict=True)]
    chosen = list(_best(tuple(options)))
    roles = {role for role, _ in chosen}
    if Role.OWNER not in roles:  # partners answer for an action where nobody leads it
        chosen = [(Role.OWNER, s) if _may_own(r, k) else (r, s) for (r, s), k in zip(chosen, contents, strict=True)]
    if not roles & TEXTS and Role.OWNER in roles and roles & TIMES:
        main = _longest_text([role for role, _ in chosen], contents)
        chosen = [(Role.ACTION, PRESUMED) if i == main else option for i, option in enumerate(chosen)]
    return Assigned(tuple(r for r, _ in chosen), tuple(s for _, s in chosen))


def _may_own(role: Role, content: Content) -> bool:
    return role is Role.SUPPORT and content.owners >= HALF


def _longest_text(roles: Sequence[Role], contents: Sequence[Content]) -> int | None:
    """The column without a role whose cells hold the longest texts; None where they are mere labels."""
    texts = [i for i, role in enumerate(roles) if role is Role.OTHER and contents[i].words >= TEXT_WORDS]
    return max(texts, key=lambda i: (contents[i].words, -i), default=None)


def year_label(text: str) -> str | None:
    """The financial-year label that a text begins with ("2004-05"); None where it begins otherwise."""
    match = YEAR_LABEL.match(text)
    if not match or (int(match.group(1)) + 1) % 100 != int(match.group(2)):
        return None
    return match.group(0).strip()


def content_of(cells: Sequence[str], tests: CellTests) -> Content:
    """What the cells of a column look like."""
    filled = [c for c in cells if c]
    n = len(filled) or 1
    short = [c for c in filled if len(c.split()) <= 14]
    return Content(
        filled=len(filled),
        deadlines=sum(tests.is_deadline(c) for c in short) / n,
        owners=sum(tests.is_owner(c) for c in short) / n,
        refs=sum(bool(REF.match(c)) for c in filled) / n,
        labels=sum(year_label(c) is not None and len(c.split()) > 1 for c in filled) / n,
        marks=sum(c in MARKS for c in filled) / n,
        words=sum(len(c.split()) for c in filled) / n,
    )


def _scores(column: Column, content: Content, marked: bool) -> dict[Role, float]:
    """The roles that a column may have: what its header says, corrected by what its cells hold.

    `marked` says that the block has columns of marks under periods; an empty one may then be such a column.
    """
    scores = dict(header_roles(column.header))
    if marked and (content.marks >= 0.9 or not content.filled) and PERIOD.search(column.header):
        return {Role.MARK: 1.0}
    if content.filled:
        scores = {role: score + _support(role, content) for role, score in scores.items()}
        if not column.header:
            scores |= _by_content(content)
        elif content.filled > 1:
            scores |= _against_header(set(scores), content)
        if content.labels >= 0.5:
            scores[Role.STEPS] = LABELLED
        if content.refs >= 0.9 and content.words < 1.5 and (not column.header or NUMBERED & set(scores)):
            scores[Role.REF] = max(scores.get(Role.REF, 0.0), 0.75)
    return {role: score for role, score in scores.items() if score >= LEAST and role is not Role.OTHER}


def _support(role: Role, content: Content) -> float:
    """What a column's cells add to, or take from, the score of a role that its header suggests."""
    if role in (Role.DEADLINE, Role.START, Role.REVISED):
        return 0.3 * content.deadlines - (0.7 if content.deadlines == 0 and content.filled > 1 else 0.0)
    if role in (Role.OWNER, Role.SUPPORT):
        return 0.3 * content.owners - 0.4 * content.deadlines - (0.3 if content.words > 25 else 0.0)
    if role is Role.ACTION:
        return 0.2 * (content.words > 4) - 0.5 * (content.owners > 0.8 and content.words < 4) - 0.6 * content.deadlines
    if role is Role.REF:
        return 0.3 * content.refs - (0.6 if content.refs < 0.2 and content.words > 3 else 0.0)
    return 0.0


def _against_header(heads: set[Role], content: Content) -> dict[Role, float]:
    """The roles that cells show which their header does not name: dates under "Target", names under "Action"."""
    shown: dict[Role, float] = {}
    if heads <= DATED and content.deadlines >= SHOWN:
        shown[Role.DEADLINE] = 0.8 + 0.4 * content.deadlines
    if heads == {Role.ACTION} and content.owners >= SHOWN and content.words < 5:
        shown[Role.OWNER] = 0.8 + 0.3 * content.owners
    return shown


def _by_content(content: Content) -> dict[Role, float]:
    """The roles that the cells alone suggest, for a column without a header."""
    return {
        Role.DEADLINE: 0.7 * content.deadlines,
        Role.OWNER: 0.6 * content.owners * (content.words < 12),
        Role.ACTION: 0.5 * (content.words > 5),
    }


Option = tuple[Role, float]


@lru_cache(maxsize=256)
def _best(options: tuple[tuple[Option, ...], ...]) -> tuple[Option, ...]:
    """One role for each column with the greatest sum of scores (dynamic programming over columns and roles taken)."""

    @cache
    def solve(index: int, used: frozenset[Role]) -> tuple[float, tuple[Option, ...]]:
        if index == len(options):
            return 0.0, ()
        rest_sum, rest = solve(index + 1, used)
        best_sum, best = rest_sum, ((Role.OTHER, 0.0), *rest)
        for role, score in options[index]:
            if role in used:
                continue
            rest_sum, rest = solve(index + 1, used | {role} if role in UNIQUE else used)
            if score + rest_sum > best_sum + 1e-9:
                best_sum, best = score + rest_sum, ((role, score), *rest)
        return best_sum, best

    return solve(0, frozenset())[1]
