"""Local authorities by their printed names: the council, its full name and its code, or nothing."""

import re
from itertools import groupby

import pytest

from normalise import read_owners
from normalise.councils import council_named, councils, in_full

NATIONS = {"E": ("06", "07", "08", "09", "10"), "W": ("06",), "S": ("12",), "N": ("09",)}


def test_codes_are_gss_codes_of_local_authorities_and_tell_councils_apart() -> None:
    coded = sorted((c for c in councils() if c.code), key=lambda c: c.code)
    for council in coded:
        assert re.fullmatch(r"[EWSN]\d{8}", council.code)
        assert council.code[1:3] in NATIONS[council.code[0]]
    renamed = [code for code, same in groupby(coded, key=lambda c: c.code) if len(list(same)) > 1]
    assert renamed == ["E07000112"]  # Shepway, since 2018 Folkestone and Hythe


def test_every_full_name_means_its_own_council() -> None:
    meant = {c.name: council_named(c.name) for c in councils()}
    assert all(found is None or found.name == name for name, found in meant.items())
    assert [name for name, found in meant.items() if found is None] == [
        "City of London Corporation",
        "Comhairle nan Eilean Siar",
    ]


@pytest.mark.parametrize(
    ("name", "full", "code"),
    [
        ("Stockton Borough Council", "Stockton-on-Tees Borough Council", "E06000004"),
        ("Harrow Council", "Harrow Council", "E09000015"),
        ("London Borough of Harrow", "London Borough of Harrow", "E09000015"),
        ("Newcastle City Council", "Newcastle City Council", "E08000021"),
        ("Newcastle Borough Council", "Newcastle-under-Lyme Borough Council", "E07000195"),
        ("Bath and North East Somerset Council", "Bath and North East Somerset Council", "E06000022"),
        ("Buckinghamshire County Council", "Buckinghamshire County Council", "E10000002"),
        ("Buckinghamshire Council", "Buckinghamshire Council", "E06000060"),
        ("YORK CITY COUNCIL", "YORK CITY COUNCIL", "E06000014"),
        ("Glasgow City Council", "Glasgow City Council", ""),
    ],
)
def test_a_council_is_known_by_its_full_and_its_short_name(name: str, full: str, code: str) -> None:
    council = council_named(name)
    assert council is not None
    assert (in_full(name), council.code) == (full, code)


@pytest.mark.parametrize(
    "name",
    [
        "Newcastle Council",
        "Kingston Council",
        "Durham Council",
        "Newport Town Council",
        "Christchurch City Council",
        "Wendale District Council",
        "Borough Council",
        "Stockton",
        "",
    ],
)
def test_no_council_where_it_is_not_certain(name: str) -> None:
    assert council_named(name) is None
    assert in_full(name) == name


def test_the_place_of_a_council_owns_as_the_council() -> None:
    owners = read_owners("Tower Hamlets; Cheshire East")
    assert [(o.kind.value, o.rule) for o in owners] == [("organisation", "local_authority")] * 2
