"""Files and folders to what the index knows of sources: each file's bytes are hashed, what has gone is forgotten."""

import os
import stat
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

from planledger.index import Index, Seen
from planledger.sources import Source, each_source

CHUNK = 1 << 20


def scan(inputs: Iterable[Path], index: Index, found: Callable[[], None] = lambda: None) -> None:
    """Has the index see every source among the inputs, and forget those that folders among them no longer hold.

    `found` is called after each. Raises UsageError where an input does not exist or cannot be listed.
    """
    with index.batch():
        for entry in inputs:
            for source in each_source(entry):
                if not index.seen(source.uri):
                    index.see(_seen(source))
                    found()
            if entry.is_dir():
                index.forget_missing(entry.resolve().as_uri().removesuffix("/") + "/")


def _seen(source: Source) -> Seen:
    try:
        size, digest = _hashed(source.path)
    except OSError as error:
        return Seen(source.uri, source.name, 0, None, f"cannot be opened: {error.strerror}")
    return Seen(source.uri, source.name, size, digest)


def _hashed(path: Path) -> tuple[int, str]:
    # Not to be held up by a pipe that took the file's place: opening one would wait for a writer.
    with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:  # noqa: PTH123
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(0, "not a file any more")
        digest, size = sha256(), 0
        while data := file.read(CHUNK):
            digest.update(data)
            size += len(data)
    return size, digest.hexdigest()
