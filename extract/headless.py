"""A block without a header to its columns' names or roles: from a table before it, or from what the cells hold."""

from collections.abc import Sequence
from dataclasses import replace

from extract.assignment import Assigned, CellTests, assign_roles, content_of
from extract.blocks import DRIFT
from extract.columns import Columns
from extract.roles import Role

SHOWN = 0.7
"""Cells show what their column holds where this share of them does."""

LEAST_ROWS = 3

TEXT_WORDS = 4
"""What is promised takes more words than this, on average."""


def headless(
    columns: Columns, samples: Sequence[Sequence[str]], earlier: Sequence[Columns], tests: CellTests
) -> tuple[Columns, Assigned]:
    """The columns of a block without a header, named where a table before it lends the names, and their roles.

    `earlier` are the columns of the plans before it. No roles where neither they nor the cells tell.
    """
    named = named_as_before(columns, earlier)
    if named is not None:
        assigned = assign_roles(named.items, samples, tests)
        if answers(assigned, samples, tests):
            return named, assigned
    return columns, roles_by_content(samples, tests)


def named_as_before(columns: Columns, earlier: Sequence[Columns]) -> Columns | None:
    """The columns with the headers of the last plan before them whose columns stand in the same places."""
    for known in reversed(earlier):
        pairs = list(zip(columns.items, known.items, strict=False))
        alike = len(known.items) == len(columns.items) > 2
        if alike and all(abs(c.x0 - k.x0) < DRIFT and abs(c.x1 - k.x1) < DRIFT for c, k in pairs):
            return replace(columns, items=tuple(replace(c, header=k.header) for c, k in pairs))
    return None


def answers(assigned: Assigned, samples: Sequence[Sequence[str]], tests: CellTests) -> bool:
    """True where the cells of an owner's or a date's column are such, so that the headers lent to them fit."""
    contents = [content_of(cells, tests) for cells in samples]
    owners = any(contents[c].owners >= SHOWN for c in assigned.all(Role.OWNER))
    return owners or any(contents[c].deadlines >= SHOWN for c in assigned.all(Role.DEADLINE))


def roles_by_content(samples: Sequence[Sequence[str]], tests: CellTests) -> Assigned:
    """The roles of columns that say by themselves what was promised, then who answers and when; else none."""
    contents = [content_of(cells, tests) for cells in samples]
    nothing = Assigned((), ())
    if not contents:
        return nothing
    action = max(range(len(contents)), key=lambda i: contents[i].words)
    right = range(action + 1, len(contents))
    dates = [i for i in right if contents[i].deadlines >= SHOWN and contents[i].filled >= LEAST_ROWS]
    owners = [i for i in right if i not in dates and contents[i].owners >= SHOWN and contents[i].filled >= LEAST_ROWS]
    if contents[action].words <= TEXT_WORDS or len(dates) != 1 or not owners:
        return nothing
    refs = [i for i in range(action) if contents[i].refs >= SHOWN]
    given = {action: Role.ACTION, dates[0]: Role.DEADLINE, owners[0]: Role.OWNER} | dict.fromkeys(refs[:1], Role.REF)
    roles = tuple(given.get(i, Role.OTHER) for i in range(len(contents)))
    return Assigned(roles, tuple(0.0 if role is Role.OTHER else SHOWN for role in roles))
