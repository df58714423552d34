"""Files and folders to a dataset, as a quiet run of the program makes it."""

from collections.abc import Sequence
from pathlib import Path

from planledger.commands.convert import By, Out, Shown, run
from planledger.due import Wanted


def make_dataset(inputs: Sequence[Path], root: Path) -> None:
    """Convert the inputs into a dataset at `root`, by one worker."""
    run(inputs, Out(str(root)), Wanted(), By(workers=1), Shown(quiet=True))
