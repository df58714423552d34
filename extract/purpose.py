"""A block's roles to its purpose: which kind of record its rows are, and which column says what is promised."""

from dataclasses import dataclass

from extract.assignment import Assigned
from extract.roles import Role
from models import Kind


@dataclass(frozen=True, slots=True)
class Purpose:
    """The kind of a block's rows and the index of the column that holds their main text."""

    kind: Kind
    main: int


WEAK, SURE = 0.6, 0.75
"""A main column whose role scores less than the one needs beside it a column that scores the other."""

ANSWERING = frozenset({Role.OWNER, Role.DEADLINE, Role.START, Role.MARK})

COMPANIONS = {
    Kind.ACTION: frozenset(
        {
            Role.OWNER, Role.DEADLINE, Role.START, Role.OUTCOME, Role.PROGRESS, Role.PRIORITY, Role.SUPPORT,
            Role.STEPS, Role.ISSUE, Role.MILESTONE,
        }
    ),
    Kind.MILESTONE: frozenset({Role.OWNER, Role.DEADLINE, Role.START, Role.PROGRESS}),
    Kind.RISK: frozenset({Role.MITIGATION, Role.OUTCOME, Role.OWNER, Role.ACTION}),
    Kind.INDICATOR: frozenset({Role.TARGET, Role.ACTUAL}),
}  # fmt: skip
"""A block is of a kind only where one of these columns stands beside its main one."""

MAIN = (
    (Role.ACTION, Kind.ACTION),
    (Role.MILESTONE, Kind.MILESTONE),
    (Role.RISK, Kind.RISK),
    (Role.INDICATOR, Kind.INDICATOR),
    (Role.ISSUE, Kind.ACTION),
)
"""Main columns in order of preference."""


def purpose_of(assigned: Assigned) -> Purpose | None:
    """What a block is for; None for a table that promises nothing (budget, staffing, key, contents)."""
    present = set(assigned.roles)
    if Role.RISK in present and Role.MITIGATION in present:
        return Purpose(Kind.RISK, assigned.roles.index(Role.RISK))
    if Role.MINUTE in present and Role.OWNER in present and Role.ACTION not in present:
        return Purpose(Kind.ACTION, assigned.roles.index(Role.MINUTE))
    for role, kind in MAIN:
        if role in present and COMPANIONS[kind] & (present - {role}):
            main = assigned.roles.index(role)
            if assigned.scores[main] >= WEAK or _is_answered(assigned):
                return Purpose(kind, main)
    return None


def _is_answered(assigned: Assigned) -> bool:
    """True where a column of owners or dates is sure, as a main column without a header needs beside it."""
    return any(r in ANSWERING and s >= SURE for r, s in zip(assigned.roles, assigned.scores, strict=True))
