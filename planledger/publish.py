"""Turns plan documents into a dataset folder whose readers see the whole of it or the whole of the one before.

How that holds at any instant is told in planledger.dataset.
"""

import filecmp
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from models import PlanDocument
from planledger.cage.pool import Pool
from planledger.datapackage import table_files
from planledger.dataset import decided, file_name, removed, stored, to_json
from planledger.errors import DatasetError, UsageError
from planledger.layout import (
    JSON,
    MANIFEST,
    PARQUET,
    REMOVED,
    STAGING,
    json_file,
    json_files,
)
from planledger.older.check import check_writable

if TYPE_CHECKING:
    from planledger.build import Digests


def prepare(root: Path) -> None:
    """Makes `root` ready to be written: finishes what a killed run had decided.

    What it had staged without a decision stays staged. Raises UsageError where `root` cannot be a dataset: it is a
    file, cannot be written, or holds another's package.
    """
    for manifest in filter(Path.exists, (root / MANIFEST, root / STAGING / MANIFEST)):
        check_writable(manifest)
    make_ready(root)


def make_ready(root: Path) -> None:
    """What `prepare` does once the package that is there, if any, is known to be one that can be written."""
    try:
        root.mkdir(parents=True, exist_ok=True)
        if decided(root):
            _move_staged(root)
        shutil.rmtree(root / STAGING / PARQUET, ignore_errors=True)
        (root / STAGING / PARQUET).mkdir(parents=True)
        (root / STAGING / JSON).mkdir(exist_ok=True)
    except FileExistsError as error:
        raise UsageError(f"{root}: is a file, not a folder; choose another --out") from error
    except OSError as error:
        raise UsageError(f"{root}: cannot be written: {error.strerror}; choose another --out") from error


def staging_file(root: Path, document_id: str) -> Path:
    """Where a document's file waits for the next publication; its folder is made."""
    path = root / STAGING / JSON / json_file(document_id)
    path.parent.mkdir(exist_ok=True)
    return path


def stage(root: Path, plan: PlanDocument) -> bool:
    """Keeps one document for the next publication, unless its file would not change. Says whether it would."""
    data, staged = to_json(plan), staging_file(root, plan.document.document_id)
    held = root / JSON / file_name(plan)
    with as_dataset_errors(root):
        if held.exists() and held.read_bytes() == data:
            staged.unlink(missing_ok=True)
            return False
        part = staged.with_suffix(".part")
        _write(part, data)
        part.replace(staged)
        return True


def publish(root: Path, drop: Iterable[str] = (), digests: "Digests | None" = None, pool: Pool | None = None) -> None:
    """Makes the staged documents, with those that the dataset held before less those to `drop`, the dataset.

    `digests` spares the reading of every JSON file where somebody knows their hashes already; the workers of a `pool`
    make the rows of the tables where there are many.
    """
    # Only here, where it is used: importing pyarrow takes longer than converting a short plan.
    from planledger.build import build  # noqa: PLC0415
    from planledger.pieces import by_workers, in_this_process  # noqa: PLC0415

    staging = root / STAGING
    with as_dataset_errors(root):
        (staging / REMOVED).write_text("".join(f"{document_id}\n" for document_id in sorted(drop)))
        old = (root / MANIFEST).read_bytes() if (root / MANIFEST).exists() else None
        maker = by_workers(pool) if pool else in_this_process
        manifest = build(root, old, digests or (lambda: _digests(root)), maker).encode()
        for path in (staging / PARQUET).iterdir():
            _drop_same(path, root / PARQUET / path.name)
        if manifest != old or any((staging / PARQUET).iterdir()) or any(json_files(staging / JSON)):
            _sync_all()
            _write(staging / f"{MANIFEST}.part", manifest)
            (staging / f"{MANIFEST}.part").replace(staging / MANIFEST)
            _sync(staging)
            _move_staged(root)


def clear(root: Path) -> None:
    """Drops what a publication leaves behind in staging, once nobody needs it any more."""
    shutil.rmtree(root / STAGING, ignore_errors=True)


def _digests(root: Path) -> Iterator[tuple[str, str]]:
    for held in stored(root, staged=True):
        yield held.path.stem, sha256(held.data).hexdigest()


def _move_staged(root: Path) -> None:
    """Moves all staged files to their places, datapackage.json last. Can be broken off and done again."""
    staging = root / STAGING
    described = table_files((staging / MANIFEST).read_bytes()).values()
    wanted = {Path(file.path).name for files in described for file in files}
    for folder in (JSON, PARQUET):
        (root / folder).mkdir(exist_ok=True)
    for path in json_files(staging / JSON):
        place = root / JSON / json_file(path.stem)
        place.parent.mkdir(exist_ok=True)
        path.replace(place)
        (root / JSON / path.name).unlink(missing_ok=True)  # where schema 1.0 kept it
    for document_id in removed(root):
        (root / JSON / json_file(document_id)).unlink(missing_ok=True)
    for path in sorted((staging / PARQUET).iterdir()):
        path.replace(root / PARQUET / path.name)
    for path in (root / PARQUET).glob("*.parquet"):
        if path.name not in wanted:
            path.unlink()
    _sync_all()
    (staging / MANIFEST).replace(root / MANIFEST)
    _sync(root)


def _drop_same(path: Path, held: Path) -> None:
    """Drops a staged file that the dataset holds already, byte for byte."""
    if held.exists() and filecmp.cmp(path, held, shallow=False):
        path.unlink()


def _sync_all() -> None:
    """Waits until all that was written is on the disk: for thousands of files far sooner than one after the other."""
    os.sync()


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(path: Path) -> None:
    """Waits until a file's bytes, or a folder's entries, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def as_dataset_errors(root: Path) -> Iterator[None]:
    """Says of an error of the disk that the dataset is unharmed."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise DatasetError(f"{root}: cannot be written: {reason}; the dataset is as it was before") from error
