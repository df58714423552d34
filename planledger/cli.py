"""Turns the command line into calls of the commands; each is imported only when it runs, so that help stays quick."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal

import typer

from planledger.errors import CommandError
from planledger.limits import Limits

EXIT_CODES = "Exit codes: 0 all converted, 2 usage, 3 some not converted, 130 interrupted."

app = typer.Typer(
    help="Who promised to do what by when: council plan PDFs to a dataset whose every value is traced to its page.",
    epilog=EXIT_CODES,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    # Plain help: laying it out with rich takes longer than all the rest.
    rich_markup_mode=None,
)

LIMITS = Limits()

ReaderOption = Annotated[
    Literal["pdfium", "pdfplumber"], typer.Option(help="What reads the PDFs; pdfplumber is slower, a second opinion.")
]


@contextmanager
def _clear_errors() -> Iterator[None]:
    """An error that a command foresees ends it with one line and its exit code."""
    try:
        yield
    except CommandError as error:
        typer.echo(f"planledger: {error}", err=True)
        raise typer.Exit(error.exit_code) from error


def _print_version(wanted: bool) -> None:
    if wanted:
        from planledger.version import PROGRAM_VERSION

        typer.echo(f"planledger {PROGRAM_VERSION}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


@app.command(epilog=EXIT_CODES)
def convert(
    inputs: Annotated[
        list[Path], typer.Argument(metavar="INPUT...", help="PDF files, and folders whose *.pdf are taken, all levels.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder of the dataset; made where missing.")],
    reader: ReaderOption = "pdfium",
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Documents read at a time; default: one per processor.")
    ] = None,
    timeout: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="Give a document up after so long.")
    ] = LIMITS.seconds,
    max_memory: Annotated[
        int, typer.Option(min=64, metavar="MIB", help="Give it up where it needs more memory.")
    ] = LIMITS.memory,
    max_pages: Annotated[
        int, typer.Option(min=1, metavar="N", help="Leave a document with more pages alone.")
    ] = LIMITS.pages,
    retry: Annotated[
        list[str] | None,
        typer.Option(metavar="STATUS", help="Read documents of this status again; may be given several times."),
    ] = None,
    prune: Annotated[
        bool, typer.Option("--prune", help="Drop documents whose files are gone from the folders given.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print only what could not be converted.")] = False,
    log_json: Annotated[
        bool, typer.Option("--log-json", help="Print only events, as lines of JSON on standard error.")
    ] = False,
) -> None:
    """Convert PDFs into a dataset.

    Writes json/, parquet/ and datapackage.json into DIR; a dataset that is there already is added to, and what has not
    changed is not read again. A document without a plan table counts as converted, with no records.
    """
    from planledger.commands.convert import Shown, run, wanted

    limits = Limits(timeout, max_memory, max_pages)
    with _clear_errors():
        raise typer.Exit(run(inputs, out, wanted(reader, limits, retry or (), prune), workers, Shown(quiet, log_json)))


@app.command()
def status(root: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the dataset.")]) -> None:
    """Print what a dataset holds.

    How many documents there are of each status, and which were not converted and why.
    """
    from planledger.commands.status import run

    with _clear_errors():
        run(root)


@app.command(epilog=EXIT_CODES)
def show(
    file: Annotated[Path, typer.Argument(metavar="FILE.pdf", help="The PDF to read.")],
    reader: ReaderOption = "pdfium",
) -> None:
    """Print what one PDF promises.

    Its records, with owners and dates, under their headings.
    """
    from planledger.commands.show import run

    with _clear_errors():
        raise typer.Exit(run(file, reader))


@app.command()
def schema() -> None:
    """Print the dataset's JSON Schema.

    The schema of the files in json/, draft 2020-12.
    """
    from planledger.commands.schema import run

    run()


def main() -> None:
    """The `planledger` command."""
    app(prog_name="planledger")
