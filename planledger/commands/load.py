"""`planledger load`: brings a warehouse to the state of a dataset, and says in one line what it took."""

import gc
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path

import typer

from planledger.errors import Exit, UsageError
from planledger.progress import steps

EXTRA = "pip install 'planledger[warehouse]'"


def run(root: Path, to: str, schema: str, quiet: bool) -> Exit:
    """Loads the dataset at `root` into the warehouse that `to` names; prints what was done; returns the exit code."""
    if find_spec("dlt") is None:
        raise UsageError(f"load needs dlt: {EXTRA}")
    # Only here: these need dlt, which takes a second to import, and a fifth more where Python looks for garbage in
    # what it makes of it, which stays.
    gc.disable()
    from planledger.warehouse.destination import warehouse  # noqa: PLC0415
    from planledger.warehouse.failure import as_one_line  # noqa: PLC0415
    from planledger.warehouse.load import load  # noqa: PLC0415

    gc.freeze()
    gc.enable()

    place = warehouse(to, schema)
    with as_one_line(place), ExitStack() as bar:
        loaded = load(root, place, lambda total: bar.enter_context(steps(total, "Loading", shown=not quiet)))
    if not quiet:
        typer.echo(
            f"{place.shown}: {loaded.sent:,} documents sent, {loaded.unchanged:,} unchanged, "
            f"{loaded.removed:,} removed; {loaded.rows:,} rows"
        )
    return Exit.ALL_LOADED
