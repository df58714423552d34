"""`planledger verify`: checks a dataset against its sources and against itself."""

from pathlib import Path

import typer

from extract.reading import Reader
from planledger.errors import Exit, InterruptedRunError
from planledger.progress import steps
from planledger.terminal import errors, one_line, output
from planledger.verify.dataset import document_files, verify_dataset
from planledger.verify.finding import Verification
from planledger.verify.report import as_json, print_verification


def run(root: Path, reader: Reader, json: bool) -> Exit:
    """Checks the dataset at `root` with `reader`, prints what differs, and returns the exit code."""
    files = document_files(root)
    try:
        with steps(len(files), "Verifying", shown=True) as done:
            verification = verify_dataset(root, files, reader, done)
    except KeyboardInterrupt as stopped:
        raise InterruptedRunError("interrupted; nothing was written, the check is not complete") from stopped
    if json:
        typer.echo(as_json(verification, root))
    else:
        print_verification(verification, root, output())
    _print_gone(verification)
    return Exit.ALL_HELD if verification.held else Exit.SOME_DIFFER


def _print_gone(verification: Verification) -> None:
    """A line for each document whose source cannot be opened again."""
    console = errors()
    for verdict in verification.documents:
        if verdict.gone is not None:
            console.print(f"planledger: {one_line(verdict.name)}: source is gone: {one_line(verdict.gone)}")
