"""Parquet files of another minor version to files with exactly the columns of this one."""

import atexit
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from models import SCHEMA_VERSION
from models.arrow import arrow_schema
from models.base import Contract
from models.tables import TABLES, Shape, Table, TableName, flat_fields

Files = Mapping[TableName, tuple[Path, ...]]


def as_this_version(tables: Files) -> Files:
    """The same tables with the columns of this version: what was added since has its default, what is unknown is gone.

    A table that there was not is empty, in as many files as the others. A table that is the same in both versions is
    named where it lies. The others are written to a temporary folder, which goes when the program ends.
    """
    folder = Path(tempfile.mkdtemp(prefix="planledger-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    shards = [path.stem.removeprefix(TableName.DOCUMENTS) for path in tables[TableName.DOCUMENTS]]
    return {
        table.name: tuple(_files(table, tables[table.name], folder))
        if table.name in tables
        else tuple(_empty(table, folder / f"{table.name.value}{shard}.parquet") for shard in shards)
        for table in TABLES
    }


def _empty(table: Table, path: Path) -> Path:
    pq.write_table(arrow_schema(table).empty_table(), path)
    return path


def _files(table: Table, paths: tuple[Path, ...], folder: Path) -> Iterator[Path]:
    wanted = arrow_schema(table)
    for path in paths:
        with pq.ParquetFile(path) as file:
            if "schema_version" not in wanted.names and file.schema_arrow.equals(wanted):
                yield path
                continue
            with pq.ParquetWriter(folder / path.name, wanted, compression="zstd") as writer:
                for batch in file.iter_batches():
                    writer.write_table(_completed(pa.Table.from_batches([batch]), table, wanted))
        yield folder / path.name


def _completed(rows: pa.Table, table: Table, wanted: pa.Schema) -> pa.Table:
    defaults = _defaults(table.model) | {"schema_version": SCHEMA_VERSION}
    columns = [
        rows[field.name].cast(field.type)
        if field.name in rows.column_names and field.name != "schema_version"
        else pa.array([defaults[field.name]] * rows.num_rows, field.type)
        for field in wanted
    ]
    return pa.table(columns, schema=wanted)


def _defaults(model: type[Contract]) -> dict[str, object]:
    """The default cell of each column of a model that has one."""
    found: dict[str, object] = {}
    for field in flat_fields(model):
        info = model.model_fields[field.name]
        if field.shape is Shape.MODEL:
            assert isinstance(info.annotation, type)
            found |= _defaults(info.annotation)
        elif not info.is_required():
            value = info.get_default(call_default_factory=True)
            found[field.name] = value.value if isinstance(value, StrEnum) else value
    return found
