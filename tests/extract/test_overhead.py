"""Lines straight above a ruled table are its header where they read as headers over its columns."""

import pytest

from extract.lines import Line
from extract.overhead import with_header_above
from tests.support.printed import NO_WORDS, line, table

BODY = table("Plant trees | Head of Parks | May 2010", "Mend swings | Play Team | June 2010", top=120.0)
HEADS = [(60.0, "Actions"), (160.0, "Who"), (260.0, "When")]


def above(y: float, heads: list[tuple[float, str]]) -> Line:
    return Line(tuple(w for x, text in heads for w in line(text, y, x=x).words))


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        ([above(114, HEADS)], 3),
        ([above(102, [(160.0, "Officer")]), above(114, HEADS)], 3),
        ([above(80, HEADS)], 2),
        ([above(114, [(60.0, "North"), (160.0, "South"), (260.0, "East")])], 2),
        ([line("The actions that we shall take and when we mean to take them", 114, x=60)], 2),
    ],
    ids=["close", "of two lines", "far above", "no header's words", "running text"],
)
def test_header_above(lines: list[Line], rows: int) -> None:
    assert with_header_above(BODY, lines, NO_WORDS).rows == rows


def test_a_table_with_a_header_takes_no_other() -> None:
    whole = table("*Actions* | *Who* | *When*", "Plant trees | Head of Parks | May 2010", top=120.0)
    assert with_header_above(whole, [above(114, HEADS)], NO_WORDS) is whole
