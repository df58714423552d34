"""Turns the outcomes of a run into the table that ends it: a line per document, and where the files are."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from models import Status
from planledger.dataset import JSON, MANIFEST, PARQUET
from planledger.outcome import Outcome, status_of
from planledger.summary import Summary
from planledger.terminal import one_line


def print_report(outcomes: Sequence[Outcome], place: str, console: Console) -> None:
    """Prints what there is to know of single documents, then the table, the totals, and the places of the files."""
    for outcome in outcomes:
        notes = [f"  {one_line(note)}" for note in _notes(outcome)]
        if notes:
            console.print("\n".join([one_line(outcome.name), *notes, ""]), style="yellow", soft_wrap=True)
    console.print(_table(outcomes))
    read = sum(outcome.read for outcome in outcomes)
    records = sum(outcome.records for outcome in outcomes if outcome.same_as is None)
    console.print(f"\n{read} of {len(outcomes)} documents converted, {records:,} records. The files are in {place}:")
    console.print(f"  {JSON + '/':{len(MANIFEST)}}  one file per document, with the place of every value")
    console.print(f"  {PARQUET + '/':{len(MANIFEST)}}  the same facts as flat tables")
    console.print(f"  {MANIFEST}  describes the tables")


def print_summary(summary: Summary, place: str, console: Console) -> None:
    """Prints what a run over many documents came to: how many of each status, and those that took longest."""
    table = plain_table("Status", "Documents")
    for status, count in summary.statuses.items():
        table.add_row(status, f"{count:,}")
    console.print(table)
    slow = plain_table("Slowest documents", "Seconds", "Pages")
    for reading in summary.slowest:
        slow.add_row(Text(one_line(reading.outcome.name)), f"{reading.seconds:,.1f}", f"{reading.outcome.pages:,}")
    console.print("")
    console.print(slow)
    console.print(
        f"\n{summary.read:,} of {summary.sources:,} documents converted, {summary.records:,} records.", end=" "
    )
    console.print(f"The files are in {place}; what failed and why: planledger status {place}")


def plain_table(first: str, *figures: str) -> Table:
    """An unruled table of a column of names and columns of figures."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column(first, overflow="fold")
    for figure in figures:
        table.add_column(figure, justify="right", no_wrap=True)
    return table


def print_problems(outcomes: Iterable[Outcome], console: Console) -> None:
    """Prints one line for each source that was not converted: its name, and why."""
    for outcome in outcomes:
        if not outcome.read:
            console.print(f"planledger: {one_line(outcome.name)}: {one_line(outcome.reason or status_of(outcome))}")


def _table(outcomes: Iterable[Outcome]) -> Table:
    """Only the name folds where the terminal is narrow; figures stay whole."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("Document", overflow="fold")
    table.add_column("Pages", justify="right", no_wrap=True)
    table.add_column("Records", justify="right", no_wrap=True)
    table.add_column("Words accounted for", justify="right", no_wrap=True)
    table.add_column("Warnings", justify="right", no_wrap=True)
    table.add_column("Status", no_wrap=True)
    for outcome in outcomes:
        name = Text(one_line(outcome.name), style="" if outcome.read else "red")
        figures = (f"{outcome.pages:,}", f"{outcome.records:,}", _words(outcome), f"{len(outcome.warnings):,}")
        table.add_row(name, *(figures if outcome.read else ("-",) * len(figures)), status_of(outcome))
    return table


def _words(outcome: Outcome) -> str:
    """The share of the words in plan tables that records claim; never rounded up to all of them."""
    if not outcome.table_words:
        return "-"
    share = min(outcome.claimed_words / outcome.table_words, 1.0)
    return f"{int(share * 1000) / 10:.1f} % of {outcome.table_words:,}"


def _notes(outcome: Outcome) -> Iterator[str]:
    """What a reader should know of one document that was read."""
    if outcome.same_as is not None:
        yield f"the same bytes as {outcome.same_as}; one document in the dataset"
        return
    if outcome.status is Status.NO_PLAN_TABLE:
        yield outcome.reason or "no plan table in it"
    yield from outcome.warnings
