"""`planledger convert`: turns PDFs into a dataset, with a progress bar and a table at the end."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from models import Status
from planledger.due import Wanted
from planledger.errors import Exit, InterruptedRunError, UsageError
from planledger.limits import Limits
from planledger.log import Log
from planledger.options import Options
from planledger.progress import progress
from planledger.report import print_problems, print_report, print_summary
from planledger.sources.inputs import Given, find_places
from planledger.summary import summary_of
from planledger.terminal import errors, output

if TYPE_CHECKING:
    from planledger.batch import Watch
    from planledger.index import Index

FEW = 40
"""Up to so many documents each has its line in the table at the end; of more, the table counts statuses."""

SLOWEST = 10


@dataclass(frozen=True, slots=True)
class Shown:
    """What a run shows: nothing but problems if `quiet`, lines of JSON in place of all else if `log_json`."""

    quiet: bool = False
    log_json: bool = False


@dataclass(frozen=True, slots=True)
class Out:
    """Where the dataset is to be: a folder, or a URL in an object store, of which a copy is kept below `work`."""

    place: str
    work: Path | None = None


@dataclass(frozen=True, slots=True)
class By:
    """Who reads: so many workers here, one per processor if None, or the workers of a Dask scheduler's cluster."""

    workers: int | None = None
    scheduler: str | None = None


def wanted(options: Options, limits: Limits, retry: Iterable[str], prune: bool) -> Wanted:
    """What the user asked for. Raises UsageError where a status to retry is none."""
    try:
        return Wanted(options, limits, frozenset(map(Status, retry)), prune)
    except ValueError as error:
        raise UsageError(f"--retry: {error}; the statuses are {', '.join(Status)}") from error


def run(inputs: Sequence[Given], out: Out, asked: Wanted, by: By, shown: Shown) -> Exit:
    """Converts the inputs into the dataset at `out`, prints what became of each, and returns the exit code."""
    find_places(inputs)
    # Imported after the checks: a wrong path is told at once.
    from planledger.batch import Batch, convert_sources, opened  # noqa: PLC0415
    from planledger.bucket import Bucket, is_url  # noqa: PLC0415
    from planledger.cage.pool import cpu_count  # noqa: PLC0415
    from planledger.mirror import folder_of, push  # noqa: PLC0415

    bucket = Bucket(out.place) if is_url(out.place) else None
    root = folder_of(out.place, out.work)
    batch = Batch(root, asked, by.workers or cpu_count(), bucket=bucket, scheduler=by.scheduler)
    try:
        with opened(root, bucket) as index:
            with _watch(shown) as watch:
                convert_sources(inputs, batch, index, watch)
            if bucket is not None:
                push(bucket, root, index)
            return _report(index, out.place, shown)
    except KeyboardInterrupt as stopped:
        said = (
            f"interrupted; the dataset in {out.place} is as it was before, and what was read is kept for the next run"
        )
        raise InterruptedRunError(said) from stopped


def _watch(shown: Shown) -> "AbstractContextManager[Watch]":
    return nullcontext(Log()) if shown.log_json else progress(shown=not shown.quiet)


def _report(index: "Index", out: str, shown: Shown) -> Exit:
    summary = summary_of(index.outcomes(), index.slowest(SLOWEST))
    if shown.log_json:
        log = Log()
        for outcome in index.outcomes():
            if not outcome.read:
                log.problem(outcome)
        log.finished(summary)
    else:
        if not shown.quiet and summary.sources <= FEW:
            print_report(tuple(index.outcomes()), out, output())
        elif not shown.quiet:
            print_summary(summary, out, output())
        print_problems(index.outcomes(), errors())
    return Exit.ALL_CONVERTED if summary.read == summary.sources else Exit.SOME_NOT_CONVERTED
