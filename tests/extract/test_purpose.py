"""Roles to the purpose of a block."""

import pytest

from extract.assignment import Assigned
from extract.purpose import purpose_of
from extract.roles import Role
from models import Kind

R = Role


@pytest.mark.parametrize(
    ("roles", "kind", "main"),
    [
        ((R.ACTION, R.OWNER, R.DEADLINE), Kind.ACTION, 0),
        ((R.REF, R.ACTION, R.DEADLINE), Kind.ACTION, 1),
        ((R.ISSUE, R.ACTION, R.OWNER), Kind.ACTION, 1),
        ((R.ISSUE, R.OWNER, R.DEADLINE), Kind.ACTION, 0),
        ((R.MILESTONE, R.DEADLINE), Kind.MILESTONE, 0),
        ((R.RISK, R.MITIGATION, R.OWNER), Kind.RISK, 0),
        ((R.RISK, R.MITIGATION, R.ACTION, R.DEADLINE), Kind.RISK, 0),
        ((R.OTHER, R.INDICATOR, R.TARGET), Kind.INDICATOR, 1),
        ((R.INDICATOR, R.ACTUAL, R.ACTUAL), Kind.INDICATOR, 0),
    ],
)
def test_the_main_column_says_what_is_promised(roles: tuple[Role, ...], kind: Kind, main: int) -> None:
    purpose = purpose_of(Assigned(roles, (1.0,) * len(roles)))
    assert purpose is not None
    assert (purpose.kind, purpose.main) == (kind, main)


@pytest.mark.parametrize(
    "roles",
    [
        (),
        (R.OTHER, R.OTHER),
        (R.RESOURCE, R.RESOURCE, R.OTHER),
        (R.ACTION,),
        (R.ACTION, R.RESOURCE),
        (R.OWNER, R.DEADLINE),
        (R.INDICATOR, R.OWNER),
        (R.MILESTONE, R.OTHER),
    ],
    ids=lambda roles: "+".join(roles) or "none",
)
def test_a_table_without_a_companion_column_promises_nothing(roles: tuple[Role, ...]) -> None:
    assert purpose_of(Assigned(roles, (1.0,) * len(roles))) is None
