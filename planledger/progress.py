"""Turns the events of a long run into a progress bar on standard error; a run of under two seconds shows none."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from planledger.outcome import Outcome, status_of
from planledger.terminal import errors, one_line

PATIENCE = 2.0
"""Seconds before the bar appears."""


class Named(Protocol):
    """What was done last, by its name."""

    @property
    def name(self) -> str:
        """One line, or what can be shown as one."""


class _Rate(ProgressColumn):
    """Documents per second of late."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed or 0:.1f}/s")


class Bar:
    """A run's progress: how far it is, how fast, how long it will take, and how many documents of each status."""

    def __init__(self, console: Console, *, shown: bool) -> None:
        self.progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[counts]}"),
            TextColumn("{task.fields[name]}"),
            console=console,
            transient=True,
            disable=not shown,
        )
        self._counts: Counter[str] = Counter()
        self._task = self.progress.add_task("Looking", total=None, name="", counts="")

    def found(self) -> None:
        """A source was found."""
        self.progress.update(self._task, advance=1)

    def begins(self, documents: int, doing: str = "Converting") -> None:
        """So many documents are to be read, or whatever `doing` names."""
        self.progress.reset(self._task, total=documents, description=doing)

    def step(self, done: Named) -> None:
        """One step is done."""
        self.progress.update(self._task, advance=1, name=one_line(done.name))

    def done(self, outcome: Outcome, seconds: float) -> None:  # noqa: ARG002 - the bar has a clock of its own
        """One was read, or could not be."""
        self._counts[status_of(outcome)] += 1
        counts = ", ".join(f"{count:,} {status}" for status, count in self._counts.most_common())
        self.progress.update(self._task, advance=1, name=one_line(outcome.name), counts=counts)


@contextmanager
def progress(*, shown: bool) -> Iterator[Bar]:
    """The bar, for as long as the run lasts. It appears on a terminal only; at the end it is wiped."""
    console = errors()
    bar = Bar(console, shown=shown and console.is_terminal)
    timer = Timer(PATIENCE, bar.progress.start)
    timer.daemon = True
    timer.start()
    try:
        yield bar
    finally:
        timer.cancel()
        timer.join()
        bar.progress.stop()


@contextmanager
def steps(total: int, doing: str, *, shown: bool) -> Iterator[Callable[[Named], None]]:
    """Yields what to call after each of `total` steps of one kind, which `doing` names."""
    with progress(shown=shown) as bar:
        bar.begins(total, doing)
        yield bar.step
