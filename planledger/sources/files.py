"""A file of this machine to its bytes, and to the source that it is."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from planledger.sources.source import CannotOpen, Source
from planledger.sources.uris import path_of, shown

CHUNK = 1 << 20


def source_at(path: Path) -> Source:
    """The source that a file is. The path is absolute, and no part of it a link."""
    return Source(shown(path.name), path.as_uri())


def open_file(path: Path) -> BinaryIO:
    """The file, open for reading. Raises CannotOpen."""
    try:
        # Not to be held up by a pipe under a file's name: opening one would wait for a writer.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError as error:
        raise CannotOpen("no such file") from error
    except (OSError, ValueError) as error:
        raise CannotOpen(_reason(error)) from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise CannotOpen("not a file")
    return open(handle, "rb")  # noqa: PTH123 - by its handle


def chunks(uri: str) -> Iterator[bytes]:
    """The bytes of the file that a file: URI names. Raises CannotOpen."""
    try:
        with open_file(path_of(uri)) as file:
            while data := file.read(CHUNK):
                yield data
    except (OSError, ValueError) as error:
        raise CannotOpen(_reason(error)) from error


def _reason(error: Exception) -> str:
    return f"cannot be opened: {getattr(error, 'strerror', None) or error}"
