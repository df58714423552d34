"""A dataset folder to what its readers see: its datapackage.json, and where each table's files lie at this moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from models.tables import TableName
from models.upgrade import Age
from planledger.datapackage import table_files
from planledger.dataset import decided
from planledger.errors import UsageError
from planledger.layout import MANIFEST, STAGING
from planledger.older.check import readable


@dataclass(frozen=True, slots=True)
class Published:
    """A dataset as published. `tables` are the Parquet files of each table, a table of a large dataset in several."""

    manifest: bytes
    tables: Mapping[TableName, tuple[Path, ...]]


def manifest_in_force(root: Path) -> Path:
    """The datapackage.json that is in force at `root`. Raises UsageError where there is none that can be read."""
    path = root / STAGING / MANIFEST if decided(root) else root / MANIFEST
    if not path.exists():
        raise UsageError(f"{root}: not a dataset, it has no {MANIFEST}; name the --out of a conversion")
    readable(path)
    return path


def published(root: Path) -> Published:
    """The dataset at `root`. Raises UsageError where there is none, or none that this version can read.

    A publication that was decided and broken off counts as done: what it had not moved yet is named where it waits.
    The tables of another minor version are given as this one's: see planledger.older.tables.
    """
    moving = decided(root)
    path = manifest_in_force(root)

    def place(name: str) -> Path:
        staged = root / STAGING / name
        return staged if moving and staged.exists() else root / name

    manifest = path.read_bytes()
    tables = {table: tuple(place(file.path) for file in files) for table, files in table_files(manifest).items()}
    if readable(path) is Age.SAME:
        return Published(manifest, tables)
    from planledger.older.tables import as_this_version  # noqa: PLC0415 - slow to load, seldom needed

    return Published(manifest, as_this_version(tables))
