"""The warehouse as it stands, asked and changed through dlt's SQL client: which parts and documents it holds.

Names are quoted by dlt for the warehouse at hand; the SQL is what warehouses have in common.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from planledger.errors import WarehouseError
from planledger.warehouse.destination import Warehouse
from planledger.warehouse.shape import DATASET, LASTING, PARTS, REPLACED, RUN_ID, WarehouseTable, hint, hints
from planledger.warehouse.transport import INCOMING
from planledger.warehouse.view_files import VIEWS, view_sql

_INSERTED_AT_ONCE = 100


class Store:
    """One connection to the warehouse, for as long as a load lasts."""

    def __init__(self, client: Any, warehouse: Warehouse) -> None:
        self._client = client
        self._sql = client.sql_client
        self._warehouse = warehouse
        self._incoming = INCOMING.format(schema=warehouse.schema)
        self.known = warehouse.known
        self.is_new = not self._has_tables()

    # What is there

    def _has_tables(self) -> bool:
        """Whether the warehouse was loaded before. Raises WarehouseError where a table is not as it was made."""
        with self._sql.with_alternative_dataset_name(self._warehouse.schema):
            stored = {
                name: columns for name, columns in self._client.get_storage_tables([t.name for t in LASTING]) if columns
            }
        known = PARTS.name in stored
        for table in LASTING:
            if known or table.name in stored:
                self._check(table, stored.get(table.name, {}))
        return known

    def _check(self, table: WarehouseTable, stored: Mapping[str, Mapping[str, Any]]) -> None:
        fold = self._sql.capabilities.casefold_identifier
        wanted = {fold(name): told["data_type"] for name, told in hints(table).items()}
        held = {name: column.get("data_type") for name, column in stored.items()}
        differing = sorted(name for name in wanted.keys() | held.keys() if wanted.get(name) != held.get(name))
        if differing:
            raise WarehouseError(
                f"{self._warehouse.shown}: table {table.name} is not as this Planledger makes it, it differs in "
                f"{', '.join(differing)}; nothing was changed. Take another --schema, or drop this one and load anew"
            )

    def parts(self) -> dict[str, str]:
        """The hash of each part that the warehouse was last made from."""
        return dict(self._rows(f"select part, sha256 from {self._name(PARTS.name)}")) if not self.is_new else {}

    def documents(self, prefix: str) -> dict[str, str]:
        """The content hash of each document whose id begins with `prefix`."""
        if self.is_new:
            return {}
        documents = self._name(DATASET[0].name)
        return dict(
            self._rows(f"select document_id, content_sha256 from {documents} where document_id like %s", f"{prefix}%")
        )

    # What a load does

    def drop_incoming(self) -> None:
        """Drops what this load, or one that was killed, has brought in."""
        with self._sql.with_alternative_dataset_name(self._incoming):
            if self._sql.has_dataset():
                self._sql.drop_dataset()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the changes inside, or none."""
        with self._sql.begin_transaction():
            yield

    def make_tables(self) -> None:
        """Makes the tables that are not there yet."""
        with self._sql.with_alternative_dataset_name(self._warehouse.schema):
            if not self._sql.has_dataset():
                self._sql.create_dataset()
        for table in LASTING:
            self._run(f"create table if not exists {self._name(table.name)} ({', '.join(self._definitions(table))})")

    def make_views(self) -> None:
        """Makes all views anew."""
        schema = self._quoted(self._warehouse.schema)
        for view in reversed(VIEWS):
            self._run(f"drop view if exists {self._name(view)}")
        for view in VIEWS:
            self._run(f"create view {self._name(view)} as {view_sql(view, schema)}")

    def take_in(self, tables: Sequence[WarehouseTable], sent: Mapping[str, int], run_id: str) -> None:
        """Puts what came in where it belongs: of each document that is replaced the old rows go, and the new ones come.

        Raises WarehouseError where not all rows that were sent are there, as when another load ran beside this one.
        """
        for name, count in sent.items():
            if self._rows(f"select count(*) from {self._name(name, self._incoming)}")[0][0] != count:
                raise WarehouseError(
                    f"{self._warehouse.shown}: rows of {name} went missing on the way: is another load running? "
                    "Nothing was changed; load again"
                )
        if REPLACED.name in sent:
            replaced = f"select document_id from {self._name(REPLACED.name, self._incoming)}"
            for table in DATASET:
                self._run(f"delete from {self._name(table.name)} where document_id in ({replaced})")
        for table in tables:
            if table.name in sent:
                self._take_in(table, run_id)

    def _take_in(self, table: WarehouseTable, run_id: str) -> None:
        into, incoming = self._name(table.name), self._name(table.name, self._incoming)
        columns = ", ".join(self._quoted(column.name) for column in table.columns if column != RUN_ID)
        if RUN_ID in table.columns:
            told = f"insert into {into} ({columns}, {self._quoted(RUN_ID.name)}) select {columns}, %s from {incoming}"
            self._run(told, run_id)
        else:
            self._run(f"insert into {into} ({columns}) select {columns} from {incoming}")

    def clear(self, table: WarehouseTable) -> None:
        """Deletes all rows of a table."""
        self._run(f"delete from {self._name(table.name)} where 1 = 1")

    def insert(self, table: WarehouseTable, rows: Sequence[tuple[object, ...]]) -> None:
        """Inserts a few rows."""
        columns = ", ".join(self._quoted(column.name) for column in table.columns)
        marks = f"({', '.join(['%s'] * len(table.columns))})"
        for first in range(0, len(rows), _INSERTED_AT_ONCE):
            some = rows[first : first + _INSERTED_AT_ONCE]
            values = [value for row in some for value in row]
            self._run(
                f"insert into {self._name(table.name)} ({columns}) values {', '.join([marks] * len(some))}", *values
            )

    # SQL

    def _definitions(self, table: WarehouseTable) -> Iterator[str]:
        types = self._sql.capabilities.get_type_mapper()
        for column in table.columns:
            kind = types.to_destination_type(hint(column), {"name": table.name, "columns": hints(table)})
            yield f"{self._quoted(column.name)} {kind}{'' if column.nullable else ' not null'}"
        if self._warehouse.keys:
            yield f"primary key ({', '.join(map(self._quoted, table.key))})"

    def _quoted(self, name: str) -> str:
        return str(self._sql.escape_column_name(name))

    def _name(self, table: str, schema: str | None = None) -> str:
        with self._sql.with_alternative_dataset_name(schema or self._warehouse.schema):
            return str(self._sql.make_qualified_table_name(table))

    def _rows(self, sql: str, *values: object) -> Sequence[Any]:
        return self._sql.execute_sql(sql, *values) or ()

    def _run(self, sql: str, *values: object) -> None:
        self._sql.execute_sql(sql, *values)
