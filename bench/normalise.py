"""Turns lists of cells into cells per second: Planledger's readers, and dateparser's search_dates on the same cells.

    python -m bench.normalise [--corpus DIR] [--rounds N]

DIR holds words/deadlines.csv and words/owners.csv with a column `text` (deadlines with `plan_period` and `calendar`);
without it the cells are the examples of the suite. Every round begins without memories of cells, so that each counts;
of several rounds the median is shown. Beside the speed stands how many cells gave a date: dateparser, made for other
text, reads 2009/10 as a month and Q4 not at all. It comes with `pip install planledger[bench]`.
"""

import argparse
import csv
import os
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from bench.engines import CORPUS, forget_cells
from normalise import Calendar, Period, read_deadlines, read_owners
from tests.normalise.deadline_examples import EXAMPLES as DEADLINES
from tests.normalise.owner_rule_examples import EXAMPLES as OWNERS

PLAN: Period = (date(2010, 4, 1), date(2011, 3, 31))


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell, and what its document says about its time."""

    text: str
    period: Period | None = PLAN
    calendar: Calendar = "uk_financial"


@dataclass(frozen=True, slots=True)
class Speed:
    """One reader over one list: how many cells, how many of them it read something in, and seconds for all."""

    name: str
    cells: int
    read: int
    seconds: float

    @property
    def line(self) -> str:
        """A line of the table."""
        return f"{self.name:28}{self.cells:7d}{self.read:7d}{self.cells / self.seconds:12,.0f}"


def measure(name: str, cells: Sequence[Cell], read: Callable[[Cell], bool], rounds: int) -> Speed:
    """Times one reader over all cells, `rounds` times, after one cell that pays for loading."""
    read(cells[0])
    seconds, found = [], 0
    for _ in range(rounds):
        forget_cells()
        started = time.perf_counter()
        found = sum(read(cell) for cell in cells)
        seconds.append(time.perf_counter() - started)
    return Speed(name, len(cells), found, median(seconds))


def deadlines(cell: Cell) -> bool:
    """Whether Planledger reads a deadline."""
    return bool(read_deadlines(cell.text, cell.period, cell.calendar))


def owners(cell: Cell) -> bool:
    """Whether Planledger reads an owner."""
    return bool(read_owners(cell.text))


def dateparser_dates(cell: Cell) -> bool:
    """Whether dateparser finds a date, told to read day before month."""
    from dateparser.search import search_dates  # noqa: PLC0415 - only where it is installed

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return bool(search_dates(cell.text, languages=["en"], settings={"DATE_ORDER": "DMY"}))


def speeds(dated: Sequence[Cell], owned: Sequence[Cell], rounds: int) -> Iterator[Speed]:
    """Every reader over its list."""
    yield measure("planledger, deadlines", dated, deadlines, rounds)
    if find_spec("dateparser"):
        yield measure("dateparser.search_dates", dated, dateparser_dates, rounds)
    yield measure("planledger, owners", owned, owners, rounds)


def table(measured: Iterable[Speed]) -> Iterator[str]:
    """The lines of the table."""
    yield f"{'reader':28}{'cells':>7}{'read':>7}{'cells/s':>12}"
    for speed in measured:
        yield speed.line


def cells_of(path: Path) -> list[Cell]:
    """The cells of a word list."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [_cell(row) for row in csv.DictReader(lines)]


def _cell(row: dict[str, str]) -> Cell:
    period = row.get("plan_period") or ""
    days = [date.fromisoformat(day) for day in period.split("/")] if period else []
    calendar: Calendar = "calendar" if row.get("calendar") == "calendar" else "uk_financial"
    return Cell(row["text"], (days[0], days[1]) if days else None, calendar)


def main(arguments: Sequence[str]) -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m bench.normalise", description="Time the readers of cells.")
    parser.add_argument("--corpus", default=os.environ.get(CORPUS), metavar="DIR", help=f"default: ${CORPUS}")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="default: %(default)s")
    given = parser.parse_args(arguments)
    words = Path(given.corpus, "words") if given.corpus else None
    if words and words.is_dir():
        dated, owned = cells_of(words / "deadlines.csv"), cells_of(words / "owners.csv")
    else:
        dated = [Cell(text) for examples in DEADLINES.values() for text, _ in examples]
        owned = [Cell(text) for cells in OWNERS.values() for text in cells]
    for line in table(speeds(dated, owned, given.rounds)):
        print(line)
    if not find_spec("dateparser"):
        print("dateparser is not installed: pip install planledger[bench]")


if __name__ == "__main__":
    main(sys.argv[1:])
