"""`planledger diff`: prints what differs between two datasets, or two plans."""

from pathlib import Path

import typer

from planledger.diff.compare import compare
from planledger.diff.listing import print_comparison
from planledger.diff.sides import side
from planledger.errors import Exit
from planledger.terminal import output


def run(old: Path, new: Path, old_plan: str | None, new_plan: str | None, json: bool) -> Exit:
    """Compares the two, prints what differs, and returns the exit code."""
    comparison = compare(side(old, old_plan), side(new, new_plan))
    if json:
        typer.echo(comparison.model_dump_json(indent=1))
    else:
        print_comparison(comparison, output())
    return Exit.SOME_DIFFER if comparison.differs else Exit.ALL_HELD
