"""Turns a published dataset into parts that can be told apart by their hashes: the shards of its tables.

A part that hashes as it did when it was last loaded is not opened.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from models import SCHEMA_VERSION
from models.arrow import arrow_schema
from models.tables import TABLES, Table, TableName
from planledger.datapackage import table_files
from planledger.errors import DatasetError
from planledger.published import Published, manifest_in_force, published
from planledger.warehouse.cells import portable

BATCH = 50_000
"""Rows that are held at a time."""


@dataclass(frozen=True, slots=True)
class Part:
    """One shard of every table: the documents whose ids begin with `prefix`."""

    prefix: str
    sha256: str
    files: dict[TableName, Path]

    @property
    def name(self) -> str:
        """The name of the part."""
        return f"documents {self.prefix or 'all'}"


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset as it was found, and the number of its documents."""

    root: Path
    manifest: bytes
    documents: int
    parts: tuple[Part, ...]

    def check_unchanged(self) -> None:
        """Raises DatasetError where another run has published since the dataset was found."""
        if manifest_in_force(self.root).read_bytes() != self.manifest:
            raise DatasetError(f"{self.root}: changed while it was read; nothing was loaded, load again")


def find(root: Path) -> Dataset:
    """The dataset at `root`, as one of this schema version. Raises UsageError where there is none that can be."""
    found = published(root)
    described = table_files(found.manifest)
    documents = sum(file.rows for file in described[TableName.DOCUMENTS])
    hashes = {name: [file.sha256 for file in files] for name, files in described.items()}
    return Dataset(root, found.manifest, documents, tuple(_parts(found, hashes)))


def _parts(found: Published, hashes: dict[TableName, list[str]]) -> Iterator[Part]:
    for number, first in enumerate(found.tables[TableName.DOCUMENTS]):
        prefix = first.stem.removeprefix(TableName.DOCUMENTS.value).removeprefix("-")
        # A table that an older version had not is empty.
        lines = "".join(f"{hashes[t.name][number]}  {t.name}\n" for t in TABLES if t.name in hashes)
        files = {table.name: found.tables[table.name][number] for table in TABLES}
        yield Part(prefix, sha256(lines.encode()).hexdigest(), files)


def batches(part: Part, table: Table) -> Iterator[pa.Table]:
    """A table's rows in a part, lists and maps as JSON; of a table without rows an empty batch.

    Raises DatasetError where the file is not as the models say.
    """
    path = part.files[table.name]
    try:
        with pq.ParquetFile(path) as file:
            if not file.schema_arrow.equals(arrow_schema(table), check_metadata=False):
                raise DatasetError(f"{path}: its columns are not those of schema {SCHEMA_VERSION}; nothing was loaded")
            if not file.metadata.num_rows:
                yield portable(pa.RecordBatch.from_pylist([], arrow_schema(table)), table.columns)
            for batch in file.iter_batches(BATCH):
                yield portable(batch, table.columns)
    except (OSError, pa.ArrowInvalid) as error:
        raise DatasetError(f"{path}: cannot be read: {str(error).splitlines()[0]}; nothing was loaded") from error
