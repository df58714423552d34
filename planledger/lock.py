"""A dataset folder to the right to write into it, which one run has at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planledger.errors import UsageError
from planledger.layout import STATE

FILE = "lock"


@contextmanager
def sole_writer(root: Path) -> Iterator[None]:
    """Holds the dataset for this process; the system lets go of it when the process ends, however it ends.

    Raises UsageError where another run holds it.
    """
    (root / STATE).mkdir(exist_ok=True)
    handle = os.open(root / STATE / FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise UsageError(f"{root}: another run is writing into it; wait for it, or choose another --out") from error
    finally:
        os.close(handle)
