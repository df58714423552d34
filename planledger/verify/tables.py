"""The Parquet tables and the JSON documents to the rows that the two have otherwise."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from models import PlanDocument
from models.arrow import arrow_schema
from models.rows import Row, rows
from models.tables import TABLES, CellType, Table, TableName
from planledger.dataset import PARQUET
from planledger.layout import table_file
from planledger.verify.finding import Check, Finding

MOST = 5
"""So many rows of one document are told for each table; a row dropped puts all that follow in another place."""


class StoredTables:
    """All Parquet files of a dataset, read side by side with its documents, which come in the order of their ids."""

    def __init__(self, files: Mapping[TableName, Sequence[Path]]) -> None:
        """`files` are those of each table, in their order."""
        self._streams = [_Stream(table, files[table.name]) for table in TABLES]

    def findings(self, plan: PlanDocument) -> Iterator[Finding]:
        """Where the rows of a document are not those that its JSON file makes."""
        for stream in self._streams:
            found = stream.rows_of(plan.document.document_id)
            if stream.broken is None:
                yield from row_findings(stream.table, list(rows(plan, stream.table.name)), found)

    def remainder(self) -> Iterator[Finding]:
        """What belongs to none of the documents asked for: tables that cannot be read, rows of other documents."""
        for stream in self._streams:
            stray = stream.strays()
            name = f"{PARQUET}/{table_file(stream.table.name)}"
            if stream.broken is not None:
                yield Finding(Check.TABLES, name, "the table", stream.broken)
            elif stray:
                yield Finding(Check.TABLES, name, "rows of the documents in json/", f"{stray} rows of no document read")


class _Stream:
    """One table's rows, document after document. `broken` says why it cannot be read, or is None."""

    def __init__(self, table: Table, paths: Sequence[Path]) -> None:
        self.table = table
        self.broken: str | None = None
        self._stray = 0
        self._groups = groupby(chain.from_iterable(map(self._read, paths)), key=lambda row: str(row["document_id"]))
        self._waiting = self._next()

    def rows_of(self, document_id: str) -> list[Row]:
        """The rows of a document; what stands before them belongs to none, and counts as stray."""
        while self._waiting and str(self._waiting[0]["document_id"]) < document_id:
            self._stray += len(self._waiting)
            self._waiting = self._next()
        if not self._waiting or self._waiting[0]["document_id"] != document_id:
            return []
        found, self._waiting = self._waiting, self._next()
        return found

    def strays(self) -> int:
        """The number of rows that belong to no document asked for, to the end of the table."""
        while self._waiting:
            self._stray += len(self._waiting)
            self._waiting = self._next()
        return self._stray

    def _next(self) -> list[Row]:
        return next((list(group) for _, group in self._groups), [])

    def _read(self, path: Path) -> Iterator[Row]:
        try:
            with pq.ParquetFile(path) as file:
                wanted = arrow_schema(self.table)
                if not file.schema_arrow.equals(wanted):
                    self.broken = _unlike(wanted, file.schema_arrow)
                    return
                for batch in file.iter_batches():
                    yield from batch.to_pylist()
        except (OSError, pa.ArrowException) as error:
            self.broken = "no such file" if isinstance(error, FileNotFoundError) else f"cannot be read: {error}"


def row_findings(table: Table, recorded: Sequence[Row], found: Sequence[Row]) -> Iterator[Finding]:
    """Where a table has other rows for a document (`found`) than its JSON file makes (`recorded`)."""
    faults = list(_faults(table, recorded, found))
    yield from islice(faults, MOST)
    if len(faults) > MOST:
        yield Finding(Check.TABLES, table_file(table.name), "", f"{len(faults) - MOST} more differences")


def _faults(table: Table, recorded: Sequence[Row], found: Sequence[Row]) -> Iterator[Finding]:
    stated, stored = _by_key(table, recorded), _by_key(table, found)
    if len(found) - len(stored) > len(recorded) - len(stated):
        yield _finding(table, "", "one row for each key", "a key on several rows", {})
    for key, row in stated.items():
        if key not in stored:
            yield _finding(table, "", "a row", "no row", row)
            continue
        for column in table.columns:
            one, other = row[column.name], stored[key][column.name]
            if _plain(one, column.type) != _plain(other, column.type):
                yield _finding(table, f".{column.name}", str(one), str(other), row)
    for key, row in stored.items():
        if key not in stated:
            yield _finding(table, "", "no row", "a row", row)
    if list(stated) != list(stored) and stated.keys() == stored.keys():
        yield _finding(table, "", "rows in the order of the JSON file", "another order", {})


def _by_key(table: Table, of: Iterable[Row]) -> dict[tuple[Any, ...], Row]:
    return {tuple(row[name] for name in table.key): row for row in of}


def _plain(cell: Any, kind: CellType) -> object:
    """A cell as it compares: Arrow hands maps back as pairs."""
    return list(dict(cell).items()) if kind is CellType.TEXT_BY_NAME else cell


def _finding(table: Table, column: str, recorded: str, found: str, row: Row) -> Finding:
    """The row is named by its record, or its place."""
    place = row.get("position")
    at = f" row {place}" if place is not None else ""
    record_id = row.get("record_id")
    what = f"{table_file(table.name)}{column}{at}"
    return Finding(Check.TABLES, what, recorded, found, record_id=record_id if isinstance(record_id, str) else None)


def _type(field: pa.Field) -> str:
    return f"{field.type} or null" if field.nullable else str(field.type)


def _unlike(wanted: pa.Schema, found: pa.Schema) -> str:
    """The first column that is otherwise."""
    for field in wanted:
        at = found.get_field_index(field.name)
        if at < 0:
            return f"no column {field.name}"
        if not found.field(at).equals(field):
            return f"column {field.name} is {_type(found.field(at))}, not {_type(field)}"
    return "other columns, or in another order"
