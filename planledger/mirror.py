"""Turns the URL of a dataset in an object store into a folder of this machine that holds the same, and back.

A run works in the folder, with all that it relies on there (renaming, locks, its index); the store is brought up to
date at its end. The folder is kept, so that the next run or reader fetches only what others have changed.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

from planledger.bucket import Bucket, is_url
from planledger.datapackage import table_files, version_of
from planledger.errors import UsageError
from planledger.index import Index
from planledger.layout import JSON, MANIFEST, PARQUET, STAGING, json_file
from planledger.lock import sole_writer
from planledger.publish import clear, make_ready
from planledger.recovery import recover


def folder_of(place: str, work: Path | None = None) -> Path:
    """The folder of a dataset: the place itself, or where the copy of one in an object store is kept.

    That is below `work`, or else below the user's cache folder ($XDG_CACHE_HOME, ~/.cache).
    """
    if not is_url(place):
        return Path(place.removeprefix("file://"))
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    url = place.rstrip("/")
    name = re.sub(r"[^0-9A-Za-z]+", "-", url)[-40:].strip("-")
    return (work or caches / "planledger") / f"{name}-{sha256(url.encode()).hexdigest()[:12]}"


def readable(place: str, work: Path | None = None) -> Path:
    """A folder that holds the dataset at a place as it is now. Raises UsageError where a store has none there."""
    root = folder_of(place, work)
    if is_url(place):
        make_ready(root)  # a copy of what only a newer version can write is a copy all the same
        with sole_writer(root), closing(Index(root)) as index:
            with pulled(Bucket(place), root, index):
                recover(root, index)
            if not (root / MANIFEST).exists():
                raise UsageError(f"{place}: not a dataset, it has no {MANIFEST}; name the --out of a conversion")
        clear(root)
    return root


@contextmanager
def pulled(bucket: Bucket, root: Path, index: Index) -> Iterator[None]:
    """Makes the folder the dataset that the store holds, unless only the folder has changed since they were the same.

    Inside, the index is made true again. Raises UsageError where the store holds something else under that name.
    """
    there = bucket.manifest()
    if there is not None and version_of(there) is None:
        raise UsageError(f"{bucket.url}/{MANIFEST}: not a Planledger dataset; choose another --out")
    if _digest(there) != index.sent_manifest() and there != _manifest(root):
        _replace(bucket, root, index, there)
    yield
    if there is not None and there == _manifest(root):
        index.sent(sha256(there).hexdigest())


def _replace(bucket: Bucket, root: Path, index: Index, there: bytes | None) -> None:
    index.forget_all()
    (root / MANIFEST).unlink(missing_ok=True)
    for folder in (JSON, PARQUET, f"{STAGING}/{JSON}"):
        shutil.rmtree(root / folder, ignore_errors=True)
    (root / STAGING / JSON).mkdir(parents=True)
    if there is not None:
        bucket.download(root)


def push(bucket: Bucket, root: Path, index: Index) -> None:
    """Makes the store hold the dataset in the folder: sends what it does not have, removes what is gone."""
    manifest = (root / MANIFEST).read_bytes()
    bucket.finish()
    there = bucket.manifest()
    if there != manifest:
        bucket.upload(root, _changed(root, manifest, there, index), index.sent_and_gone())
    else:
        bucket.clear()
    index.sent(sha256(manifest).hexdigest())


def _changed(root: Path, manifest: bytes, there: bytes | None, index: Index) -> Iterator[str]:
    """The names of the files that the store does not have, datapackage.json left out."""
    held = {file for files in (table_files(there) if there else {}).values() for file in files}
    for files in table_files(manifest).values():
        yield from (file.path for file in files if file not in held)
    known = index.sent_manifest() == _digest(there)
    documents = index.unsent() if known else (path.stem for path in (root / JSON).rglob("*.json"))
    yield from (f"{JSON}/{json_file(document_id)}" for document_id in documents)


def _manifest(root: Path) -> bytes | None:
    path = root / MANIFEST
    return path.read_bytes() if path.exists() else None


def _digest(manifest: bytes | None) -> str | None:
    return None if manifest is None else sha256(manifest).hexdigest()
