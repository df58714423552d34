"""A folder for the files of one load, which goes with it; those of loads that were killed go with the next."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = "planledger-load-"
_LOCK, _TAKEN = "lock", "taken"


@contextmanager
def folder_of_a_load() -> Iterator[Path]:
    """A new folder among the temporary files. Its lock is held as long as this process lives, however it ends."""
    _drop_those_left()
    with tempfile.TemporaryDirectory(prefix=PREFIX) as name, (Path(name) / _LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.write(_TAKEN)
        lock.flush()
        yield Path(name)


def _drop_those_left() -> None:
    for lock in Path(tempfile.gettempdir()).glob(f"{PREFIX}*/{_LOCK}"):
        try:
            with lock.open("r+") as held:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if lock.read_text() == _TAKEN and lock.stat().st_uid == os.getuid():
                    shutil.rmtree(lock.parent, ignore_errors=True)
        except OSError:
            continue  # another load is at work there, or another user's
