"""Turns plan documents into a dataset folder whose readers see the whole of it or the whole of the one before.

How that holds at any instant is told in planledger.dataset.
"""

import filecmp
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest, sha256
from pathlib import Path

from models import PlanDocument
from models.tables import TABLES
from planledger.datapackage import NAME, JsonFiles, TableFile, descriptor
from planledger.dataset import JSON, MANIFEST, PARQUET, STAGING, decided, file_name, stored, to_json
from planledger.errors import DatasetError, UsageError


def prepare(root: Path) -> None:
    """Makes `root` ready to be written: finishes what a killed run had decided, drops what it had not.

    Raises UsageError where `root` cannot be a dataset: it is a file, cannot be written, or holds another's package.
    """
    try:
        root.mkdir(parents=True, exist_ok=True)
        _refuse_foreign(root / MANIFEST)
        if decided(root):
            _move_staged(root)
        shutil.rmtree(root / STAGING, ignore_errors=True)
        for folder in (JSON, PARQUET):
            (root / STAGING / folder).mkdir(parents=True)
    except FileExistsError as error:
        raise UsageError(f"{root}: is a file, not a folder; choose another --out") from error
    except OSError as error:
        raise UsageError(f"{root}: cannot be written: {error.strerror}; choose another --out") from error


def stage(root: Path, plan: PlanDocument) -> None:
    """Keeps one document for the next publication. A document whose file would not change is left alone."""
    data = to_json(plan)
    held = root / JSON / file_name(plan)
    with _as_dataset_errors(root):
        if not held.exists() or held.read_bytes() != data:
            _write(root / STAGING / JSON / held.name, data)


def publish(root: Path) -> None:
    """Makes the staged documents, with those that the dataset held before, the dataset."""
    staging = root / STAGING
    with _as_dataset_errors(root):
        manifest = _build(root).encode()
        changed = [path for path in (staging / PARQUET).iterdir() if not _drop_same(path, root / PARQUET / path.name)]
        for path in changed:
            _sync(path)
        old = (root / MANIFEST).read_bytes() if (root / MANIFEST).exists() else None
        if changed or manifest != old:
            _write(staging / f"{MANIFEST}.part", manifest)
            (staging / f"{MANIFEST}.part").replace(staging / MANIFEST)
            _sync(staging)
            _move_staged(root)
        shutil.rmtree(staging, ignore_errors=True)


def _build(root: Path) -> str:
    """Writes the Parquet files of the coming dataset into staging; returns its datapackage.json."""
    # Only here, where it is used: importing pyarrow takes longer than converting a short plan.
    from planledger.parquet import table_file, write_tables  # noqa: PLC0415

    folder, lines = root / STAGING / PARQUET, sha256()
    count = 0

    def plans() -> Iterator[PlanDocument]:
        nonlocal count
        for held in stored(root, staged=True):
            lines.update(f"{sha256(held.data).hexdigest()}  {held.path.name}\n".encode())
            count += 1
            yield held.plan()

    rows = write_tables(plans(), folder)
    tables = {table.name: _described(folder / table_file(table.name), rows[table.name]) for table in TABLES}
    return descriptor(tables, JsonFiles(count, lines.hexdigest()))


def _described(path: Path, rows: int) -> TableFile:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return TableFile(f"{PARQUET}/{path.name}", path.stat().st_size, digest, rows)


def _move_staged(root: Path) -> None:
    """Moves all staged files to their places, datapackage.json last. Can be broken off and done again."""
    staging = root / STAGING
    for folder in (JSON, PARQUET):
        (root / folder).mkdir(exist_ok=True)
        for path in sorted((staging / folder).iterdir()):
            path.replace(root / folder / path.name)
        _sync(root / folder)
    (staging / MANIFEST).replace(root / MANIFEST)
    _sync(root)


def _drop_same(path: Path, held: Path) -> bool:
    """Drops a staged file that the dataset holds already, byte for byte; says whether it did."""
    same = held.exists() and filecmp.cmp(path, held, shallow=False)
    if same:
        path.unlink()
    return same


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


def _refuse_foreign(manifest: Path) -> None:
    if not manifest.exists():
        return
    try:
        name = json.loads(manifest.read_bytes()).get("name")
    except (ValueError, AttributeError):
        name = None
    if name != NAME:
        raise UsageError(f"{manifest}: not a Planledger dataset; choose another --out")


@contextmanager
def _as_dataset_errors(root: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise DatasetError(f"{root}: cannot be written: {reason}; the dataset is as it was before") from error
