"""`planledger convert`: turns PDFs into a dataset, with a progress bar and a table at the end."""

from collections.abc import Sequence
from pathlib import Path

from extract.reading import Reader
from planledger.errors import Exit, InterruptedRunError
from planledger.outcome import Outcome
from planledger.progress import progress
from planledger.report import print_problems, print_report
from planledger.sources import Source, find_sources
from planledger.terminal import errors, output


def run(inputs: Sequence[Path], out: Path, reader: Reader, quiet: bool, prose: bool = False) -> Exit:
    """Converts the inputs into the dataset at `out`, prints what became of each, and returns the exit code."""
    sources = find_sources(inputs)
    try:
        outcomes = _convert(sources, out, reader, quiet, prose)
    except KeyboardInterrupt as stopped:
        raise InterruptedRunError(f"interrupted; the dataset in {out} is as it was before") from stopped
    if not quiet:
        print_report(outcomes, out, output())
    print_problems(outcomes, errors())
    return Exit.ALL_CONVERTED if all(outcome.read for outcome in outcomes) else Exit.SOME_NOT_CONVERTED


def _convert(sources: Sequence[Source], out: Path, reader: Reader, quiet: bool, prose: bool) -> tuple[Outcome, ...]:
    with progress(len(sources), shown=not quiet) as done:
        # Imported under the progress bar: the readers and the language rules take a second or two to load.
        from planledger.batch import convert_sources  # noqa: PLC0415

        return convert_sources(sources, out, reader, done, prose)
