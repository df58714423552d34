"""Turns plan documents into Arrow tables, and Arrow tables into Parquet files whose bytes depend on the rows alone."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import chain
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from models.arrow import arrow_schema
from models.document import PlanDocument
from models.rows import rows
from models.tables import TABLES, Table, TableName
from planledger.layout import table_file

ROW_GROUP = 50_000
"""Rows per row group: few enough to hold, enough for a warehouse to read in bulk."""

Tables = Mapping[TableName, pa.Table]
"""Rows of every flat table, in the order of the documents."""


def tables_of(documents: Iterable[PlanDocument]) -> Tables:
    """The rows of some documents, all in memory."""
    held = tuple(documents)
    return {table.name: _arrow(held, table) for table in TABLES}


def _arrow(documents: tuple[PlanDocument, ...], table: Table) -> pa.Table:
    found = chain.from_iterable(rows(document, table.name) for document in documents)
    return pa.Table.from_pylist(list(found), arrow_schema(table))


class TableWriter:
    """One table's file while it is being written. Row groups depend on the rows alone, so the bytes do too."""

    def __init__(self, table: Table, path: Path) -> None:
        self.schema = arrow_schema(table)
        self._writer = pq.ParquetWriter(path, self.schema, compression="zstd")
        self._held: list[pa.Table] = []
        self._waiting = 0
        self.count = 0

    def add(self, found: pa.Table) -> None:
        """Adds rows after those that are there."""
        self._held.append(found)
        self._waiting += found.num_rows
        if self._waiting >= ROW_GROUP:
            whole = pa.concat_tables(self._held)
            full = whole.num_rows // ROW_GROUP * ROW_GROUP
            for start in range(0, full, ROW_GROUP):
                self._write(whole.slice(start, ROW_GROUP))
            self._held = [whole.slice(full)]
            self._waiting = whole.num_rows - full

    def close(self) -> None:
        """Writes what is held back, and the end of the file."""
        if self._waiting:
            self._write(pa.concat_tables(self._held))
        self._writer.close()

    def _write(self, group: pa.Table) -> None:
        # In one piece, however it came together: where its chunks end would show in the bytes.
        self._writer.write_table(group.combine_chunks(), row_group_size=ROW_GROUP)
        self.count += group.num_rows


@contextmanager
def table_writers(folder: Path, shard: str = "") -> Iterator[Mapping[TableName, TableWriter]]:
    """A writer for the file of each table, or of one shard of it, in `folder`, which exists."""
    with ExitStack() as stack:
        writers = {table.name: TableWriter(table, folder / table_file(table.name, shard)) for table in TABLES}
        for writer in writers.values():
            stack.callback(writer.close)
        yield writers
