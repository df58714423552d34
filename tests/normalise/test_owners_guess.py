"""The cheap test for owner cells, as a column's role is chosen by it."""

import time

import pytest

from normalise.owners import looks_like_owner


@pytest.mark.parametrize(
    "cell",
    [
        "Head of Parks",
        "Olive Marsh",
        "J. Finch / K. Reeve",
        "Cllr Reeve",
        "SM (Homes)",
        "HR",
        "L&D & ICT",
        "Street Cleansing Supervisor",
        "Housing; Planning",
        "All Heads of Service",
        "Police, PCT and schools",
        "MoH, WHO",
        "Awareness technical working group",
        "Tree Officer supported by Legal",
        "24/7 Response Team",
    ],
)
def test_reads_as_owners(cell: str) -> None:
    assert looks_like_owner(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "High",
        "Amber",
        "Completed",
        "On track",
        "Ongoing",
        "March 2010",
        "31/03/09",
        "Q1 2012/13",
        "2004-05",
        "12",
        "Priority 2",
        "Develop a new parks strategy with residents",
        "Review the staffing of the depot by June",
        "Development of the museum service",
        "Strategy agreed and published",
        "The number of visitors to the museum rises by a tenth each year",
    ],
)
def test_reads_as_something_else(cell: str) -> None:
    assert not looks_like_owner(cell)


def test_takes_under_fifty_microseconds_once_the_words_are_known() -> None:
    cells = [
        "Head of Parks and Leisure",
        "Olive Marsh, Ned Poole and Business Partners",
        "Review the depot by June",
    ]
    for cell in cells:
        looks_like_owner(cell)
    best = min(_seconds(cells) for _ in range(20))
    assert best / (len(cells) * 50) < 50e-6


def _seconds(cells: list[str]) -> float:
    began = time.perf_counter()
    for _ in range(50):
        for cell in cells:
            looks_like_owner(cell)
    return time.perf_counter() - began
