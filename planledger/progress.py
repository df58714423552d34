"""Turns what a long run has done into a progress bar on standard error; a run of under two seconds shows none."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import Protocol

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from planledger.terminal import errors, one_line

PATIENCE = 2.0
"""Seconds before the bar appears."""


class Named(Protocol):
    """What was done last, by its name."""

    @property
    def name(self) -> str:
        """One line, or what can be shown as one."""


@contextmanager
def progress(total: int, doing: str = "Converting", *, shown: bool) -> Iterator[Callable[[Named], None]]:
    """Yields what to call after each of `total` documents.

    The bar, which begins with what is being done, appears on a terminal only; at the end it is wiped.
    """
    console = errors()
    bar = Progress(
        TextColumn(doing),
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
        yield lambda done: bar.update(task, advance=1, name=one_line(done.name))
    finally:
        timer.cancel()
        timer.join()
        bar.stop()
