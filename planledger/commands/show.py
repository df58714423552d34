"""`planledger show`: prints the records of one PDF."""

from pathlib import Path

from extract.reading import Reader
from planledger.errors import Exit, UsageError
from planledger.listing import print_listing
from planledger.outcome import outcome_of
from planledger.report import print_problems
from planledger.sources import find_sources
from planledger.terminal import errors, output


def run(file: Path, reader: Reader) -> Exit:
    """Reads one PDF and prints what it promises; returns the exit code."""
    if file.is_dir():
        raise UsageError(f"{file}: is a folder; show reads one PDF, convert reads folders")
    (source,) = find_sources([file])
    try:
        data = source.path.read_bytes()
    except OSError as error:
        raise UsageError(f"{file}: cannot be opened: {error.strerror}") from error

    from planledger.attempt import attempt  # noqa: PLC0415 (slow to load; after the checks)

    plan = attempt(data, source, reader)
    outcome = outcome_of(source.name, plan)
    if outcome.read:
        print_listing(plan, output())
        return Exit.ALL_CONVERTED
    print_problems([outcome], errors())
    return Exit.SOME_NOT_CONVERTED
