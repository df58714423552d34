"""A dataset folder to what its readers see: its datapackage.json, and where each table's files lie at this moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from models.tables import TableName
from planledger.datapackage import table_files
from planledger.dataset import decided
from planledger.errors import UsageError
from planledger.layout import MANIFEST, STAGING


@dataclass(frozen=True, slots=True)
class Published:
    """A dataset as published. `tables` are the Parquet files of each table, a table of a large dataset in several."""

    manifest: bytes
    tables: Mapping[TableName, tuple[Path, ...]]


def published(root: Path) -> Published:
    """The dataset at `root`. Raises UsageError where there is none.

    A publication that was decided and broken off counts as done: what it had not moved yet is named where it waits.
    """
    moving = decided(root)
    path = root / STAGING / MANIFEST if moving else root / MANIFEST
    if not path.exists():
        raise UsageError(f"{root}: not a dataset, it has no {MANIFEST}; name the --out of a conversion")

    def place(name: str) -> Path:
        staged = root / STAGING / name
        return staged if moving and staged.exists() else root / name

    manifest = path.read_bytes()
    tables = {table: tuple(place(file.path) for file in files) for table, files in table_files(manifest).items()}
    return Published(manifest, tables)
