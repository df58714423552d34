"""Where an export goes: a file that is there whole or not at all, or standard output."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from planledger.errors import DatasetError, UsageError


def check_target(out: Path | None, root: Path) -> None:
    """Raises UsageError where `out` cannot be written, or lies in the dataset, into which an export writes nothing."""
    if out is None:
        return
    if out.exists() and not out.is_file():
        raise UsageError(f"{out}: not a file; choose another --out")
    if not out.parent.is_dir():
        raise UsageError(f"{out.parent}: no such folder; make it, or choose another --out")
    if out.resolve().is_relative_to(root.resolve()):
        raise UsageError(f"{out}: lies in the dataset; choose another --out")


@contextmanager
def replaced(out: Path) -> Iterator[Path]:
    """Yields the path of a file to write, which takes the place of `out` when all went well and is gone if not."""
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(out)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DatasetError(f"{out}: cannot be written: {reason}; what was there before stays") from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def opened(out: Path | None) -> Iterator[BinaryIO]:
    """The file to write to; standard output where there is no `out`."""
    if out is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with replaced(out) as part, part.open("wb") as file:
        yield file
