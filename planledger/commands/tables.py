"""`planledger tables`: prints every table of one PDF, plans or not, to read or as JSON."""

from pathlib import Path

import typer

from extract.reading import Reader
from planledger.errors import Exit, UsageError
from planledger.sources.inputs import find_source
from planledger.sources.opening import read_bytes
from planledger.sources.source import CannotOpen
from planledger.terminal import errors, one_line, output


def run(file: str, reader: Reader, as_json: bool) -> Exit:
    """Reads one PDF and prints its tables; returns the exit code."""
    if Path(file).is_dir():
        raise UsageError(f"{file}: is a folder; tables reads one PDF")
    source = find_source(file)
    try:
        data = read_bytes(source.uri)
    except CannotOpen as error:
        raise UsageError(f"{file}: {error}") from error

    from extract.errors import UnreadablePdf  # noqa: PLC0415 (these are slow to load; after the checks)
    from planledger.printed_tables import print_tables  # noqa: PLC0415
    from planledger.tables import tables_of_pdf  # noqa: PLC0415

    try:
        found = tables_of_pdf(data, reader)
    except UnreadablePdf as error:
        errors().print(f"planledger: {one_line(source.name)}: {one_line(str(error))}")
        return Exit.SOME_NOT_CONVERTED
    if as_json:
        typer.echo(found.model_dump_json(indent=2))
    else:
        print_tables(found, output())
    return Exit.ALL_CONVERTED
