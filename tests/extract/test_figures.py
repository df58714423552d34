"""What stands in a figure, by its caption or its chart."""

import pytest

from extract.figures import in_figure
from extract.geometry import Box
from tests.support.printed import words

PLACE = Box(60, 150, 300, 220)


@pytest.mark.parametrize(
    ("text", "y", "expected"),
    [
        ("Figure 2. Trees by ward", 120, True),
        ("Chart A3 Trees by ward", 120, True),
        ("Figure 2. Trees by ward", 235, True),
        ("Table 2. Trees by ward", 120, False),
        ("Figure 2 shows that trees grow", 120, False),
        ("Figures for 2010", 120, False),
        ("Figure 2. Trees by ward", 300, False),
    ],
)
def test_the_caption_says(text: str, y: float, expected: bool) -> None:
    assert in_figure(PLACE, [], words(text, 50, y)) is expected


def test_the_nearest_caption_above_counts() -> None:
    printed = (*words("Figure 1. Trees", 50, 60), *words("Table 1. Trees", 50, 130))
    assert not in_figure(PLACE, [], printed)


def test_what_stands_beside_a_chart_is_on_its_axes() -> None:
    assert in_figure(PLACE, [Box(310, 100, 500, 230)], ())
    assert not in_figure(PLACE, [Box(400, 100, 500, 230)], ())
