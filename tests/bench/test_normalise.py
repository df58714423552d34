"""The benchmark's reading of word lists and its table; the timing itself is left to whoever runs it."""

from datetime import date
from pathlib import Path

from bench.normalise import Cell, Speed, cells_of, deadlines, measure, owners, table

WORDS = """text,plan_period,calendar
Q2,2018-01-01/2022-12-31,calendar
June 2010,,
"""


def test_a_word_list_is_read_with_its_period_and_calendar(tmp_path: Path) -> None:
    (tmp_path / "deadlines.csv").write_text(WORDS)
    assert cells_of(tmp_path / "deadlines.csv") == [
        Cell("Q2", (date(2018, 1, 1), date(2022, 12, 31)), "calendar"),
        Cell("June 2010", None, "uk_financial"),
    ]


def test_what_was_read_is_counted() -> None:
    speed = measure("deadlines", [Cell("June 2010"), Cell("Medium")], deadlines, rounds=1)
    assert (speed.cells, speed.read) == (2, 1)
    assert speed.seconds > 0
    assert owners(Cell("Head of Parks"))
    assert not owners(Cell("TBC"))


def test_the_table_gives_cells_per_second() -> None:
    heads, line = table([Speed("planledger, deadlines", 300, 250, 0.1)])
    assert heads.split() == ["reader", "cells", "read", "cells/s"]
    assert line.split() == ["planledger,", "deadlines", "300", "250", "3,000"]
