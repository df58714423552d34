"""Turns the outcomes of a long run into a progress bar on standard error; a run of under two seconds shows none."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from planledger.outcome import Outcome
from planledger.terminal import errors, one_line

PATIENCE = 2.0
"""Seconds before the bar appears."""


@contextmanager
def progress(total: int, *, shown: bool) -> Iterator[Callable[[Outcome], None]]:
    """Yields what to call after each of `total` sources. The bar appears on a terminal only; at the end it is wiped."""
    console = errors()
    bar = Progress(
        TextColumn("Converting"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}"),
        console=console,
        transient=True,
        disable=not (shown and console.is_terminal),
    )
    task = bar.add_task("", total=total, name="")
    timer = Timer(PATIENCE, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda outcome: bar.update(task, advance=1, name=one_line(outcome.name))
    finally:
        timer.cancel()
        timer.join()
        bar.stop()
