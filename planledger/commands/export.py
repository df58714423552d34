"""`planledger export`: a dataset to a file for spreadsheets or calendars."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from models import Kind, PlanDocument
from planledger.errors import Exit, InterruptedRunError, UsageError
from planledger.export.calendar import LeftOut, write_calendar
from planledger.export.csv_file import write_csv
from planledger.export.plans import count_of, plans_of
from planledger.export.rows import PROMISES, ActionRow, Wanted, action_rows
from planledger.export.target import check_target, opened, replaced
from planledger.progress import Named, steps
from planledger.terminal import errors

Format = Literal["csv", "xlsx", "ics"]


@dataclass(frozen=True, slots=True)
class _Written:
    """A plan that is in the export."""

    name: str


def wanted(kinds: Iterable[str], first: date | None, last: date | None) -> Wanted:
    """What the user asked for. Raises UsageError where a kind is none, or the days stand in the wrong order."""
    try:
        chosen = frozenset(map(Kind, kinds))
    except ValueError as error:
        raise UsageError(f"--kind: {error}; the kinds are {', '.join(Kind)}") from error
    if first and last and last < first:
        raise UsageError(f"--from {first} lies after --to {last}")
    return Wanted(chosen or PROMISES, first, last)


def run(root: Path, form: Format, out: Path | None, asked: Wanted) -> Exit:
    """Writes what is asked of the dataset at `root` to `out`, or to standard output, and returns the exit code."""
    if form == "xlsx" and out is None:
        raise UsageError("--format xlsx needs --out FILE.xlsx")
    total = count_of(root)
    check_target(out, root)
    shown = out is not None or not sys.stdout.isatty()
    try:
        with steps(total, "Exporting", shown=shown) as done:
            notes = _write(_told(plans_of(root), done), form, out, asked)
    except KeyboardInterrupt as stopped:
        left = "what was printed is not complete" if out is None else f"{out} is as it was before"
        raise InterruptedRunError(f"interrupted; {left}") from stopped
    for note in notes:
        errors().print(f"planledger: {note}")
    return Exit.ALL_CONVERTED


def _told(plans: Iterator[PlanDocument], done: Callable[[Named], None]) -> Iterator[PlanDocument]:
    """The plans, each told to the progress bar once it is written."""
    for plan in plans:
        yield plan
        done(_Written(plan.document.source_name))


def _write(plans: Iterator[PlanDocument], form: Format, out: Path | None, asked: Wanted) -> list[str]:
    """Writes the file; returns what the user should know of it."""
    rows = (row for plan in plans for row in action_rows(plan, asked))
    if form == "xlsx" and out is not None:
        return _workbook(rows, out)
    with opened(out) as file:
        if form == "csv":
            write_csv(rows, file)
            return []
        return _left_out(write_calendar(plans, asked, file))


def _workbook(rows: Iterator[ActionRow], out: Path) -> list[str]:
    from planledger.export.workbook import write_workbook  # noqa: PLC0415 - slow to load, and only here

    with replaced(out) as part:
        cut = write_workbook(rows, part)
    return [f"{cut:,} texts are longer than a cell may be, and are cut"] if cut else []


def _left_out(left: Counter[LeftOut]) -> list[str]:
    """One line on the deadlines that are no events."""
    if not left:
        return []
    why = ", ".join(f"{left[reason]:,} {reason}" for reason in LeftOut if left[reason])
    return [f"{left.total():,} deadlines name no day and are left out: {why}"]
