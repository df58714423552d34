"""Carries rows into the warehouse with dlt, into a schema of their own that nobody reads.

dlt merges one table after the other, each in a transaction, so a load that is killed in between would leave a mixture.
So dlt only brings the rows there; planledger.warehouse.exchange puts them in their places, all at once.

dlt's ways with the outer world are shut here: it asks nothing, tells nobody, and keeps its files in a folder that goes.
"""

import json
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import dlt
import pyarrow as pa

from planledger.warehouse.ahead import ahead
from planledger.warehouse.destination import Warehouse
from planledger.warehouse.folder import folder_of_a_load
from planledger.warehouse.shape import RUN_ID, WarehouseTable, hints

_SETTINGS = {
    "RUNTIME__DLTHUB_TELEMETRY": "false",
    "RUNTIME__LOG_LEVEL": "CRITICAL",
    "RESTORE_FROM_DESTINATION": "false",
    "DATA_WRITER__DISABLE_COMPRESSION": "true",
    "DATA_WRITER__BUFFER_MAX_ITEMS": "100000",
}
"""What dlt takes from the environment before any file of settings."""
_REPORTS = ("RUNTIME__SENTRY_DSN", "RUNTIME__SLACK_INCOMING_HOOK", "RUNTIME__DLTHUB_DSN")

BLOCK = 100_000
"""Rows that are handed on at a time."""

INCOMING = "{schema}_incoming"
"""The schema that rows come into; a load drops it when it is done, or when it finds that of one that was killed."""

FROZEN: Any = {"tables": "evolve", "columns": "freeze", "data_type": "freeze"}
"""Tables are new in each load's incoming schema; their columns are those that were told, and no other."""


@contextmanager
def pipeline(warehouse: Warehouse) -> Iterator[Any]:
    """A dlt pipeline into the incoming schema, with a folder for as long as it lasts."""
    with folder_of_a_load() as folder:
        os.environ |= {**_SETTINGS, "DLT_DATA_DIR": str(folder)}
        for name in _REPORTS:
            os.environ.pop(name, None)
        yield dlt.pipeline(
            "planledger",
            destination=warehouse.destination,
            dataset_name=INCOMING.format(schema=warehouse.schema),
            pipelines_dir=str(folder / "pipelines"),
        )


Rows = tuple[WarehouseTable, pa.Table]


def send(line: Any, rows: Callable[[], Iterable[Rows]], warehouse: Warehouse) -> Counter[str]:
    """Brings rows into the incoming schema; returns how many came into each table."""
    sent: Counter[str] = Counter()

    def marked() -> Iterator[Any]:
        for table, block in ahead(_blocks(rows())):
            items = block if warehouse.known else _objects(table, block)
            if table.name in sent:
                yield dlt.mark.with_table_name(items, table.name)
            else:
                told = dlt.mark.make_hints(table_name=table.name, columns=_columns(table))
                yield dlt.mark.with_hints(items, told, create_table_variant=True)
            sent[table.name] += block.num_rows

    resource = dlt.resource(marked, name="rows", write_disposition="append", schema_contract=FROZEN)
    line.run(resource(), loader_file_format=warehouse.file_format)
    return sent


def _columns(table: WarehouseTable) -> dict[str, Any]:
    """What dlt is told: all columns but that of the run, which is put in when the rows are put in place."""
    return {name: told for name, told in hints(table).items() if name != RUN_ID.name}


def _objects(table: WarehouseTable, block: pa.Table) -> list[dict[str, Any]]:
    """The rows one by one, JSON as what it says: dlt writes them in the form that the destination likes best."""
    told = hints(table)
    parsed = [name for name in block.column_names if told[name]["data_type"] == "json"]
    return [row | {name: json.loads(row[name]) for name in parsed} for row in block.to_pylist()]


def _blocks(rows: Iterable[Rows]) -> Iterator[Rows]:
    """The rows in larger blocks: dlt, and warehouses after it, take a while for each."""
    waiting: dict[str, list[pa.Table]] = defaultdict(list)
    tables: dict[str, WarehouseTable] = {}
    for table, block in rows:
        tables[table.name] = table
        if block.num_rows:
            waiting[table.name].append(block)
        if sum(part.num_rows for part in waiting[table.name]) >= BLOCK:
            yield table, pa.concat_tables(waiting.pop(table.name))
    for name, blocks in waiting.items():
        if blocks:
            yield tables[name], pa.concat_tables(blocks)
