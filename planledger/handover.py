"""A document's bytes from the worker that has made them to the dataset's staging, directly or by way of a store.

A cluster's workers are elsewhere: where the dataset is a folder, they must see the same folder; where it is in an
object store, they leave what they have made there, and the one who converts fetches it.
"""

import os
from pathlib import Path
from typing import Protocol

import fsspec

from planledger.bucket import Bucket, is_url
from planledger.errors import DatasetError
from planledger.publish import staging_file


class Undelivered(Exception):
    """What a worker has made cannot be left where it is wanted. `str()` says why."""


def deliver(target: str, data: bytes) -> None:
    """Leaves a document's bytes at a path or a URL, whole or not at all. Raises Undelivered."""
    try:
        if is_url(target):
            with fsspec.open(target, "wb") as file:
                file.write(data)
            return
        path = Path(target)
        part = path.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(data)
        part.replace(path)
    except MemoryError:
        raise
    except Exception as error:  # a store's client raises errors of many kinds
        raise Undelivered(" ".join(str(error).split()) or type(error).__name__) from error


class Handover(Protocol):
    """Where workers leave what they have made, and how it comes into staging."""

    def target(self, document_id: str) -> str:
        """The path or the URL at which a document is left."""

    def take(self, document_id: str, size: int) -> None:
        """Has a document of so many bytes, which was left there, in staging. Raises DatasetError where it is not."""


class SameFolder:
    """Workers write into staging itself."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()

    def target(self, document_id: str) -> str:
        """The document's place in staging."""
        return str(staging_file(self._root, document_id))

    def take(self, document_id: str, size: int) -> None:
        """It is there already, unless the workers' folder of that name is another."""
        path = Path(self.target(document_id))
        if not path.exists() or path.stat().st_size != size:
            raise DatasetError(
                f"{self._root}: what the workers wrote is not there; share the folder with their machines under the "
                "same path, or choose an --out in an object store"
            )


class ByStore:
    """Workers write into the store that is to hold the dataset."""

    def __init__(self, root: Path, bucket: Bucket) -> None:
        self._root, self._bucket = root, bucket

    def target(self, document_id: str) -> str:
        """The document's place among what has come in."""
        return self._bucket.incoming(document_id)

    def take(self, document_id: str, size: int) -> None:
        """Fetches it, and deletes it there."""
        data = self._bucket.take(document_id)
        if len(data) != size:
            raise DatasetError(f"{self._bucket.incoming(document_id)}: not what a worker has left there; run again")
        deliver(str(staging_file(self._root, document_id)), data)
