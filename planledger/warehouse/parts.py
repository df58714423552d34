"""Turns a published dataset into parts that can be told apart by their hashes: the shards of its tables.

A part that hashes as it did when it was last loaded is not opened. In one that does not, the documents are compared by
the hash over their rows.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from models import SCHEMA_VERSION
from models.arrow import arrow_schema
from models.tables import DOCUMENT_ID, TABLES, Table, TableName
from planledger.datapackage import table_files
from planledger.errors import DatasetError
from planledger.published import Published, manifest_in_force, published
from planledger.warehouse.cells import portable

BATCH = 50_000
"""Rows that are held at a time."""

_CELL, _NULL, _ROW = "\x1f", "\x00", "\x1e"
"""What stands between cells, for null, and after a row, where rows are hashed."""


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


class ContentHashes:
    """The hash over all rows of each document, taken in as the tables are read one after the other."""

    def __init__(self) -> None:
        self._hashes: dict[str, Any] = defaultdict(sha256)

    def add(self, table: Table, rows: pa.Table) -> None:
        """Takes in rows of a table; each document's rows stand together."""
        if not rows.num_rows:
            return
        texts = [_text(rows[column.name]) for column in table.columns if column != DOCUMENT_ID]
        lines = pc.binary_join_element_wise(
            table.name.value, *texts, _ROW, _CELL, null_handling="replace", null_replacement=_NULL
        ).combine_chunks()
        _, offsets, data = lines.buffers()
        places = memoryview(offsets).cast("i")
        content = memoryview(data)
        runs = pc.run_end_encode(rows[DOCUMENT_ID.name].combine_chunks())
        begin = 0
        for document_id, end in zip(runs.values.to_pylist(), runs.run_ends.to_pylist(), strict=True):
            self._hashes[document_id].update(content[places[begin] : places[end]])
            begin = end

    def result(self) -> dict[str, str]:
        """Each document's hash."""
        return {document_id: taken.hexdigest() for document_id, taken in self._hashes.items()}


def _text(cells: pa.ChunkedArray) -> pa.ChunkedArray:
    """Each cell as text; of a number that is not whole its 64 bits, which are told sooner than its digits."""
    if pa.types.is_float64(cells.type):
        cells = pa.chunked_array([chunk.view(pa.int64()) for chunk in cells.chunks], pa.int64())
    return pc.cast(cells, pa.string())
