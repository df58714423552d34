"""Turns the command line into calls of the commands; each is imported only when it runs, so that help stays quick."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from planledger.errors import CommandError
from planledger.limits import Limits
from planledger.options import Options

EXIT_CODES = "Exit codes: 0 all converted, 2 usage, 3 some not converted, 130 interrupted."
DIFF_EXIT_CODES = "Exit codes: 0 nothing differs, 2 usage, 3 something differs."
LOAD_EXIT_CODES = "Exit codes: 0 loaded, 2 usage, 3 could not be loaded and is as it was, 130 interrupted."
VERIFY_EXIT_CODES = "Exit codes: 0 all held, 2 usage, 3 something differs or a source is gone, 130 interrupted."
EXPORT_EXIT_CODES = "Exit codes: 0 written, 2 usage, 3 the dataset cannot be read or FILE written, 130 interrupted."
DAY = "%Y-%m-%d"

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

WorkersOption = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="Documents read at a time; default: one per processor.")
]
DaskOption = Annotated[
    str | None, typer.Option(metavar="URL", help="Have the workers of this Dask scheduler read: tcp://host:8786.")
]
TimeoutOption = Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="Give a document up after so long.")]
MaxMemoryOption = Annotated[int, typer.Option(min=64, metavar="MIB", help="Give it up where it needs more memory.")]
MaxPagesOption = Annotated[int, typer.Option(min=1, metavar="N", help="Leave a document with more pages alone.")]
ProseOption = Annotated[
    bool, typer.Option("--prose", help="Take dated promises in running text too, as records of kind commitment.")
]
CrossCheckOption = Annotated[
    bool, typer.Option("--cross-check", help="Have a second table reader look too; flag what it sees otherwise.")
]
LogJsonOption = Annotated[
    bool, typer.Option("--log-json", help="Print only events, as lines of JSON on standard error.")
]
RetryOption = Annotated[
    list[str] | None,
    typer.Option(metavar="STATUS", help="Read documents of this status again; may be given several times."),
]
WorkOption = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Where copies of datasets in object stores are kept; default: the user's cache."),
]
DatasetArgument = Annotated[str, typer.Argument(metavar="DIR", help="Folder or URL of the dataset.")]
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
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="PDFs; folders, zip archives, prefixes of object stores with *.pdf; quoted globs; CSV lists.",
        ),
    ],
    out: Annotated[
        str, typer.Option("--out", metavar="DIR", help="Folder of the dataset, or its URL in an object store.")
    ],
    work: WorkOption = None,
    reader: ReaderOption = "pdfium",
    workers: WorkersOption = None,
    dask: DaskOption = None,
    timeout: TimeoutOption = LIMITS.seconds,
    max_memory: MaxMemoryOption = LIMITS.memory,
    max_pages: MaxPagesOption = LIMITS.pages,
    retry: RetryOption = None,
    prune: Annotated[
        bool, typer.Option("--prune", help="Drop documents whose files are gone from the folders given.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print only what could not be converted.")] = False,
    prose: ProseOption = False,
    cross_check: CrossCheckOption = False,
    log_json: LogJsonOption = False,
) -> None:
    """Convert PDFs into a dataset.

    Writes json/, parquet/ and datapackage.json into DIR; a dataset that is there already is added to, and what has not
    changed is not read again. A document without a plan table counts as converted, with no records.
    """
    from planledger.commands.convert import By, Out, Shown, run, wanted

    limits = Limits(timeout, max_memory, max_pages)
    options = Options(reader, prose, cross_check)
    with _clear_errors():
        asked = wanted(options, limits, retry or (), prune)
        raise typer.Exit(run(inputs, Out(out, work), asked, By(workers, dask), Shown(quiet, log_json)))


@app.command()
def status(place: DatasetArgument, work: WorkOption = None) -> None:
    """Print what a dataset holds.

    How many documents there are of each status, and which were not converted and why.
    """
    from planledger.commands.status import run
    from planledger.mirror import readable

    with _clear_errors():
        run(readable(place, work))


@app.command(epilog=EXIT_CODES)
def show(
    file: Annotated[str, typer.Argument(metavar="FILE.pdf", help="The PDF to read: a path, or a URL.")],
    reader: ReaderOption = "pdfium",
    page: Annotated[int | None, typer.Option(metavar="N", help="Only what is on this page, from 1.")] = None,
    image: Annotated[
        Path | None, typer.Option(metavar="OUT.png", help="With --page: draw what was found over the page.")
    ] = None,
    scale: Annotated[float, typer.Option(min=0.5, max=8, help="Pixels of the image for each point of the page.")] = 2,
) -> None:
    """Print what one PDF promises.

    Its records, with owners and dates, under their headings; or a picture of one page with all that was found on it.
    """
    from planledger.commands.show import run

    with _clear_errors():
        raise typer.Exit(run(file, reader, page, image, scale))


@app.command(epilog=VERIFY_EXIT_CODES)
def verify(
    place: DatasetArgument,
    work: WorkOption = None,
    reader: Annotated[
        Literal["pdfium", "pdfplumber"],
        typer.Option(help="What re-reads the PDFs: the one that did not make the dataset."),
    ] = "pdfplumber",
    json: Annotated[bool, typer.Option("--json", help="Print what was found as JSON.")] = False,
) -> None:
    """Check a dataset against its sources.

    Opens every source again with another reader, re-reads the words in every box of evidence, and checks keys, sums,
    tables and hashes. Writes nothing.
    """
    from planledger.commands.verify import run
    from planledger.mirror import readable

    with _clear_errors():
        raise typer.Exit(run(readable(place, work), reader, json))


@app.command(epilog=LOAD_EXIT_CODES)
def load(
    place: DatasetArgument,
    to: Annotated[
        str, typer.Option("--to", metavar="URL", help="plans.duckdb, postgresql://USER:PASSWORD@HOST/DATABASE, ...")
    ],
    schema: Annotated[str, typer.Option(metavar="NAME", help="Schema in the warehouse; made where missing.")] = (
        "planledger"
    ),
    work: WorkOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print only why it could not be loaded.")] = False,
) -> None:
    """Load a dataset into a warehouse.

    DuckDB, PostgreSQL or another: tables and views, brought to the state of the dataset in one transaction. Only
    documents that have changed are sent.
    """
    from planledger.commands.load import run
    from planledger.mirror import readable

    with _clear_errors():
        raise typer.Exit(run(readable(place, work), to, schema, quiet))


@app.command(epilog=EXPORT_EXIT_CODES)
def export(
    place: DatasetArgument,
    form: Annotated[
        Literal["csv", "xlsx", "ics"],
        typer.Option("--format", help="Spreadsheet rows as text, a workbook, or a calendar of deadlines."),
    ],
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="File to write; without it csv and ics are printed.")
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND",
            help="Only records of this kind; may be given several times. Default: action, step, milestone, commitment.",
        ),
    ] = None,
    first: Annotated[
        datetime | None, typer.Option("--from", formats=[DAY], metavar="DAY", help="Only what is due then or later.")
    ] = None,
    last: Annotated[
        datetime | None, typer.Option("--to", formats=[DAY], metavar="DAY", help="Only what is due then or before.")
    ] = None,
    work: WorkOption = None,
) -> None:
    """Write a dataset for spreadsheets and calendars.

    One row for each action, with owners, dates and a link to its page; or an event for each deadline. Writes nothing
    into DIR.
    """
    from planledger.commands.export import run, wanted
    from planledger.mirror import readable

    with _clear_errors():
        asked = wanted(kind or (), first and first.date(), last and last.date())
        raise typer.Exit(run(readable(place, work), form, out, asked))


@app.command(epilog=DIFF_EXIT_CODES)
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="Folder or URL of a dataset, or one plan's file of json/.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same: what OLD is compared with.")],
    work: WorkOption = None,
    old_plan: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help="Only this plan of OLD: part of its file name or title, or its id's beginning."
        ),
    ] = None,
    new_plan: Annotated[str | None, typer.Option(metavar="TEXT", help="Only this plan of NEW, named likewise.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print all that differs as JSON.")] = False,
) -> None:
    """Print what differs between two datasets, or two plans.

    Of the same documents, each value that is otherwise; of plans of one organisation that follow one another, what was
    carried over, slipped, got other owners, vanished or is new.
    """
    from planledger.commands.diff import run
    from planledger.mirror import readable

    with _clear_errors():
        raise typer.Exit(run(readable(old, work), readable(new, work), old_plan, new_plan, as_json))


@app.command(epilog=EXIT_CODES)
def tables(
    file: Annotated[str, typer.Argument(metavar="FILE.pdf", help="The PDF to read: a path, or a URL.")],
    reader: ReaderOption = "pdfium",
    as_json: Annotated[bool, typer.Option("--json", help="Print page, box, cells and spans as JSON.")] = False,
) -> None:
    """Print every table of one PDF.

    Plans or not, ruled or set out by white space alone, as the pages print them.
    """
    from planledger.commands.tables import run

    with _clear_errors():
        raise typer.Exit(run(file, reader, as_json))


@app.command("read-date")
def read_date(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The words of one deadline cell.")],
    plan_period: Annotated[
        str | None, typer.Option(metavar="FIRST/LAST", help="The plan's first and last day: 2009-04-01/2012-03-31.")
    ] = None,
    calendar: Annotated[
        Literal["uk_financial", "calendar"],
        typer.Option(help="What quarters and spans of years reckon from: 1 April or 1 January."),
    ] = "uk_financial",
    as_json: Annotated[bool, typer.Option("--json", help="Print the readings as JSON.")] = False,
) -> None:
    """Print what a deadline cell says.

    Its dates, the rule that read them, and the other readings that the same words allow.
    """
    from planledger.commands.read_date import run

    with _clear_errors():
        run(text, plan_period, calendar, as_json)


@app.command("read-owners")
def read_owners(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The words of one owner cell.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the owners as JSON.")] = False,
) -> None:
    """Print whom an owner cell names.

    Each owner with its kind, its part and the rule that gave the kind.
    """
    from planledger.commands.read_owners import run

    run(text, as_json)


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
