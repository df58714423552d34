"""Turns plan documents into the Parquet files of the flat tables, holding only a few thousand rows at a time."""

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from models.arrow import arrow_schema
from models.document import PlanDocument
from models.rows import Row, rows
from models.tables import TABLES, Table, TableName
from planledger.layout import table_file

ROW_GROUP = 50_000
"""Rows per row group: few enough to hold, enough for a warehouse to read in bulk."""


class _TableWriter:
    """One table's file while it is being written. Row groups depend on the rows alone, so the bytes do too."""

    def __init__(self, table: Table, path: Path) -> None:
        self._table = table
        self._schema = arrow_schema(table)
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[Row] = []
        self.count = 0

    def add(self, document: PlanDocument) -> None:
        for row in rows(document, self._table.name):
            self._rows.append(row)
            if len(self._rows) == ROW_GROUP:
                self._flush()

    def close(self) -> None:
        if self._rows:
            self._flush()
        self._writer.close()

    def _flush(self) -> None:
        self._writer.write_table(pa.Table.from_pylist(self._rows, self._schema), row_group_size=ROW_GROUP)
        self.count += len(self._rows)
        self._rows = []


def write_tables(documents: Iterable[PlanDocument], folder: Path, shard: str = "") -> dict[TableName, int]:
    """Writes all flat tables, or one shard of each, into `folder`, which exists.

    Rows stand in the order of the documents given. Returns how many rows each table has.
    """
    with ExitStack() as stack:
        writers = {table.name: _TableWriter(table, folder / table_file(table.name, shard)) for table in TABLES}
        for writer in writers.values():
            stack.callback(writer.close)
        for document in documents:
            for writer in writers.values():
                writer.add(document)
    return {name: writer.count for name, writer in writers.items()}
